/** Reads who is entered and where they live from one line, in either order, with or without a comma. */
import { findAreas } from '../language/areas.ts';

export interface TypedPerson {
  /** Empty where the line holds no name. */
  readonly name: string;
  /** As typed, without the word for desa; empty where the line names no place. */
  readonly place: string;
}

const marker = '(?:desa|ds\\.?|kelurahan|kel\\.?|kecamatan|kec\\.?|village)';
const behindName = new RegExp(`^(.+?)[\\s,]+${marker}\\s+(.+)$`, 'iu');
const atBeginning = new RegExp(`^${marker}\\s+(.+)$`, 'iu');
const withoutMarker = (text: string): string => text.replace(new RegExp(`^${marker}\\s+`, 'iu'), '').trim();

/** Names of places have at most this many words. */
const longestPlace = 3;

/** @param within the area that the place lies in. */
export function readPersonLine(typed: string, within: string): TypedPerson {
  const line = typed.trim().replace(/\s+/gu, ' ');
  const isPlace = (text: string): boolean =>
    findAreas(text, { within, limit: 1 }).some((area) => area.score === 1);
  const [left = '', ...more] = line.split(',').map((part) => part.trim());
  if (more.length > 0) {
    const right = withoutMarker(more.join(', '));
    const isTurned = !isPlace(right) && isPlace(withoutMarker(left));
    return isTurned ? { name: more.join(' '), place: withoutMarker(left) } : { name: left, place: right };
  }
  const [, name, place] = behindName.exec(line) ?? [];
  if (name !== undefined && place !== undefined) return { name, place };
  const [, opened] = atBeginning.exec(line) ?? [];
  const words = (opened ?? line).split(' ');
  for (let used = Math.min(longestPlace, words.length - 1); used > 0; used--) {
    const [first, last] = [words.slice(0, used).join(' '), words.slice(-used).join(' ')];
    if (opened === undefined && isPlace(last)) return { name: words.slice(0, -used).join(' '), place: last };
    if (isPlace(first)) return { name: words.slice(used).join(' '), place: first };
  }
  return opened === undefined ? { name: line, place: '' } : { name: '', place: opened };
}
