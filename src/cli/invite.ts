/** `dayabot invite`: one-time codes that give a role in an area, one at the shell or many from a file to a file. */
import { open, rm } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import type { Config } from '../config.ts';
import { importFile, importTemplate } from '../imports/import.ts';
import { isArea } from '../language/areas.ts';
import {
  findPerson,
  invitationImport,
  isRoleName,
  issueInvitation,
  type MadeInvitation,
  roleNames,
} from '../people/index.ts';
import { readCsvFile, refused } from './csv-file.ts';
import { CommandFailed, UsageWrong } from './failure.ts';
import { withStore } from './open.ts';
import { printJson, printLine } from './print.ts';

interface InviteOptions {
  readonly role?: string;
  readonly area?: string;
  readonly name?: string;
  readonly person?: string;
  readonly from?: string;
  readonly to?: string;
  readonly template?: boolean;
  readonly json?: boolean;
}

export async function invite(options: InviteOptions): Promise<void> {
  if (options.template === true) {
    const rows = importTemplate(invitationImport(() => undefined));
    return printLine(stringify(rows.map((row) => [...row])).trimEnd());
  }
  const { area, from, name, role, to } = options;
  if (from !== undefined || to !== undefined) {
    if (from === undefined || to === undefined)
      throw new UsageWrong('Many invitations need both: --from FILE.csv --to FILE.csv');
    return inviteMany(from, to, options.json === true);
  }
  if (role === undefined || area === undefined || name === undefined)
    throw new UsageWrong('Needed: --role ROLE --area CODE --name NAME, or --from FILE.csv --to FILE.csv');
  return inviteOne({ ...options, role, area, name });
}

/** How a code becomes a link; null without a bot that can be reached. */
async function findLinker(config: Config): Promise<(code: string) => string | null> {
  const bot =
    config.telegram === null
      ? undefined
      : await (await import('../../adapters/telegram/bot-name.ts')).findBotName(config.telegram);
  return (code) => (bot === undefined ? null : `https://t.me/${bot}?start=${code}`);
}

async function inviteOne(
  options: InviteOptions & { readonly role: string; readonly area: string; readonly name: string },
): Promise<void> {
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
    const link = (await findLinker(config))(made.code);
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

/** The target is opened, for its owner only, before anything is stored: codes exist nowhere else. */
async function inviteMany(from: string, to: string, json: boolean): Promise<void> {
  const bytes = await readCsvFile(from);
  await withStore(async ({ clock, config, store }) => {
    const linkOf = await findLinker(config);
    const target = await open(to, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      throw new CommandFailed(
        error.code === 'EEXIST' ? `${to} exists already. Choose another name.` : `${to} cannot be written.`,
      );
    });
    let made: readonly MadeInvitation[] = [];
    try {
      const spec = invitationImport((all) => {
        made = all;
      });
      const result = await importFile(store, spec, bytes, {
        now: clock.now(),
        actor: 'system:shell',
        dryRun: false,
      });
      if (result.kind === 'refused') throw refused(from, result.problems);
      const rows = made.map(({ area, code, expiresAt, name, role }) => ({
        name,
        role,
        area,
        code,
        link: linkOf(code) ?? '',
        expires: new Date(expiresAt).toISOString(),
      }));
      const columns = ['name', 'role', 'area', 'code', 'link', 'expires'];
      await target.writeFile(stringify(rows, { header: true, columns, bom: true, escape_formulas: true }));
      await target.sync();
    } finally {
      await target.close();
      if (made.length === 0) await rm(to, { force: true });
    }
    if (json) await printJson({ invitations: made.length, file: to });
    else await printLine(`${made.length} invitations written to ${to}; each code works once, for a week`);
  });
}
