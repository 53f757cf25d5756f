/** The kab/kota, kecamatan or desa that a citizen's case lies in, as typed. */
import { areaPath, findAreas, isWithin } from '../language/areas.ts';
import type { Lang } from '../language/locale.ts';

export type Place =
  | { readonly kind: 'found'; readonly area: string }
  /** Several are called so; each named in full. */
  | { readonly kind: 'several'; readonly places: readonly { readonly area: string; readonly name: string }[] }
  /** A whole province is too wide to find an officer in. */
  | { readonly kind: 'too-wide'; readonly name: string }
  | { readonly kind: 'unknown' };

/** Reads a place; a kab/kota is preferred to smaller places of the same name. */
export function readPlace(typed: string, lang: Lang): Place {
  const found = findAreas(typed, { limit: 8 });
  const exact = found.filter((area) => area.score === 1);
  const good = exact.length > 0 ? exact : found;
  const inside = good.filter((area) => area.level !== 'province' && area.level !== 'country');
  const regencies = inside.filter((area) => area.level === 'regency');
  const best = (regencies.length > 0 ? regencies : inside).filter(
    // The kecamatan stands for the desa of the same name inside it.
    (area, _, all) => !all.some((other) => other !== area && isWithin(area.code, other.code)),
  );
  const [only, ...others] = best;
  if (only === undefined) {
    const [wide] = good;
    return wide === undefined ? { kind: 'unknown' } : { kind: 'too-wide', name: areaPath(wide.code, lang) };
  }
  if (others.length > 0)
    return {
      kind: 'several',
      places: best.map(({ code }) => ({ area: code, name: areaPath(code, lang) })),
    };
  return { kind: 'found', area: only.code };
}
