/** The registers from CSV files, all rows of a file or none. */
import { type CellProblem, defineImport, type ImportColumn, type ImportProblem } from '../imports/import.ts';
import { isArea } from '../language/areas.ts';
import { isDate, toDate } from '../language/calendar.ts';
import { writeAudit } from '../store/index.ts';
import { columnOf } from './columns.ts';
import { findAlike, type NewEntry, storeEntry } from './keep-entry.ts';
import { type Gain, storeGain } from './move-entry.ts';
import { officeNameOf } from './place.ts';
import { type FactName, isStage, pillarKinds, type RegisterName, stages } from './register.ts';
import { mostSize, readField, type SheetName, sheets, toFacts } from './sheet.ts';

interface ParsedRow extends NewEntry {
  readonly gain: Gain | undefined;
}

const isYes = (text: string): boolean => /^(?:ya|y|yes|1|true|aktif)$/iu.test(text);
const isNo = (text: string): boolean => /^(?:tidak|t|no|n|0|false|nonaktif)$/iu.test(text);

/** Why a cell is wrong, in English as all of the shell. */
const reasons: Readonly<Record<FactName, string>> = {
  kind: 'is not known here',
  name: 'holds no name',
  area: 'is no area code that fits; example 33.74.01.1001',
  since: 'is neither a day that has passed nor a year; example 2021-03-15 or 2021',
  size: 'is no whole number that can be right',
  legalForm: 'is none of yayasan, perkumpulan, none',
  registration: 'is no registration number',
  expires: 'is no day; example 2027-12-31',
  note: 'is too long',
};

const column = (
  name: string,
  required: boolean,
  about: string,
  ...examples: readonly [string, string]
): ImportColumn => ({ name, required, about, examples });

interface Known {
  readonly today: string;
}

function parseRow(
  register: RegisterName,
  cells: Readonly<Record<string, string>>,
  { today }: Known,
): { readonly row: ParsedRow } | { readonly problems: readonly CellProblem[] } {
  const problems: CellProblem[] = [];
  const bad = (name: string, problem: string) => problems.push({ column: name, problem });
  const kind = (cells.kind ?? '').toLowerCase();
  if (register === 'pillar' && !(pillarKinds as readonly string[]).includes(kind)) {
    bad('kind', `${cells.kind} is no kind of pillar; known: ${pillarKinds.join(', ')}`);
    return { problems };
  }
  const sheet: SheetName = register === 'pillar' ? (kind === 'lks' ? 'lks' : 'pillar') : register;
  const values: Partial<Record<FactName, string>> = {};
  for (const { id, required } of sheets[sheet].fields) {
    const name = columnOf(register, id);
    const typed = cells[name] ?? '';
    if (typed === '') {
      if (required) bad(name, 'is empty');
      continue;
    }
    if (id === 'area' && !isArea(typed)) {
      bad(name, `${typed} is no area code; example 33.74.01.1001`);
      continue;
    }
    const read = readField(sheet, id, typed, { today, within: 'ID', lang: 'id' });
    if (read.kind === 'ok') values[id] = read.value;
    else bad(name, `${typed} ${reasons[id]}`);
  }
  const stage = cells.stage === undefined || cells.stage === '' ? 'preparation' : cells.stage.toLowerCase();
  const stageOn = cells['stage-date'] ?? '';
  if (register === 'kat' && !isStage(stage))
    bad('stage', `${cells.stage} is no stage; known: ${stages.join(', ')}`);
  if (stageOn !== '' && (!isDate(stageOn) || stageOn > today))
    bad('stage-date', `${stageOn} is no day that has passed; example 2026-11-02`);
  const active = cells.active ?? '';
  if (active !== '' && !isYes(active) && !isNo(active)) bad('active', `${active} is neither ya nor tidak`);
  const gained = register === 'kat' ? 'documents' : 'bimtek';
  const n = cells[gained] ?? '';
  const gainedOn = cells[`${gained}-date`] ?? '';
  if (n !== '' && (!/^\d+$/u.test(n) || Number(n) > mostSize)) bad(gained, `${n} is no whole number`);
  if (Number(n) > 0 && (!isDate(gainedOn) || gainedOn > today))
    bad(`${gained}-date`, `needs the day of the last one, such as 2026-10-20`);
  if (problems.length > 0) return { problems };
  return {
    row: {
      register,
      facts: toFacts(sheet, values, officeNameOf(values.area ?? '')),
      active: active === '' || isYes(active),
      ...(isStage(stage) ? { stage } : {}),
      stageOn: stageOn === '' ? today : stageOn,
      gain: Number(n) > 0 ? { n: Number(n), date: gainedOn, note: '' } : undefined,
    },
  };
}

