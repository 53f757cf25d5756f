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

export interface PlaceWanted {
  /** Where the person works. */
  readonly within: string;
  readonly lang: Lang;
  readonly levels: readonly string[];
  readonly tooWide: string;
}

const mostOffered = 6;

/** The area itself and those around it in which a desa can be looked up. */
const widening = (within: string): readonly string[] => {
  const regency = within.split('.').slice(0, 2).join('.');
  return [...new Set([within, ...(within.includes('.') ? [regency] : []), 'ID'])];
};

/**
 * Reads `kec. lowokwaru`, `pekunden`, `33.74.01.1001`. Slips are forgiven; several of one name are asked about, those that
 * cannot be meant left out.
 * @param levels which sizes of area fit; `tooWide` is the text key for a place that is of another size.
 */
export function readPlace(typed: string, { lang, levels, tooWide, within }: PlaceWanted): PlaceRead {
  const text = typed.trim();
  const fits = (code: string): boolean => levels.includes(levelOf(code) ?? 'country');
  const misfit: PlaceRead = { kind: 'wrong', key: tooWide, args: { typed: text } };
  if (isArea(text)) return fits(text) ? { kind: 'ok', value: text } : misfit;
  let seen = false;
  for (const scope of widening(within)) {
    const found = findAreas(text, { within: scope, limit: mostOffered });
    const fitting = found.filter((one) => fits(one.code));
    seen ||= found.length > 0;
    const [first, ...others] = fitting;
    if (first === undefined) continue;
    // Far from the own area a name that is merely near is asked about.
    if (others.length === 0 && (first.score >= 0.8 || scope !== 'ID'))
      return { kind: 'ok', value: first.code };
    const short = fitting.map(({ code }) => areaName(code, lang));
    const areDistinct = new Set(short).size === short.length;
    const options = fitting.map(({ code }, at) => ({
      value: code,
      label: areDistinct ? (short[at] ?? code) : areaPath(code, lang),
    }));
    return {
      kind: 'wrong',
      key: 'registers-area-several',
      args: { typed: text, names: fitting.map(({ code }) => areaPath(code, lang)).join('; ') },
      options,
    };
  }
  return seen ? misfit : { kind: 'wrong', key: 'registers-area-unknown', args: { typed: text } };
}

/** A Puskesos is called after its desa, an SLRT after its kab/kota, in Indonesian whoever enters it. */
export const officeNameOf = (area: string): string => {
  const place = areaName(area).replace(/^(?:Kel\.|Desa|Kab\.) /u, '');
  return `${levelOf(area) === 'regency' ? 'SLRT' : 'Puskesos'} ${place}`;
};
