import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaName } from '../../src/language/areas.ts';
import { eventKinds } from '../../src/registers/activity.ts';
import { activityLine, areaOfPlace, parseActivity } from '../../src/registers/parse-activity.ts';

const today = '2026-11-23';

describe('a line of an activity', () => {
  it.each([
    ['hksn 40 orang 3/11', 'solidarity', 40, '2026-11-03', '', 'hksn'],
    ['3/11 40 orang hksn', 'solidarity', 40, '2026-11-03', '', 'hksn'],
    ['40 org kesetiakawanan kemarin', 'solidarity', 40, '2026-11-22', '', ''],
    [
      'ziarah makam 25 peserta 10 nov di TMP Giri Tunggal',
      'heroism',
      25,
      '2026-11-10',
      'TMP Giri Tunggal',
      'ziarah makam',
    ],
    ['hari pahlawan 1.250 orang 10/11', 'heroism', 1250, '2026-11-10', '', 'hari pahlawan'],
    ['perintis 5 orang, antar sembako', 'pioneering', 5, undefined, '', 'antar sembako'],
    ['bimtek 30 peserta senin lalu, materi pendataan', 'bimtek', 30, '2026-11-16', '', 'materi pendataan'],
    ['karang taruna sepuluh orang', 'pillar', 10, undefined, '', 'karang taruna'],
    ['hksn', 'solidarity', undefined, undefined, '', 'hksn'],
    ['40 orang', undefined, 40, undefined, '', ''],
  ])('%s', (line, kind, people, date, place, note) => {
    const parsed = parseActivity(line, today);
    expect({ ...parsed, unread: parsed.unread.length }).toEqual({
      person: { kind: 'missing' },
      ...(kind === undefined ? {} : { kind }),
      ...(people === undefined ? {} : { people }),
      ...(date === undefined ? {} : { date }),
      place,
      note,
      unread: 0,
    });
  });

  it('is read as what was written, in any order', () => {
    const kinds = eventKinds.filter((kind) => kind !== 'solidarity');
    const parts = fc.record({ kind: fc.constantFrom(...kinds), people: fc.integer({ min: 1, max: 9_999 }) });
    fc.assert(
      fc.property(parts, fc.boolean(), ({ kind, people }, turned) => {
        const words = [activityLine.write({ choices: { kind } }), `${people} orang`, '3/11'];
        const line = (turned ? words.reverse() : words).join(' ');
        expect(parseActivity(line, today)).toMatchObject({ kind, people, date: '2026-11-03' });
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['32/11', 'date'],
    ['ziarah perintis 10 orang', 'choice'],
  ])('names what cannot be right: %s', (line, part) => {
    expect(parseActivity(line, today).unread.map((one) => one.part)).toContain(part);
  });
});

describe('where an activity was', () => {
  it.each([
    ['kel pekunden', '33.74.01', 'Kel. Pekunden'],
    ['balai desa kelurahan pekunden', '33.74.01', 'Kel. Pekunden'],
    ['pekundn', '33.74', 'Kel. Pekunden'],
    ['kec. ngaliyan', '33.74', 'Kec. Ngaliyan'],
    ['rumah pak lurah', '33.74.01', 'Kec. Semarang Tengah'],
    ['', '33.74', 'Kota Semarang'],
  ])('%s', (place, within, name) => {
    expect(areaName(areaOfPlace(place, within))).toBe(name);
  });
});
