/** Targets and reported progress from CSV files: checked against one another and against what stands already. */
import { type CellProblem, defineImport, type ImportProblem } from '../imports/import.ts';
import { areaName, isArea, isWithin } from '../language/areas.ts';
import { normaliseName } from '../language/name.ts';
import { findHoldersWithin } from '../people/index.ts';
import { writeAudit } from '../store/index.ts';
import type { Indicator, Indicators } from './indicator.ts';
import { isPeriod } from './period.ts';
import { storeReport } from './report-progress.ts';
import { findAllTargets, putTarget, type TargetRow } from './store.ts';
import {
  areaAbove,
  type Funding,
  fitNumber,
  fundings,
  isFunding,
  isProgramme,
  largestNumber,
  personScope,
  programmes,
  type TargetKey,
} from './target.ts';

type Cells = Readonly<Record<string, string>>;

interface Holder {
  readonly id: string;
  readonly name: string;
  readonly area: string;
}

interface Known {
  readonly holders: readonly Holder[];
  readonly stored: readonly TargetRow[];
}

interface ParsedRow extends TargetKey {
  readonly scope: string;
  readonly parent: string | null;
  /** The number, or the share of the number above in percent. */
  readonly amount: { readonly number: number } | { readonly percent: number };
  readonly source: string;
}

const wholeNumber = /^\d+$/u;
const share = /^(\d+(?:[.,]\d+)?) ?%$/u;

function readNumber(cell: string): { readonly number: number } | { readonly problem: string } {
  const plain = cell.replace(/^(\d{1,3}(?:\.\d{3})+)$/u, (all) => all.replaceAll('.', ''));
  if (/^[-−]/u.test(cell)) return { problem: `${cell} is below zero` };
  if (!wholeNumber.test(plain)) return { problem: `${cell} is no whole number; example 900` };
  return Number(plain) > largestNumber
    ? { problem: `${cell} is more than ${largestNumber}` }
    : { number: Number(plain) };
}

function readCommon(cells: Cells, indicators: Indicators) {
  const problems: CellProblem[] = [];
  const bad = (column: string, problem: string) => problems.push({ column, problem });
  const indicator = indicators.find((cells.indicator ?? '').toLowerCase());
  if (indicator === undefined)
    bad(
      'indicator',
      `${cells.indicator} is unknown; known: ${indicators.all.map((one) => one.id).join(', ')}`,
    );
  const area = (cells.area ?? '').toUpperCase();
  if (!isArea(area)) bad('area', `${cells.area} is no area code; example 33.74, or ID for the whole country`);
  const typed = cells.funding ?? '';
  const funding = typed === '' ? 'none' : /^none$/iu.test(typed) ? 'none' : typed.toUpperCase();
  if (!isFunding(funding)) bad('funding', `${typed} is unknown; known: ${fundings.join(', ')}`);
  return { problems, bad, indicator, area, funding: funding as Funding };
}

const readHolder = (name: string, area: string, holders: readonly Holder[]): string | CellProblem => {
  const same = holders.filter(
    (one) => normaliseName(one.name) === normaliseName(name) && isWithin(one.area, area),
  );
  const ids = new Set(same.map((one) => one.id));
  if (ids.size === 1) return same[0]?.id ?? '';
  const found = ids.size === 0 ? 'no facilitator' : `${ids.size} facilitators`;
  return { column: 'facilitator', problem: `${found} in ${areaName(area)} of the name ${name}` };
};

const keyText = (row: TargetKey): string => `${row.indicator}|${row.programme}|${row.period}|${row.funding}`;
const scopeText = (row: TargetKey, scope: string): string => `${keyText(row)}|${scope}`;

interface Placed {
  readonly line: number | null;
  readonly row: TargetKey & { readonly scope: string; readonly parent: string | null };
  readonly number: number;
}

