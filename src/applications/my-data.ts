/** What this feature holds about a person: shown, ended with the consent, erased, and forgotten when its time is over. */
import type { MyDataSpec, RetentionSpec } from '../feature.ts';
import { toDate } from '../language/calendar.ts';
import { formatDay } from '../language/date.ts';
import { newId, type Writer } from '../store/index.ts';
import { moves } from './application.ts';
import { eraseAsks, forgetAsked } from './ask-store.ts';
import { programmeName } from './programme.ts';
import { readProgrammes } from './programme-source.ts';
import {
  type ApplicationRow,
  eraseReasons,
  findApplicationsOf,
  findEndedBefore,
  insertStep,
  updateApplication,
} from './store.ts';

const batch = 500;

async function withdrawOpen(tx: Writer, person: string, now: number): Promise<void> {
  for (const row of await findApplicationsOf(tx, person)) {
    if (!(moves.withdraw.from as readonly string[]).includes(row.stage)) continue;
    const stage = moves.withdraw.to;
    await updateApplication(tx, row.id, { stage, stageAt: now, codeHash: null });
    const step = { application: row.id, at: now, actor: person, stage, what: 'consent', reason: null };
    await insertStep(tx, { id: newId(now), ...step });
  }
}

/** The person and all words go; number, stages and days stay, so that counts and decisions can still be explained. */
async function forgetPerson(tx: Writer, row: ApplicationRow): Promise<void> {
  const nothing = { person: null, codeHash: null, missing: [], hasMissing: false, reason: null };
  await updateApplication(tx, row.id, nothing);
  await eraseReasons(tx, row.id);
  await eraseAsks(tx, row.id);
}

export const applicationData: MyDataSpec = {
  async show(read, person, { texts, zone }) {
    const rows = await findApplicationsOf(read, person);
    if (rows.length === 0) return [];
    const lines = rows.map((row) => {
      const date = formatDay(toDate(row.stageAt, zone), texts.lang);
      const stage = texts.t('applications-since', {
        stage: texts.t(`applications-stage-${row.stage}`),
        date,
      });
      const name = programmeName(readProgrammes().find(row.programme), texts.lang);
      return `\n• ${[row.number, name, stage, ...row.missing, ...(row.reason === null ? [] : [row.reason])].join(' · ')}`;
    });
    return [{ kind: 'text', text: [...texts.rich('applications-data-title', { n: rows.length }), ...lines] }];
  },
  stop: withdrawOpen,
  async erase(tx, person, now) {
    await withdrawOpen(tx, person, now);
    const rows = await findApplicationsOf(tx, person);
    for (const row of rows) await forgetPerson(tx, row);
    return rows.length === 0 ? [] : ['applications-data-kept'];
  },
};

export const applicationRetention: readonly RetentionSpec[] = [
  {
    kind: 'applications',
    async forget(tx, before) {
      const rows = await findEndedBefore(tx, before, batch);
      for (const row of rows) await forgetPerson(tx, row);
      return rows.length;
    },
  },
  {
    kind: 'application-tries',
    async forget(tx, before) {
      await forgetAsked(tx, before, toDate(before, 'Asia/Jakarta'));
      return 0;
    },
  },
];
