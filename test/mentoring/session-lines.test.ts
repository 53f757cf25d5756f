/** Lines of field work as they are typed: nearly all are read right, the rest is asked about, none is stored wrong. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSession, sessionLine } from '../../src/mentoring/parse-session.ts';
import { doubtDate, longestMinutes, sessionKinds } from '../../src/mentoring/session.ts';

/** Monday. */
const today = '2026-11-23';
const people = [
  ...['Budi Santoso', 'Dewi Kartika', 'Kasman', 'Maryam Ulfa', 'Muhammad Ridwan', 'Murni Lestari'],
  ...['Nur Hidayah', 'Siti Aminah', 'Siti Rahayu', 'Slamet Riyadi', 'Sri Wahyuni', 'Untung Subagyo'],
  'Yanto Prasetyo',
].map((name) => ({ id: name, name, area: '33.74.01.1001' }));

const cases = readFileSync(join(import.meta.dirname, 'session-lines.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '))
  .map((line) => {
    const [typed = '', wanted = ''] =
      line.split(' => ').length === 1 ? line.split('=> ') : line.split(' => ');
    return {
      typed: typed.trim(),
      wanted: wanted
        .split('|')
        .map((part) => part.trim())
        .join(' | '),
    };
  });

/** What would be stored, or `ask` when the bot asks or refuses. */
function readingOf(typed: string): string {
  const { bareMinutes, date, kind, minutes, note, person, turnover, unread } = parseSession(typed, {
    people,
    today,
  });
  const isAsked =
    person.kind !== 'found' ||
    kind === undefined ||
    minutes === undefined ||
    bareMinutes !== undefined ||
    unread.length > 0 ||
    minutes < 1 ||
    minutes > longestMinutes ||
    (date !== undefined && doubtDate(date, today) !== undefined);
  return isAsked ? 'ask' : [person.name, kind, minutes, date ?? '', turnover ?? '', note].join(' | ');
}

describe('a line of field work', () => {
  it.each(cases)('$typed', ({ typed, wanted }) => {
    expect(readingOf(typed)).toBe(wanted);
  });

  it('stands among at least 250 others', () => {
    expect(new Set(cases.map((one) => one.typed)).size).toBeGreaterThanOrEqual(250);
  });

  it('is read as the record that it was written from', () => {
    const word = fc.stringMatching(/^[a-z]{2,9}$/);
    const record = fc.record({
      person: fc.constantFrom(...people.map((one) => one.name)),
      kind: fc.constantFrom(...sessionKinds),
      minutes: fc.integer({ min: 1, max: longestMinutes }),
      days: fc.integer({ min: 0, max: 360 }),
      workers: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }),
      topic: fc.option(
        fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
        { nil: undefined },
      ),
      rupiah: fc.option(fc.integer({ min: 0, max: 9_999_999_999 }), { nil: undefined }),
      note: fc.oneof(
        fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
        fc.string({ maxLength: 60 }),
      ),
    });
    fc.assert(
      fc.property(record, ({ days, kind, minutes, note, person, rupiah, topic, workers }) => {
        const date = new Date(Date.UTC(2026, 10, 23) - days * 86_400_000).toISOString().slice(0, 10);
        const said = note.replaceAll(/["“”„«»]/gu, "'").trim();
        const money = rupiah === undefined ? {} : { rupiah };
        const more = {
          counts: workers === undefined ? {} : { workers },
          labels: topic === undefined ? {} : { topic },
        };
        const line = sessionLine.write({
          ...{ person, choices: { kind }, minutes, date, note: said },
          ...money,
          ...more,
        });
        expect(parseSession(line, { people, today })).toEqual({
          person: { kind: 'found', id: person, name: person },
          kind,
          minutes,
          date,
          turnover: rupiah ?? null,
          ...more.counts,
          ...more.labels,
          note: said,
          unread: [],
        });
      }),
      { numRuns: 300 },
    );
  });

  it('never takes a count behind an amount for a part of the amount', () => {
    for (const [typed, rupiah] of [
      ['Rp0', 0],
      ['Rp5', 5],
      ['Rp1 250', 1_250],
    ] as const)
      expect(parseSession(`budi bimtek 60m omzet ${typed} 100 pekerja`, { people, today })).toMatchObject({
        turnover: rupiah,
        workers: 100,
        note: '',
      });
  });
});
