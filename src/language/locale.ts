/**
 * The two languages and the three time zones of Indonesia, and which zone a place keeps. It knows province numbers,
 * not the names of areas.
 */

export type Lang = 'id' | 'en';
export const LANGS: readonly Lang[] = ['id', 'en'];

export type Zone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
export type ZoneName = 'WIB' | 'WITA' | 'WIT';

export const isLang = (text: string): text is Lang => text === 'id' || text === 'en';

const ZONE_NAMES: Readonly<Record<Zone, ZoneName>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

export const isZone = (text: string): text is Zone => Object.hasOwn(ZONE_NAMES, text);

/** What people in the zone call it; the same in both languages. */
export const zoneName = (zone: Zone): ZoneName => ZONE_NAMES[zone];

/**
 * Provinces outside WIB, after Presidential Decree 41 of 1987; provinces split off since then keep the zone of the one
 * they came from.
 */
const PROVINCE_ZONES: ReadonlyMap<string, Zone> = new Map<string, Zone>([
  ...['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'].map(
    (province): [string, Zone] => [province, 'Asia/Makassar'],
  ),
  ...['81', '82', '91', '92', '93', '94', '95', '96'].map((province): [string, Zone] => [
    province,
    'Asia/Jayapura',
  ]),
]);

/** Zone of a Kemendagri code of any depth. `ID` and provinces we do not know keep Jakarta's. */
export function zoneOfArea(area: string): Zone {
  return PROVINCE_ZONES.get(area.slice(0, 2)) ?? 'Asia/Jakarta';
}
