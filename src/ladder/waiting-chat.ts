/** What waits on the ladder: the daily reminder of proposals, the home page, the week in figures. */
import type { HomeContext } from '../chat/feature.ts';
import type { Block } from '../chat/reply.ts';
import type { ReminderItem, ReminderSource, WeeklyContext } from '../feature.ts';
import { isWithin } from '../language/areas.ts';
import { daysBetween, toDate } from '../language/calendar.ts';
import { findRolesOf } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { countBsimuSince } from './bsimu-store.ts';
import { mayDecideMoves } from './find-kpm.ts';
import { stages } from './stage.ts';
import { countAccepted, countProposed } from './store.ts';

const deciding = 'proposals';

/** One item for each decider with proposals waiting, more urgent the longer the oldest waits. */
async function findDue(read: Reader, persons: readonly string[], date: string) {
  const due = new Map<string, ReminderItem>();
  const proposed = await countProposed(read);
  if (proposed.length === 0) return due;
  const roles = await findRolesOf(read, persons, ['coordinator', 'manager']);
  for (const person of new Set(roles.map((role) => role.person))) {
    const areas = roles.filter((role) => role.person === person).map((role) => role.area);
    const mine = proposed.filter((one) => areas.some((area) => isWithin(one.area, area)));
    const n = mine.reduce((sum, one) => sum + one.n, 0);
    if (n === 0) continue;
    const since = toDate(Math.min(...mine.map((one) => one.since)), 'Asia/Jakarta');
    const days = Math.max(0, daysBetween(since, date));
    due.set(person, { subject: deciding, urgency: 50 + Math.min(30, days), facts: { n, days } });
  }
  return due;
}

export const proposalReminder: ReminderSource = {
  kind: 'ladder.proposals',
  heading: 'ladder-waiting-heading',
  async due(read, { date, persons }) {
    const due = await findDue(read, persons, date);
    return new Map([...due].map(([person, item]) => [person, [item]]));
  },
  async stillDue(read, { date, person, subjects }) {
    const isDue = (await findDue(read, [person], date)).has(person);
    return new Set(isDue ? subjects.filter((one) => one === deciding) : []);
  },
  word: ({ texts }, { facts }) => ({
    line: texts.rich('ladder-waiting-line', { n: Number(facts.n), days: Number(facts.days) }),
    button: { label: texts.t('ladder-moves-more'), press: 'ladder.moves', subject: '' },
  }),
};

export async function homeLadder({ actor, read, texts }: HomeContext): Promise<readonly Block[]> {
  const areas = actor.roles.filter((one) => mayDecideMoves(actor, one.area)).map((one) => one.area);
  if (areas.length === 0) return [];
  const waiting = (await countProposed(read)).filter((one) => areas.some((area) => isWithin(one.area, area)));
  const n = waiting.reduce((sum, one) => sum + one.n, 0);
  if (n === 0) return [];
  return [
    { kind: 'text', text: texts.rich('ladder-home', { n }) },
    {
      kind: 'buttons',
      buttons: [{ label: texts.t('ladder-moves-more'), press: 'ladder.moves', subject: '' }],
    },
  ];
}

export async function weeklyLadder({ read, since, texts }: WeeklyContext): Promise<readonly Block[]> {
  const accepted = await countAccepted(read, since);
  const receipts = await countBsimuSince(read, since);
  const waiting = (await countProposed(read)).reduce((sum, one) => sum + one.n, 0);
  if (accepted.length === 0 && receipts === 0 && waiting === 0) return [];
  const counts = Object.fromEntries(
    stages.map((stage) => [stage, accepted.find((one) => one.to === stage)?.n ?? 0]),
  );
  return [{ kind: 'text', text: texts.rich('ladder-weekly', { ...counts, receipts, waiting }) }];
}
