/** Households, receipts and partners from CSV files. People are registered before: their name and area find them. */
import { type CellProblem, defineImport, type ImportProblem, type ImportSpec } from '../imports/import.ts';
import { isArea } from '../language/areas.ts';
import { isDate } from '../language/calendar.ts';
import { normaliseName } from '../language/name.ts';
import { parseCount } from '../language/number.ts';
import { findPersonByKey } from '../people/index.ts';
import { newId, type Reader, type Writer, writeAudit } from '../store/index.ts';
import { findBsimuOf, insertBsimu } from './bsimu-store.ts';
import { countBsimu } from './count-ladder.ts';
import { findPartnerNamed, insertPartner } from './partner-store.ts';
import { ensureKpm } from './record-kpm.ts';
import {
  type BusinessKind,
  businessKinds,
  type Funding,
  type Graduation,
  graduations,
  isBusinessKind,
  isFunding,
  isGraduation,
  isPartnerKind,
  isStage,
  type PartnerKind,
  partnerKinds,
  type Standing,
} from './stage.ts';
import { updateKpm } from './store.ts';

interface Named {
  readonly name: string;
  readonly area: string;
}

const person = [
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
] as const;

const today = (now: number): string => new Date(now).toISOString().slice(0, 10);

function readNamed(cells: Readonly<Record<string, string>>, problems: CellProblem[]): Named {
  const { area = '', name = '' } = cells;
  if (normaliseName(name) === '') problems.push({ column: 'name', problem: 'holds no name' });
  if (!isArea(area))
    problems.push({ column: 'area', problem: `${area} is no area code; example 33.74.01.1001` });
  return { area, name };
}

const keyOf = ({ area, name }: Named): string => `${normaliseName(name)}|${area}`;

const findNamed = (read: Reader, row: Named) => findPersonByKey(read, normaliseName(row.name), row.area);

const notRegistered = ({ area, name }: Named): CellProblem => ({
  column: 'name',
  problem: `no one person called ${name} in ${area}; import people first`,
});

async function checkNamed(
  rows: readonly { readonly line: number; readonly row: Named }[],
  read: Reader,
): Promise<readonly ImportProblem[]> {
  const problems: ImportProblem[] = [];
  for (const { line, row } of rows)
    if ((await findNamed(read, row)) === undefined) problems.push({ line, ...notRegistered(row) });
  return problems;
}

async function getNamed(tx: Writer, row: Named): Promise<{ id: string; area: string }> {
  const id = await findNamed(tx, row);
  if (id === undefined)
    throw new Error(`the store changed meanwhile (${notRegistered(row).problem}); import again`);
  return { id, area: row.area };
}

interface KpmImport extends Named {
  readonly graduation: Graduation | null;
  readonly businessKind: BusinessKind | null;
  readonly business: string;
  readonly brand: string;
  readonly stage: Standing;
  readonly since: string | null;
}

const kpmImport = defineImport<KpmImport, { readonly today: string }>({
  kind: 'kpm',
  columns: [
    ...person,
    {
      name: 'graduation',
      required: false,
      about: `${graduations.join(' or ')}; empty is not known`,
      examples: ['natural', 'welfare'],
    },
    {
      name: 'business-kind',
      required: false,
      about: businessKinds.join(', '),
      examples: ['grocery', 'food'],
    },
    {
      name: 'business',
      required: false,
      about: 'in own words',
      examples: ['warung kelontong', 'keripik pisang'],
    },
    { name: 'brand', required: false, about: 'name of the business', examples: ['Warung Bu Siti', ''] },
    { name: 'stage', required: false, about: 'wp, wb, wm or none', examples: ['wp', 'none'] },
    { name: 'since', required: false, about: 'day of that stage, YYYY-MM-DD', examples: ['2026-03-02', ''] },
  ],
  load: async ({ now }) => ({ today: today(now) }),
  parse(cells, known) {
    const problems: CellProblem[] = [];
    const named = readNamed(cells, problems);
    const { brand = '', business = '', graduation = '', since = '' } = cells;
    const kind = cells['business-kind'] ?? '';
    const stage = (cells.stage ?? '').toLowerCase() || 'none';
    if (graduation !== '' && !isGraduation(graduation))
      problems.push({
        column: 'graduation',
        problem: `${graduation} is neither ${graduations.join(' nor ')}`,
      });
    if (kind !== '' && !isBusinessKind(kind))
      problems.push({
        column: 'business-kind',
        problem: `${kind} is unknown; known: ${businessKinds.join(', ')}`,
      });
    if (stage !== 'none' && !isStage(stage))
      problems.push({ column: 'stage', problem: `${stage} is no stage; known: wp, wb, wm, none` });
    if (stage !== 'none' && !isDate(since))
      problems.push({ column: 'since', problem: 'a stage needs its day; example 2026-03-02' });
    else if (since > known.today) problems.push({ column: 'since', problem: `${since} lies ahead` });
    if (problems.length > 0) return { problems };
    return {
      row: {
        ...named,
        graduation: isGraduation(graduation) ? graduation : null,
        businessKind: isBusinessKind(kind) ? kind : null,
        business,
        brand,
        stage: isStage(stage) ? stage : 'none',
        since: since === '' ? null : since,
      },
    };
  },
  keyOf,
  checkAll: (rows, _known, { read }) => checkNamed(rows, read),
  async store(tx, rows, { actor, now }) {
    for (const row of rows) {
      const subject = await getNamed(tx, row);
      await ensureKpm(tx, subject, actor, now);
      const { brand, business, businessKind, graduation, since, stage } = row;
      await updateKpm(tx, subject.id, {
        ...{ graduation, businessKind, business, brand },
        ...{ stage, stageSince: since, updatedAt: now },
      });
    }
    await writeAudit(tx, { at: now, actor, action: 'import.kpm', about: `rows:${rows.length}` });
  },
});

