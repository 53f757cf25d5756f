/** `dayabot ask`: what the bot would answer, without a conversation and without storing anything. */
import { createInterface } from 'node:readline';
import { isLang } from '../language/locale.ts';
import { UsageWrong } from './failure.ts';
import { openAsking } from './knowledge.ts';
import { printJson, printLine } from './print.ts';

interface AskOptions {
  readonly lang?: string;
  readonly topic?: string;
  readonly json?: boolean;
}

export async function ask(text: string, options: AskOptions): Promise<void> {
  const { lang } = options;
  if (lang !== undefined && !isLang(lang)) throw new UsageWrong(`--lang takes id or en, not "${lang}".`);
  const asking = await openAsking();
  const given = lang === undefined ? {} : { lang };
  if (options.topic !== undefined) {
    const shown = asking.show(options.topic, lang ?? 'id');
    if (shown === undefined) throw new UsageWrong(`There is no topic "${options.topic}".`);
    await (options.json === true ? printJson(shown) : printLine(shown.text));
    return;
  }
  const answer = async (question: string) => {
    const result = asking.ask(question, given);
    await (options.json === true ? printJson(result) : printLine(result.text));
  };
  if (text !== '') {
    await answer(text);
    return;
  }
  for await (const line of createInterface({ input: process.stdin }))
    if (line.trim() !== '') await answer(line);
}
