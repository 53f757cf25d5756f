/** Reads a typed command such as `/sesi@dayabot siti 90m`. Shared by every adapter whose commands are plain text. */

/**
 * Splits a text that begins with `/name`; undefined when it does not. A name given for another bot is not ours.
 * @param self the bot's own user name where commands may carry one.
 */
export function parseCommand(text: string, self?: string): { name: string; rest: string } | undefined {
  const match = /^\/([a-z][a-z0-9_]*)(?:@(\w+))?(?:\s+([\s\S]*))?$/i.exec(text.trimStart());
  const name = match?.[1];
  if (name === undefined) return undefined;
  const forBot = match?.[2];
  if (forBot !== undefined && (self === undefined || forBot.toLowerCase() !== self.toLowerCase()))
    return undefined;
  return { name: name.toLowerCase(), rest: (match?.[3] ?? '').trimEnd() };
}