/** The numbers of all rows, shares worked out from the top down, over what is stored; and what does not fit. */
function placeRows(
  rows: readonly { readonly line: number; readonly row: ParsedRow }[],
  stored: readonly TargetRow[],
): { readonly placed: ReadonlyMap<string, Placed>; readonly problems: readonly ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const bad = (line: number, problem: string, column = 'number') => problems.push({ line, column, problem });
  const placed = new Map<string, Placed>(
    stored.map((row) => [scopeText(row, row.scope), { line: null, row, number: row.number }]),
  );
  const depth = (row: ParsedRow) =>
    row.parent === null ? 0 : row.parent === 'ID' ? 1 : row.parent.split('.').length + 1;
  const order = [...rows].sort((a, b) => depth(a.row) - depth(b.row) || a.line - b.line);
  for (const { line, row } of order) {
    const whole = row.parent === null ? undefined : placed.get(scopeText(row, row.parent));
    if ('percent' in row.amount && whole === undefined) {
      bad(line, `a share needs the number of ${areaName(row.parent ?? 'ID')}; add a row for it`);
      continue;
    }
    const number =
      'number' in row.amount
        ? row.amount.number
        : Math.floor(((whole?.number ?? 0) * row.amount.percent) / 100);
    placed.set(scopeText(row, row.scope), { line, row, number });
  }
  const sums = new Map<string, number>();
  for (const { row, number } of placed.values()) {
    if (row.parent === null) continue;
    const key = scopeText(row, row.parent);
    sums.set(key, (sums.get(key) ?? 0) + number);
  }
  for (const { line, row, number } of placed.values()) {
    const mine = sums.get(scopeText(row, row.scope)) ?? 0;
    const whole = row.parent === null ? undefined : placed.get(scopeText(row, row.parent));
    const all = row.parent === null ? 0 : (sums.get(scopeText(row, row.parent)) ?? 0);
    if (line === null) continue;
    if (row.parent !== null && whole === undefined) {
      const above = aboveOf(row.parent).find((area) => placed.has(scopeText(row, area)));
      if (above !== undefined)
        bad(
          line,
          `${areaName(row.parent)} has no number yet, but ${areaName(above)} has; add a row for it`,
          'area',
        );
    }
    const fits = fitNumber(number, { parent: whole?.number ?? null, others: all - number, children: mine });
    if (fits.kind === 'above-parent')
      bad(
        line,
        `together ${all} for the parts of ${areaName(row.parent ?? 'ID')}, which has ${fits.parent} (above 100 %)`,
      );
    if (fits.kind === 'below-children')
      bad(line, `${number} is less than its parts together, ${fits.children}`);
  }
  return { placed, problems: problems.sort((a, b) => a.line - b.line) };
}

const aboveOf = (area: string): readonly string[] => {
  const next = areaAbove(area);
  return next === undefined ? [] : [next, ...aboveOf(next)];
};

