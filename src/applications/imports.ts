/**
 * Applications from a CSV file, for people who are registered already. They come without one-time codes: whoever
 * accompanies a person gives one with the button of the application.
 */
import { type CellProblem, defineImport, type ImportProblem } from '../imports/import.ts';
import { isArea } from '../language/areas.ts';
import { isDate, startOfDate } from '../language/calendar.ts';
import { zoneOfArea } from '../language/locale.ts';
import { normaliseName } from '../language/name.ts';
import { findPersonByKey } from '../people/index.ts';
import { type Reader, writeAudit } from '../store/index.ts';
import { isOpen, isStage, readPapers, type Stage, stages } from './application.ts';
import { readNumber } from './application-number.ts';
import { countApproved } from './count-approved.ts';
import { takeProgramme } from './programme.ts';
import { readProgrammes } from './programme-source.ts';
import { storeApplication } from './register.ts';
import { findApplication, findApplicationsOf } from './store.ts';

interface ParsedRow {
  readonly name: string;
  readonly area: string;
  readonly programme: string;
  readonly stage: Stage;
  /** `YYYY-MM-DD`. */
  readonly since: string;
  readonly missing: readonly string[];
  readonly reason: string;
  readonly number: string | undefined;
}

/** What is wrong with a row in view of what is stored, as column and problem; or the id of its person. */
async function place(read: Reader, row: ParsedRow): Promise<{ readonly person: string } | CellProblem> {
  const person = await findPersonByKey(read, normaliseName(row.name), row.area);
  if (person === undefined)
    return {
      column: 'name',
      problem: `no one person called ${row.name} in ${row.area}; import people first`,
    };
  if (row.number !== undefined && (await findApplication(read, row.number)) !== undefined)
    return { column: 'number', problem: `${row.number} is in the store already` };
  const open = (await findApplicationsOf(read, person)).find(
    (one) => one.programme === row.programme && isOpen(one.stage),
  );
  if (open !== undefined && isOpen(row.stage))
    return { column: 'programme', problem: `${open.number} is open already for this person and programme` };
  return { person };
}

export const applicationImport = defineImport<ParsedRow, { readonly today: string }>({
  kind: 'applications',
  columns: [
    {
      name: 'number',
      required: false,
      about: 'only for applications exported before; else the bot gives one',
      examples: ['', ''],
    },
    {
      name: 'name',
      required: true,
      about: 'full name of a person who is registered',
      examples: ['Siti Aminah', 'Budi Santoso'],
    },
    {
      name: 'area',
      required: true,
      about: 'Kemendagri code, as the person has it',
      examples: ['33.74.01.1001', '33.74.01.1002'],
    },
    { name: 'programme', required: true, about: 'such as PENA, KUBE, LKS', examples: ['PENA', 'KUBE'] },
    {
      name: 'stage',
      required: false,
      about: `${stages.join(', ')}; empty is received`,
      examples: ['received', 'proposed'],
    },
    {
      name: 'since',
      required: true,
      about: 'day of that stage, YYYY-MM-DD',
      examples: ['2026-11-02', '2026-10-20'],
    },
    { name: 'missing', required: false, about: 'missing papers, by commas', examples: ['KK', ''] },
    { name: 'reason', required: false, about: 'of a decision', examples: ['', ''] },
  ],
  load: async ({ now }) => ({ today: new Date(now).toISOString().slice(0, 10) }),
  parse(cells, { today }) {
    const problems: CellProblem[] = [];
    const bad = (column: string, problem: string) => problems.push({ column, problem });
    const programmes = readProgrammes();
    const area = cells.area ?? '';
    const since = cells.since ?? '';
    const stage = (cells.stage ?? '') === '' ? 'received' : (cells.stage ?? '').toLowerCase();
    const programme = takeProgramme(cells.programme ?? '', programmes)?.programme;
    if (normaliseName(cells.name ?? '') === '') bad('name', 'holds no name');
    if (!isArea(area)) bad('area', `${area} is no area code; example 33.74.01.1001`);
    if (programme === undefined)
      bad(
        'programme',
        `${cells.programme} is unknown; known: ${programmes.all.map((one) => one.name.id).join(', ')}`,
      );
    if (!isStage(stage)) bad('stage', `${cells.stage} is no stage; known: ${stages.join(', ')}`);
    if (!isDate(since)) bad('since', `${since} is no day; example 2026-11-02`);
    else if (since > today) bad('since', `${since} lies ahead`);
    if ((stage === 'refused' || stage === 'approved') && (cells.reason ?? '') === '')
      bad('reason', `a decision (${stage}) needs its reason`);
    const typed = cells.number ?? '';
    const number = typed === '' ? undefined : readNumber(typed, programmes.prefixes);
    if (number?.kind === 'misread') bad('number', `${typed} is no number of an application (${number.why})`);
    else if (number !== undefined && programme !== undefined && !number.number.startsWith(programme.prefix))
      bad('number', `${typed} is no number of ${programme.name.id}`);
    if (problems.length > 0 || programme === undefined || !isStage(stage)) return { problems };
    return {
      row: {
        name: cells.name ?? '',
        area,
        programme: programme.prefix,
        stage,
        since,
        missing: isOpen(stage) ? readPapers(cells.missing ?? '') : [],
        reason: cells.reason ?? '',
        number: number?.kind === 'number' ? number.number : undefined,
      },
    };
  },
  keyOf: (row) =>
    row.number ?? `${normaliseName(row.name)}|${row.area}|${row.programme}|${isOpen(row.stage)}`,
  async checkAll(rows, _known, { read }) {
    const problems: ImportProblem[] = [];
    for (const { line, row } of rows) {
      const placed = await place(read, row);
      if ('problem' in placed) problems.push({ line, ...placed });
    }
    return problems;
  },
  async store(tx, rows, { actor, now }) {
    for (const row of rows) {
      const placed = await place(tx, row);
      if ('problem' in placed)
        throw new Error(`the store changed meanwhile (${placed.problem}); import again`);
      const { area, missing, number, programme, reason, since, stage } = row;
      const stored = await storeApplication(
        tx,
        {
          person: placed.person,
          area,
          programme,
          stage,
          missing,
          registeredBy: actor,
          registeredAt: startOfDate(since, zoneOfArea(area)),
          approvedOn: stage === 'approved' || stage === 'done' ? since : null,
          codeHash: null,
          what: 'import',
          ...(number === undefined ? {} : { number }),
          ...(reason === '' ? {} : { reason }),
        },
        now,
      );
      await countApproved(tx, stored, 1);
    }
    await writeAudit(tx, { at: now, actor, action: 'import.applications', about: `rows:${rows.length}` });
  },
});
