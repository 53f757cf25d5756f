/** Activities and visits from a CSV file, such as those kept on paper or elsewhere: all rows or none. */
import { type CellProblem, defineImport, type ImportProblem } from '../imports/import.ts';
import { isArea } from '../language/areas.ts';
import { isDate, toDate } from '../language/calendar.ts';
import { normaliseName } from '../language/name.ts';
import { fieldRoles, findCaseload, findHoldersWithin } from '../people/index.ts';
import { type Reader, writeAudit } from '../store/index.ts';
import {
  type ActivityFacts,
  type ActivityKind,
  activityKinds,
  isActivityKind,
  mostPeople,
} from './activity.ts';
import { findSameDay } from './activity-store.ts';
import { storeActivity } from './log-activity.ts';

interface ParsedRow {
  readonly doer: string;
  readonly kind: ActivityKind;
  readonly date: string;
  /** Name of who was visited; empty for an event. */
  readonly visited: string;
  readonly people: number;
  readonly area: string;
  readonly place: string;
  readonly note: string;
}

interface Known {
  readonly today: string;
  /** Field workers by their compared name; several may share one. */
  readonly doers: ReadonlyMap<string, readonly { readonly id: string; readonly area: string }[]>;
}

async function load(read: Reader, now: number): Promise<Known> {
  const doers = new Map<string, { id: string; area: string }[]>();
  for (const { area, id, name } of await findHoldersWithin(read, fieldRoles, 'ID')) {
    const key = normaliseName(name);
    const same = doers.get(key) ?? [];
    if (!same.some((one) => one.id === id)) same.push({ id, area });
    doers.set(key, same);
  }
  return { doers, today: toDate(now, 'Asia/Jakarta') };
}

/** Who of the facilitator's people is meant; undefined when nobody or several are called so. */
async function findVisited(read: Reader, { doer, visited }: ParsedRow) {
  const key = normaliseName(visited);
  const same = (await findCaseload(read, doer)).filter((one) => normaliseName(one.name) === key);
  return same.length === 1 ? same[0] : undefined;
}

const toFacts = (row: ParsedRow, person: { id: string; area: string } | undefined): ActivityFacts => ({
  kind: row.kind,
  person: person?.id ?? null,
  date: row.date,
  people: row.kind === 'visit' ? 1 : row.people,
  place: row.place,
  area: person?.area ?? row.area,
  note: row.note,
});

function parseRow(
  cells: Readonly<Record<string, string>>,
  { doers, today }: Known,
): { readonly row: ParsedRow } | { readonly problems: readonly CellProblem[] } {
  const problems: CellProblem[] = [];
  const bad = (column: string, problem: string) => problems.push({ column, problem });
  const cell = (name: string): string => cells[name] ?? '';
  const date = cell('date');
  if (!isDate(date) || date > today) bad('date', `${date} is no day that has passed; example 2026-11-03`);
  const kind = cell('kind').toLowerCase();
  if (!isActivityKind(kind)) bad('kind', `${cell('kind')} is no kind; known: ${activityKinds.join(', ')}`);
  const found = doers.get(normaliseName(cell('recorded-by'))) ?? [];
  const [doer, ...others] = found;
  if (doer === undefined)
    bad('recorded-by', `nobody who works in the field is called ${cell('recorded-by')}`);
  else if (others.length > 0) bad('recorded-by', `${found.length} people are called ${cell('recorded-by')}`);
  const isVisit = kind === 'visit';
  const visited = cell('person');
  if (isVisit && visited === '') bad('person', 'a visit needs the name of who was visited');
  if (!isVisit && visited !== '') bad('person', 'only a visit has a person; leave it empty');
  const people = cell('people');
  if (!isVisit && (!/^\d+$/u.test(people) || Number(people) < 1 || Number(people) > mostPeople))
    bad('people', `${people} is no number of people from 1 to ${mostPeople}`);
  const area = cell('area');
  if (!isVisit && !isArea(area)) bad('area', `${area} is no area code; example 33.74.01`);
  if (problems.length > 0 || doer === undefined || !isActivityKind(kind)) return { problems };
  return {
    row: {
      doer: doer.id,
      kind,
      date,
      visited,
      people: Number(people),
      area,
      place: cell('place'),
      note: cell('note'),
    },
  };
}

export const activityImport = defineImport<ParsedRow, Known>({
  kind: 'activities',
  columns: [
    { name: 'date', required: true, about: 'YYYY-MM-DD', examples: ['2026-11-03', '2026-11-05'] },
    {
      name: 'recorded-by',
      required: true,
      about: 'name of the facilitator or office',
      examples: ['Rina Wati', 'Rina Wati'],
    },
    { name: 'kind', required: true, about: activityKinds.join(', '), examples: ['solidarity', 'visit'] },
    { name: 'person', required: false, about: 'of a visit: who was visited', examples: ['', 'Siti Aminah'] },
    { name: 'people', required: false, about: 'of an event: how many were there', examples: ['40', ''] },
    { name: 'area', required: false, about: 'of an event: Kemendagri code', examples: ['33.74.01', ''] },
    { name: 'place', required: false, about: 'where, in words', examples: ['balai kelurahan', ''] },
    {
      name: 'note',
      required: false,
      about: 'what else matters; no identity numbers',
      examples: ['HKSN', ''],
    },
  ],
  load: ({ now, read }) => load(read, now),
  parse: parseRow,
  keyOf: ({ area, date, doer, kind, people, visited }) =>
    [doer, kind, date, normaliseName(visited), people, area].join('|'),
  async checkAll(rows, _known, { read }) {
    const problems: ImportProblem[] = [];
    for (const { line, row } of rows) {
      const person = row.kind === 'visit' ? await findVisited(read, row) : undefined;
      if (row.kind === 'visit' && person === undefined) {
        problems.push({
          line,
          column: 'person',
          problem: `${row.visited} is not, or not only one, among the people of that facilitator`,
        });
        continue;
      }
      const facts = toFacts(row, person);
      const same = (await findSameDay(read, { doer: row.doer, kind: row.kind, date: row.date })).find(
        (one) => one.area === facts.area && one.person === facts.person && one.people === facts.people,
      );
      if (same !== undefined)
        problems.push({ line, column: 'date', problem: `is recorded already, as number ${same.number}` });
    }
    return problems;
  },
  async store(tx, rows, { actor, now }) {
    for (const [at, row] of rows.entries()) {
      const person = row.kind === 'visit' ? await findVisited(tx, row) : undefined;
      const from = { source: `import|${now}`, line: at, now, by: actor };
      await storeActivity(tx, row.doer, toFacts(row, person), from);
    }
    await writeAudit(tx, { at: now, actor, action: 'import.activities', about: `rows:${rows.length}` });
  },
});
