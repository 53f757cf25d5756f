/** Whatever happens to the process and to the clock, nobody is reminded twice, at night, or on a day off. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoticeRow } from '../../src/chat/feature.ts';
import { createScheduler, type JobWrite } from '../../src/delivery/scheduler.ts';
import type { ReminderSource } from '../../src/feature.ts';
import { toDate } from '../../src/language/calendar.ts';
import { zoneOfArea } from '../../src/language/locale.ts';
import { createWorkCalendar } from '../../src/language/work-calendar.ts';
import { insertPerson, insertRole, linkAccount, noteAccount } from '../../src/people/index.ts';
import { defaultMinute, isQuiet, momentOf } from '../../src/reminders/digest.ts';
import { digestNoticeSpec } from '../../src/reminders/digest-chat.ts';
import { reminderJobs } from '../../src/reminders/jobs.ts';
import { type DigestRow, findDigestOf } from '../../src/reminders/store.ts';
import { createTestClock } from '../support/clock.ts';
import { temporaryStore } from '../support/store.ts';

const minuteMs = 60_000;
/** The last days of a year with a holiday among them. */
const begin = Date.UTC(2026, 11, 29, 12, 0, 0);
const calendar = createWorkCalendar([{ date: '2027-01-01', name: 'Tahun Baru', kind: 'national' }]);

const people = [
  { id: 'jakarta', area: '33.74.01' },
  { id: 'makassar', area: '73.71.01' },
  { id: 'jayapura', area: '91.71.01' },
] as const;

/** Always due: what is not sent was stopped by a rule, not for want of something to say. */
const source: ReminderSource = {
  kind: 'test.always',
  heading: 'x',
  due: async (_read, { persons }) =>
    new Map(persons.map((person) => [person, [{ subject: 'one', urgency: 1, facts: {} }]])),
  stillDue: async (_read, { subjects }) => new Set(subjects),
  word: () => ({ line: ['x'] }),
};

type Step =
  | { readonly kind: 'up'; readonly minutes: number }
  | { readonly kind: 'down'; readonly minutes: number }
  /** Somebody sets the machine's clock. */
  | { readonly kind: 'set'; readonly minutes: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('up' as const), minutes: fc.integer({ min: 1, max: 900 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('down' as const), minutes: fc.integer({ min: 1, max: 2_000 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('set' as const), minutes: fc.integer({ min: -300, max: 300 }) }),
  },
);

async function play(steps: readonly Step[]) {
  const store = temporaryStore();
  const clock = createTestClock(begin);
  const told: { readonly at: number; readonly notice: NoticeRow }[] = [];
  const complaints: string[] = [];
  let offset = 0;
  const now = () => clock.now() + offset;
  await store.write(async (tx) => {
    for (const { area, id } of people) {
      await insertPerson(tx, { id, name: id, area, now: begin });
      await insertRole(tx, { person: id, role: 'facilitator', area, grantedBy: 'test', now: begin });
      const address = { platform: 'console', place: id, kind: 'private' as const };
      await noteAccount(tx, { id: `console|${id}`, platform: 'console', shownName: id, address, now: begin });
      await linkAccount(tx, `console|${id}`, id, begin);
    }
  });
  const write: JobWrite = (work) =>
    store.write((tx) =>
      work(tx, async (notices) => {
        told.push(...notices.map((notice) => ({ at: now(), notice })));
      }),
    );
  const jobs = reminderJobs(() => [source])({ now, zone: 'Asia/Jakarta', calendar });
  const start = () =>
    createScheduler({
      store,
      clock: { ...clock, now },
      write,
      schedules: jobs,
      log: (_level, event, details) => complaints.push(`${event} ${JSON.stringify(details)}`),
    });
  let scheduler = start();
  for (const { kind, minutes } of steps) {
    if (kind === 'up') {
      // One minute of each hour stands for all of them.
      for (let left = minutes; left > 0; left -= 60) {
        await clock.jump(Math.min(60, left) * minuteMs);
        await scheduler.tick();
      }
    } else if (kind === 'down') {
      await scheduler.stop();
      await clock.jump(minutes * minuteMs);
      scheduler = start();
    } else offset += minutes * minuteMs;
  }
  await scheduler.stop();
  expect(complaints).toEqual([]);
  return { store, told, now };
}

describe('random outages, restarts and clocks set forward and back', () => {
  it('give each person at most one digest a day, on working days, outside the quiet hours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const { store, told } = await play(steps);
        const seen = new Set<string>();
        for (const { at, notice } of told) {
          const area = people.find((one) => one.id === notice.person)?.area ?? '';
          const zone = zoneOfArea(area);
          const date = toDate(at, zone);
          expect(isQuiet(at, zone)).toBe(false);
          expect(calendar.isWorkingDay(date)).toBe(true);
          expect(at).toBeGreaterThanOrEqual(momentOf(date, defaultMinute, zone));
          const key = `${notice.person} ${date}`;
          expect(seen.has(key), key).toBe(false);
          seen.add(key);
          const digest = await findDigestOf(store.read, notice.person ?? '', date);
          expect(digest?.id).toBe(notice.subject);
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('leave no working day of a running bot without its digest', async () => {
    const { told } = await play([
      { kind: 'up', minutes: 29 * 60 },
      { kind: 'down', minutes: 9 * 60 },
      { kind: 'up', minutes: 24 * 60 },
    ]);
    const days = told.map(({ at, notice }) => `${notice.person} ${toDate(at, 'Asia/Jakarta')}`).sort();
    // 30 and 31 December are worked on, 1 January is not; on the 31st the bot was away until 09.00 in Jakarta.
    expect(days).toEqual(people.flatMap(({ id }) => [`${id} 2026-12-30`, `${id} 2026-12-31`]).sort());
  });

  it('end every planned digest in a final state, told by what became of its message', async () => {
    const { store, told, now } = await play([{ kind: 'up', minutes: 20 * 60 }]);
    const spec = digestNoticeSpec(() => [source]);
    const ends = ['sent', 'failed', 'uncertain'] as const;
    for (const [index, { notice }] of told.entries()) {
      const state = ends[index % ends.length] ?? 'sent';
      await store.write(
        (tx) => spec.settled?.(tx, notice.subject, { state, reason: null, now: now() }) ?? Promise.resolve(),
      );
    }
    const rows: (DigestRow | undefined)[] = [];
    for (const { id } of people) rows.push(await findDigestOf(store.read, id, '2026-12-30'));
    expect(rows.map((row) => row?.state).sort()).toEqual(['failed', 'failed', 'sent']);
  });
});
