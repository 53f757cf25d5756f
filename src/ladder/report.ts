/** The ladder in the monthly report: what households received, and who moved up or did not. */
import type { ReportScope, ReportSection } from '../feature.ts';
import { areaName } from '../language/areas.ts';
import { firstDayOf } from '../language/calendar.ts';
import { findPersons } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { findBsimuBetween } from './bsimu-store.ts';
import { findMovesBetween } from './store.ts';

/** So many officers are read at once. */
const batch = 40;

function* batches({ month, persons, until }: ReportScope) {
  for (let at = 0; at < persons.length; at += batch)
    yield { officers: persons.slice(at, at + batch), from: firstDayOf(month), to: until };
}

async function namesOf(read: Reader, ids: readonly (string | null)[]) {
  const known = [...new Set(ids.filter((one) => one !== null))];
  return new Map((await findPersons(read, known)).map((one) => [one.id, one.name]));
}

const receiptSection: ReportSection = {
  name: 'ladder.receipts',
  title: 'ladder-report-receipts',
  in: 'every',
  printed: 'own',
  columns: [
    { label: 'ladder-report-date', type: 'date', printed: 14 },
    { label: 'ladder-report-number', type: 'whole' },
    { label: 'ladder-report-recorder', type: 'text' },
    { label: 'ladder-report-person', type: 'text', printed: 30 },
    { label: 'ladder-report-area', type: 'text' },
    { label: 'ladder-report-amount', type: 'money', total: true, printed: 18 },
    { label: 'ladder-report-funding', type: 'text', printed: 10 },
    { label: 'ladder-report-note', type: 'text', printed: 28 },
  ],
  async *rows(read, scope) {
    for (const { from, officers, to } of batches(scope)) {
      const found = await findBsimuBetween(read, { recorders: officers, from, to });
      const names = await namesOf(
        read,
        found.flatMap((row) => [row.person, row.recordedBy]),
      );
      for (const row of found)
        yield [
          row.date,
          row.number,
          names.get(row.recordedBy) ?? '',
          names.get(row.person ?? '') ?? '',
          areaName(row.area, scope.texts.lang),
          row.amount,
          row.funding.toUpperCase(),
          row.note,
        ];
    }
  },
};

const moveSection: ReportSection = {
  name: 'ladder.moves',
  title: 'ladder-report-moves',
  in: 'every',
  printed: 'own',
  columns: [
    { label: 'ladder-report-date', type: 'date', printed: 14 },
    { label: 'ladder-report-proposer', type: 'text' },
    { label: 'ladder-report-person', type: 'text', printed: 30 },
    { label: 'ladder-report-area', type: 'text' },
    { label: 'ladder-report-from', type: 'text' },
    { label: 'ladder-report-to', type: 'text', printed: 8 },
    { label: 'ladder-report-decision', type: 'text', printed: 12 },
    { label: 'ladder-report-reason', type: 'text', printed: 36 },
  ],
  async *rows(read, scope) {
    const { texts } = scope;
    for (const { from, officers, to } of batches(scope)) {
      const found = await findMovesBetween(read, { proposers: officers, from, to });
      const names = await namesOf(
        read,
        found.flatMap((row) => [row.person, row.proposedBy]),
      );
      for (const row of found)
        yield [
          row.decidedOn ?? '',
          names.get(row.proposedBy) ?? '',
          names.get(row.person ?? '') ?? '',
          areaName(row.area, texts.lang),
          row.from === 'none' ? texts.t('ladder-stage-none') : row.from.toUpperCase(),
          row.to.toUpperCase(),
          texts.t(`ladder-report-${row.state === 'accepted' ? 'accepted' : 'declined'}`),
          row.reason ?? '',
        ];
    }
  },
};

export const ladderReport: readonly ReportSection[] = [receiptSection, moveSection];