const registerImport = (kind: string, register: RegisterName, columns: readonly ImportColumn[]) =>
  defineImport<ParsedRow, Known>({
    kind,
    columns,
    load: async ({ now }) => ({ today: toDate(now, 'Asia/Jakarta') }),
    parse: (cells, known) => parseRow(register, cells, known),
    keyOf: ({ facts }) => `${facts.kind}|${facts.name.toLowerCase()}|${facts.area}`,
    async checkAll(rows, _known, { read }) {
      const problems: ImportProblem[] = [];
      for (const { line, row } of rows) {
        const same = await findAlike(read, register, row.facts);
        if (same !== undefined)
          problems.push({
            line,
            column: register === 'puskesos' ? 'area' : 'name',
            problem: `${same.name} in ${same.area} is in the register already, as number ${same.number}`,
          });
      }
      return problems;
    },
    async store(tx, rows, { actor, now }) {
      const today = toDate(now, 'Asia/Jakarta');
      for (const row of rows) {
        const stored = await storeEntry(tx, actor, row, { now, today });
        if (row.gain !== undefined) await storeGain(tx, actor, stored, row.gain, now);
      }
      await writeAudit(tx, { at: now, actor, action: `import.${kind}`, about: `rows:${rows.length}` });
    },
  });

const note = column('note', false, 'what else matters; no identity numbers', '', '');

export const registerImports = [
  registerImport('communities', 'kat', [
    column('name', true, 'what the community is called', 'Komunitas Sungai Hulu', 'Komunitas Pesisir Timur'),
    column('area', true, 'Kemendagri code of the desa or kecamatan', '33.74.01.1001', '33.74.01.1002'),
    column('category', false, '1, 2 or 3', '2', ''),
    column('households', true, 'how many families', '45', '30'),
    column('stage', false, `${stages.join(', ')}; empty is preparation`, 'implementation', ''),
    column('stage-date', false, 'day of that stage, YYYY-MM-DD', '2026-03-01', ''),
    column('documents', false, 'civil documents issued so far', '20', ''),
    column('documents-date', false, 'day of the last of them, YYYY-MM-DD', '2026-10-20', ''),
    note,
  ]),
  registerImport('pillars', 'pillar', [
    column('kind', true, pillarKinds.join(', '), 'psm', 'lks'),
    column('name', true, 'person or organisation', 'Budi Santoso', 'Yayasan Kasih Bunda'),
    column('area', true, 'Kemendagri code', '33.74.01.1001', '33.74.01'),
    column('since', false, 'a day, or a year', '2021-03-15', '2019'),
    column('active', false, 'ya or tidak; empty is ya', 'ya', 'ya'),
    column('bimtek', false, 'how many were attended', '2', ''),
    column('bimtek-date', false, 'day of the last one, YYYY-MM-DD', '2026-10-20', ''),
    column('legal-form', false, 'of an LKS: yayasan, perkumpulan, none', '', 'yayasan'),
    column('registration', false, 'of an LKS: number of the registration', '', '460/123/2024'),
    column('expires', false, 'of an LKS: last day of the registration, YYYY-MM-DD', '', '2027-12-31'),
    note,
  ]),
  registerImport('puskesos', 'puskesos', [
    column(
      'area',
      true,
      'Kemendagri code of the desa, or of the kab/kota for an SLRT',
      '33.74.01.1001',
      '33.74',
    ),
    column('formed', false, 'a day, or a year', '2021-03-15', '2019'),
    column('active', false, 'ya or tidak; empty is ya', 'ya', 'ya'),
    column('staff', false, 'how many work there', '3', '8'),
    note,
  ]),
];
