/**
 * The Kemendagri codes and names of provinces, kab/kota, kecamatan and desa, read from the idn-area-data package (data
 * under ODbL) when they are first asked for. The files are sorted by code and kept as bytes, since 83,762 desa as objects
 * would cost a quarter of the memory the whole assistant may use.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type AreaLevel = 'country' | 'province' | 'regency' | 'district' | 'village';

export interface AreaRow {
  readonly code: string;
  /** As published, with `Kabupaten` and `Kota` for regencies and without a kind for kecamatan and desa. */
  readonly name: string;
}

const LEVELS: readonly AreaLevel[] = ['province', 'regency', 'district', 'village'];
const FILES = {
  province: 'provinces',
  regency: 'regencies',
  district: 'districts',
  village: 'villages',
} as const;
const NEWLINE = 10;

/** Level by the shape of the code alone; undefined when it is not shaped like one. */
export function levelOf(code: string): AreaLevel | undefined {
  if (code === 'ID') return 'country';
  if (!/^\d{2}(?:\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?)?$/u.test(code)) return undefined;
  return LEVELS[code.split('.').length - 1];
}

const loaded = new Map<keyof typeof FILES, Buffer>();

function fileOf(level: keyof typeof FILES): Buffer {
  const known = loaded.get(level);
  if (known !== undefined) return known;
  const home = dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json'));
  const bytes = readFileSync(join(home, 'data', `${FILES[level]}.csv`));
  loaded.set(level, bytes);
  return bytes;
}

/** Levels whose file is in memory by now. */
export const loadedLevels = (): AreaLevel[] => [...loaded.keys()];

/** The row of a code. Loads the file of its level; desa are loaded only when the kecamatan exists. */
export function findRow(code: string): AreaRow | undefined {
  const level = levelOf(code);
  if (level === undefined || level === 'country') return undefined;
  if (level === 'village' && findRow(code.slice(0, 8)) === undefined) return undefined;
  const bytes = fileOf(level);
  const row = readRow(bytes, lowerBound(bytes, code));
  return row?.code === code ? row : undefined;
}

/** All rows of a level whose code begins with `prefix` (`33.74.`, or nothing for all), by code. */
export function rowsOf(level: Exclude<AreaLevel, 'country'>, prefix = ''): AreaRow[] {
  const bytes = fileOf(level);
  const rows: AreaRow[] = [];
  for (let at = lowerBound(bytes, prefix); at < bytes.length; at = lineAfter(bytes, at)) {
    const row = readRow(bytes, at);
    if (row === undefined || !row.code.startsWith(prefix)) break;
    rows.push(row);
  }
  return rows;
}

/** Start of the first line whose code is not below `code`; the header is never found. */
function lowerBound(bytes: Buffer, code: string): number {
  let low = lineAfter(bytes, 0);
  let high = bytes.length;
  while (low < high) {
    const middle = bytes.lastIndexOf(NEWLINE, ((low + high) >> 1) - 1) + 1;
    const start = Math.max(middle, low);
    if (codeAt(bytes, start) < code) low = lineAfter(bytes, start);
    else high = start;
  }
  return low;
}

function lineAfter(bytes: Buffer, at: number): number {
  const newline = bytes.indexOf(NEWLINE, at);
  return newline === -1 ? bytes.length : newline + 1;
}

const codeAt = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, bytes.indexOf(',', at));

function readRow(bytes: Buffer, at: number): AreaRow | undefined {
  if (at >= bytes.length) return undefined;
  const line = bytes.toString('utf8', at, lineAfter(bytes, at)).trimEnd();
  const code = line.slice(0, line.indexOf(','));
  const from = code.length === 2 ? 2 : line.indexOf(',', code.length + 1);
  const name = line.slice(from + 1);
  return { code, name: name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name };
}
