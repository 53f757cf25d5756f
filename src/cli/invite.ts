/** `dayabot invite`: a one-time code for a role in an area. */
import { isArea } from '../language/areas.ts';
import { findPerson, isRoleName, issueInvitation, roleNames } from '../people/index.ts';
import { CommandFailed, UsageWrong } from './failure.ts';
import { withStore } from './open.ts';
import { printJson, printLine } from './print.ts';

export async function inviteOne(options: {
  role: string;
  area: string;
  name: string;
  person?: string;
  json?: boolean;
}): Promise<void> {
  const { area, name, person, role } = options;
  if (!isRoleName(role)) throw new UsageWrong(`There is no role "${role}". Known: ${roleNames.join(', ')}.`);
  if (!isArea(area))
    throw new UsageWrong(`There is no area "${area}". Example: 33.74.01, or ID for the whole country.`);
  await withStore(async ({ clock, config, store }) => {
    if (person !== undefined && (await findPerson(store.read, person)) === undefined) {
      throw new CommandFailed(`There is no person ${person}.`);
    }
    const now = clock.now();
    const made = await store.write((tx) =>
      issueInvitation(tx, 'system:shell', {
        role,
        area,
        name,
        now,
        ...(person === undefined ? {} : { person }),
      }),
    );
    const bot =
      config.telegram === null
        ? undefined
        : await (await import('../../adapters/telegram/bot-name.ts')).findBotName(config.telegram);
    const link = bot === undefined ? null : `https://t.me/${bot}?start=${made.code}`;
    const expires = new Date(made.expiresAt).toISOString();
    if (options.json === true) await printJson({ code: made.code, link, role, area, expires });
    else
      await printLine(
        [
          `Code: ${made.code}`,
          ...(link === null ? [] : [`Link: ${link}`]),
          `For: ${name} (${role}, ${area})`,
          `Works once, until ${expires}`,
        ].join('\n'),
      );
  });
}