export const targetImport = (indicators: () => Indicators) =>
  defineImport<ParsedRow, Known>({
    kind: 'targets',
    columns: [
      { name: 'indicator', required: true, about: 'what is counted', examples: ['sessions', 'prokus-kpm'] },
      {
        name: 'programme',
        required: false,
        about: `one of ${programmes.join(', ')}, or empty`,
        examples: ['', 'prokus'],
      },
      { name: 'area', required: true, about: 'Kemendagri code, or ID', examples: ['33.74', '33'] },
      {
        name: 'facilitator',
        required: false,
        about: 'name, when the number is for one facilitator of that area',
        examples: ['', ''],
      },
      { name: 'period', required: true, about: '2026, 2026-Q4 or 2026-11', examples: ['2026', '2026-Q4'] },
      { name: 'funding', required: false, about: fundings.join(', '), examples: ['none', 'APBN'] },
      {
        name: 'number',
        required: true,
        about: 'whole number, or a share of the number above such as 40%',
        examples: ['900', '250'],
      },
      {
        name: 'source',
        required: true,
        about: 'who set it, where it stands',
        examples: ['SK 12/2026', 'DIPA 2026'],
      },
    ],
    load: async ({ read }) => ({
      holders: await findHoldersWithin(read, ['facilitator'], 'ID'),
      stored: await findAllTargets(read),
    }),
    parse(cells, { holders }) {
      const { problems, bad, indicator, area, funding } = readCommon(cells, indicators());
      const period = (cells.period ?? '').toUpperCase();
      const programme = (cells.programme ?? '').toLowerCase();
      const name = cells.facilitator ?? '';
      if (!isPeriod(period)) bad('period', `${cells.period} is no period; examples 2026, 2026-Q4, 2026-11`);
      if (!isProgramme(programme))
        bad('programme', `${programme} is unknown; known: ${programmes.join(', ')}`);
      const percent = share.exec(cells.number ?? '')?.[1]?.replace(',', '.');
      const read = percent === undefined ? readNumber(cells.number ?? '') : { percent: Number(percent) };
      if ('problem' in read) bad('number', read.problem);
      if ('percent' in read && read.percent > 100) bad('number', `${cells.number} is above 100 %`);
      const holder = name === '' || !isArea(area) ? '' : readHolder(name, area, holders);
      if (typeof holder !== 'string') problems.push(holder);
      if (indicator === undefined || problems.length > 0 || 'problem' in read || typeof holder !== 'string')
        return { problems };
      const key = { indicator: indicator.id, programme, period, funding };
      const place =
        holder === ''
          ? { scope: area, parent: areaAbove(area) ?? null }
          : { scope: personScope(holder), parent: area };
      return { row: { ...key, ...place, amount: read, source: cells.source ?? '' } };
    },
    keyOf: (row) => scopeText(row, row.scope),
    checkAll: (rows, { stored }) => placeRows(rows, stored).problems,
    async store(tx, rows, { actor, now }) {
      const lines = rows.map((row, at) => ({ line: at, row }));
      const { placed, problems } = placeRows(lines, await findAllTargets(tx));
      if (problems.length > 0) throw new Error('the targets in the store changed meanwhile; import again');
      for (const row of rows) {
        const { indicator, programme, period, funding, scope, parent, source } = row;
        const number = placed.get(scopeText(row, scope))?.number ?? 0;
        const key = { indicator, programme, period, funding };
        await putTarget(tx, {
          ...key,
          scope,
          parent,
          number,
          source,
          ministry: true,
          setBy: actor,
          setAt: now,
        });
      }
      await writeAudit(tx, { at: now, actor, action: 'import.targets', about: `rows:${rows.length}` });
    },
  });

interface ProgressRow {
  readonly indicator: Indicator;
  readonly area: string;
  readonly month: string;
  readonly funding: Funding;
  readonly number: number;
  readonly source: string;
}

export const progressImport = (indicators: () => Indicators) =>
  defineImport<ProgressRow, null>({
    kind: 'progress',
    columns: [
      {
        name: 'indicator',
        required: true,
        about: 'what was reported',
        examples: ['prokus-kpm', 'puskesos-village'],
      },
      { name: 'area', required: true, about: 'Kemendagri code, or ID', examples: ['33.74', '33.22'] },
      { name: 'month', required: true, about: 'the month reported on', examples: ['2026-10', '2026-10'] },
      { name: 'funding', required: false, about: fundings.join(', '), examples: ['APBN', 'none'] },
      { name: 'number', required: true, about: 'done in that month', examples: ['40', '3'] },
      {
        name: 'source',
        required: true,
        about: 'the report',
        examples: ['Laporan Oktober', 'Laporan Oktober'],
      },
    ],
    load: async () => null,
    parse(cells) {
      const { problems, bad, indicator, area, funding } = readCommon(cells, indicators());
      const month = cells.month ?? '';
      if (!isPeriod(month) || !/^\d{4}-\d{2}$/u.test(month))
        bad('month', `${month} is no month; example 2026-10`);
      if (indicator?.origin === 'computed')
        bad('indicator', `${indicator.id} is counted from records and cannot be reported`);
      const read = readNumber(cells.number ?? '');
      if ('problem' in read) bad('number', read.problem);
      if (indicator === undefined || 'problem' in read || problems.length > 0) return { problems };
      return { row: { indicator, area, month, funding, number: read.number, source: cells.source ?? '' } };
    },
    keyOf: (row) => `${row.indicator.id}|${row.area}|${row.month}|${row.funding}`,
    async store(tx, rows, { actor, now }) {
      for (const row of rows) await storeReport(tx, actor, { ...row, now });
      await writeAudit(tx, { at: now, actor, action: 'import.progress', about: `rows:${rows.length}` });
    },
  });
