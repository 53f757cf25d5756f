/** Which area is meant by a typed place, looked for where the person works before anywhere else. */
import { areaName, areaPath, findAreas, isArea, levelOf } from '../language/areas.ts';
import type { Lang } from '../language/locale.ts';

export type PlaceRead =
  | { readonly kind: 'ok'; readonly value: string }
  | {
      readonly kind: 'wrong';
      readonly key: string;
      readonly args?: Readonly<Record<string, string>>;
      readonly options?: readonly { readonly value: string; readonly label: string }[];
    };

/** The area itself and those around it in which a desa can be looked up. */
const widening = (within: string): readonly string[] => {
  const regency = within.split('.').slice(0, 2).join('.');
  return [...new Set([within, ...(within.includes('.') ? [regency] : []), 'ID'])];
};

/** Reads `kec. lowokwaru`, `pekunden`, `33.74.01.1001`. Slips are forgiven; several of one name are asked about. */
export function readPlace(typed: string, within: string, lang: Lang): PlaceRead {
  const text = typed.trim();
  if (isArea(text) && text !== 'ID') return { kind: 'ok', value: text };
  for (const scope of widening(within)) {
    const found = findAreas(text, { within: scope, limit: 6 }).filter((one) => one.level !== 'country');
    const [first, ...others] = found;
    if (first === undefined) continue;
    if (others.length === 0 && (first.score >= 0.8 || scope !== 'ID'))
      return { kind: 'ok', value: first.code };
    return {
      kind: 'wrong',
      key: 'registers-area-several',
      args: { typed: text },
      options: found.map(({ code }) => ({ value: code, label: areaPath(code, lang) })),
    };
  }
  return { kind: 'wrong', key: 'registers-area-unknown', args: { typed: text } };
}

/** Whether an area is as small as a record needs it. */
export const isSmallEnough = (area: string, levels: readonly string[]): boolean =>
  levels.includes(levelOf(area) ?? '');

/** A Puskesos is called after its desa, an SLRT after its kab/kota, in Indonesian whoever enters it. */
export const officeNameOf = (area: string): string => {
  const place = areaName(area).replace(/^(?:Kel\.|Desa|Kab\.) /u, '');
  return `${levelOf(area) === 'regency' ? 'SLRT' : 'Puskesos'} ${place}`;
};