interface BsimuImport extends Named {
  readonly date: string;
  readonly amount: number;
  readonly funding: Funding;
  readonly note: string;
}

const bsimuImport = defineImport<BsimuImport, { readonly today: string }>({
  kind: 'bsimu',
  columns: [
    ...person,
    { name: 'date', required: true, about: 'YYYY-MM-DD', examples: ['2026-03-12', '2026-03-12'] },
    { name: 'amount', required: true, about: 'whole rupiah, as received', examples: ['3500000', '500000'] },
    { name: 'funding', required: true, about: 'apbn or hdn', examples: ['apbn', 'hdn'] },
    { name: 'note', required: false, about: 'in own words', examples: ['', 'untuk modal etalase'] },
  ],
  load: async ({ now }) => ({ today: today(now) }),
  parse(cells, known) {
    const problems: CellProblem[] = [];
    const named = readNamed(cells, problems);
    const { date = '', note = '' } = cells;
    const amount = parseCount(cells.amount ?? '');
    const funding = (cells.funding ?? '').toLowerCase();
    if (!isDate(date)) problems.push({ column: 'date', problem: `${date} is no day; example 2026-03-12` });
    else if (date > known.today) problems.push({ column: 'date', problem: `${date} lies ahead` });
    if (amount === undefined || amount === 0)
      problems.push({
        column: 'amount',
        problem: `${cells.amount} is no amount in whole rupiah; example 3500000`,
      });
    if (!isFunding(funding))
      problems.push({ column: 'funding', problem: `${cells.funding} is neither apbn nor hdn` });
    if (problems.length > 0 || amount === undefined || !isFunding(funding)) return { problems };
    return { row: { ...named, date, amount, funding, note } };
  },
  keyOf: (row) => `${keyOf(row)}|${row.date}|${row.amount}|${row.funding}`,
  async checkAll(rows, _known, { read }) {
    const problems: ImportProblem[] = [...(await checkNamed(rows, read))];
    for (const { line, row } of rows) {
      const id = await findNamed(read, row);
      const same =
        id !== undefined &&
        (await findBsimuOf(read, id)).some((one) => one.date === row.date && one.amount === row.amount);
      if (same) problems.push({ line, column: 'amount', problem: 'this receipt is in the store already' });
    }
    return problems;
  },
  async store(tx, rows, { actor, now }) {
    for (const row of rows) {
      const subject = await getNamed(tx, row);
      await ensureKpm(tx, subject, actor, now);
      const { amount, date, funding, note } = row;
      const stored = await insertBsimu(tx, {
        ...{ person: subject.id, area: subject.area, date, amount, funding, note },
        ...{ id: newId(now), recordedBy: actor, source: '', backDated: date < today(now), createdAt: now },
      });
      await countBsimu(tx, stored, 1);
    }
    await writeAudit(tx, { at: now, actor, action: 'import.bsimu', about: `rows:${rows.length}` });
  },
});

interface PartnerImport extends Named {
  readonly kind: PartnerKind;
}

const partnerImport = defineImport<PartnerImport, undefined>({
  kind: 'partners',
  columns: [
    {
      name: 'name',
      required: true,
      about: 'full name',
      examples: ['PT Maju Jaya', 'Universitas Diponegoro'],
    },
    { name: 'kind', required: true, about: partnerKinds.join(', '), examples: ['company', 'university'] },
    { name: 'area', required: true, about: 'Kemendagri code, or ID', examples: ['33.74', '33'] },
  ],
  load: async () => undefined,
  parse(cells) {
    const problems: CellProblem[] = [];
    const named = readNamed(cells, problems);
    const kind = (cells.kind ?? '').toLowerCase();
    if (!isPartnerKind(kind))
      problems.push({
        column: 'kind',
        problem: `${cells.kind} is unknown; known: ${partnerKinds.join(', ')}`,
      });
    return problems.length > 0 || !isPartnerKind(kind) ? { problems } : { row: { ...named, kind } };
  },
  keyOf,
  async store(tx, rows, { actor, now }) {
    for (const { area, kind, name } of rows) {
      const nameKey = normaliseName(name);
      if ((await findPartnerNamed(tx, nameKey, area)) !== undefined) continue;
      const made = { createdBy: actor, createdAt: now, endedAt: null };
      await insertPartner(tx, { id: newId(now), name, nameKey, kind, area, ...made });
    }
    await writeAudit(tx, { at: now, actor, action: 'import.partners', about: `rows:${rows.length}` });
  },
});

export const ladderImports: readonly ImportSpec[] = [kpmImport, bsimuImport, partnerImport];
