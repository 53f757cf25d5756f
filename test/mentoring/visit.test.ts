import { describe, expect, it } from 'vitest';
import { formatTime, mayPlanFor, parseTime, parseVisit } from '../../src/mentoring/visit.ts';

const people = [
  { id: 'siti', name: 'Siti Aminah' },
  { id: 'budi', name: 'Budi Santoso' },
];
/** A Monday. */
const today = '2026-11-23';

describe('a typed visit', () => {
  it.each([
    ['siti jumat 09.00 bawa buku kas', 'siti', '2026-11-27', 540, 'bawa buku kas'],
    ['siti jumat', 'siti', '2026-11-27', null, ''],
    ['budi besok jam 2 siang', 'budi', '2026-11-24', 840, ''],
    ['budi 3/12 9:30 cek kandang', 'budi', '2026-12-03', 570, 'cek kandang'],
    ['2 lusa pukul 16.15', 'budi', '2026-11-25', 975, ''],
    ['siti hari ini', 'siti', '2026-11-23', null, ''],
    ['siti friday at 8:00', 'siti', '2026-11-27', 480, ''],
    ['siti', 'siti', undefined, null, ''],
  ])('"%s" is read', (line, id, date, minute, note) => {
    const read = parseVisit(line, { people, today });
    expect(read).toMatchObject({ person: { kind: 'found', id }, minute, note, unread: [] });
    expect(read.date).toBe(date);
  });

  it('names what is no day', () => {
    expect(parseVisit('siti 31/2 09.00', { people, today }).unread).toEqual(['31/2']);
  });
});

describe('a time', () => {
  it.each([
    ['09.00', 540],
    ['9:30', 570],
    ['jam 8', 480],
    ['jam 3 sore', 900],
    ['14', 840],
    ['', null],
    ['besok', undefined],
    ['25.00', undefined],
  ])('"%s" is %s', (typed, minute) => {
    expect(parseTime(typed)).toBe(minute);
  });

  it('is read back as it is shown, in both languages', () => {
    for (let minute = 0; minute < 1_440; minute += 7)
      for (const lang of ['id', 'en'] as const) expect(parseTime(formatTime(minute, lang))).toBe(minute);
  });
});

describe('a day for a visit', () => {
  it.each([
    ['2026-11-22', false],
    ['2026-11-23', true],
    ['2027-11-24', true],
    ['2027-11-25', false],
  ])('%s may be planned: %s', (date, may) => {
    expect(mayPlanFor(date, today)).toBe(may);
  });
});
