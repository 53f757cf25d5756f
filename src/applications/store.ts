/** Tables and queries of applications and of what happened to them. */
import type { Lang } from '../language/locale.ts';
import type { Address } from '../people/index.ts';
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  type Kit,
  lt,
  type Reader,
  sql,
  type Writer,
} from '../store/index.ts';
import { openStages, type Stage } from './application.ts';

export const defineApplicationTables = (k: Kit) => ({
  application: k.table(
    'application',
    {
      id: k.text().primaryKey(),
      /** As shown, `PRK-7F3K-9Q2X`. */
      number: k.text().notNull(),
      /** Null once the person's data were erased. */
      person: k.text(),
      /** Prefix of the programme's numbers. */
      programme: k.text().notNull(),
      /** Area of the person when it was registered, and the wider areas that lists are asked for by. */
      area: k.text().notNull(),
      province: k.text().notNull(),
      regency: k.text().notNull(),
      stage: k.text().$type<Stage>().notNull(),
      stageAt: k.instant().notNull(),
      missing: k.json<readonly string[]>().notNull(),
      hasMissing: k.flag().notNull(),
      /** Of the last decision or withdrawal. */
      reason: k.text(),
      registeredBy: k.text().notNull(),
      registeredAt: k.instant().notNull(),
      /** `YYYY-MM-DD`; what the count of approved ones goes by. */
      approvedOn: k.text(),
      /** Keyed hash of the one-time code; null when none is open. */
      codeHash: k.text(),
      codeMadeAt: k.instant(),
    },
    (t) => [
      k.uniqueIndex('application_number').on(t.number),
      k.index('application_person').on(t.person, t.registeredAt),
      k.index('application_stage').on(t.stage, t.stageAt),
      k.index('application_regency').on(t.regency, t.stage, t.stageAt),
      k.index('application_province').on(t.province, t.stage, t.stageAt),
      k.index('application_missing').on(t.hasMissing, t.stage),
      k.index('application_approved').on(t.approvedOn),
    ],
  ),
  applicationStep: k.table(
    'application_step',
    {
      id: k.text().primaryKey(),
      application: k.text().notNull(),
      at: k.instant().notNull(),
      /** Person id, `account:` key or `system:` and a name. */
      actor: k.text().notNull(),
      stage: k.text().$type<Stage>().notNull(),
      /** What happened: the move's name, or `register`, `papers`, `import`. */
      what: k.text().notNull(),
      reason: k.text(),
    },
    (t) => [k.index('application_step_application').on(t.application, t.id)],
  ),
  /** Somebody without a code asks to see an application; the facilitator says whether it is the applicant. */
  applicationAsk: k.table(
    'application_ask',
    {
      id: k.text().primaryKey(),
      application: k.text().notNull(),
      account: k.text().notNull(),
      address: k.json<Address>().notNull(),
      lang: k.text().$type<Lang>().notNull(),
      /** Four characters that the asker tells the facilitator. */
      mark: k.text().notNull(),
      state: k.text().$type<'open' | 'confirmed' | 'denied'>().notNull(),
      askedAt: k.instant().notNull(),
      answeredBy: k.text(),
    },
    (t) => [
      k.index('application_ask_account').on(t.account, t.application),
      k.index('application_ask_at').on(t.askedAt),
    ],
  ),
  /** Tries of an account on a day; of all accounts together in an hour under the account `*`. */
  applicationTry: k.table(
    'application_try',
    {
      account: k.text().notNull(),
      /** `code`, `ask`. */
      kind: k.text().notNull(),
      /** `YYYY-MM-DD`, or with an hour `YYYY-MM-DDTHH`. */
      period: k.text().notNull(),
      n: k.whole().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.account, t.kind, t.period] }),
      k.index('application_try_period').on(t.period),
    ],
  ),
  /** Approving many at once: proposed by one, confirmed by another. */
  applicationBulk: k.table(
    'application_bulk',
    {
      id: k.text().primaryKey(),
      area: k.text().notNull(),
      numbers: k.json<readonly string[]>().notNull(),
      reason: k.text().notNull(),
      proposedBy: k.text().notNull(),
      proposedAt: k.instant().notNull(),
      state: k.text().$type<'open' | 'confirmed' | 'refused'>().notNull(),
      answeredBy: k.text(),
      approved: k.whole(),
    },
    (t) => [k.index('application_bulk_state').on(t.state, t.proposedAt)],
  ),
});

type Tables = ReturnType<typeof defineApplicationTables>;
export type ApplicationRow = Tables['application']['$inferSelect'];
export type ApplicationStep = Tables['applicationStep']['$inferSelect'];

const p = (name: string) => sql.placeholder(name);

export async function insertApplication(tx: Writer, row: ApplicationRow): Promise<void> {
  const { application } = tx.tables(defineApplicationTables);
  await tx.db.insert(application).values(row);
}

export async function insertStep(tx: Writer, row: ApplicationStep): Promise<void> {
  const { applicationStep } = tx.tables(defineApplicationTables);
  await tx.db.insert(applicationStep).values(row);
}

export async function updateApplication(
  tx: Writer,
  id: string,
  change: Partial<
    Pick<
      ApplicationRow,
      | 'stage'
      | 'stageAt'
      | 'missing'
      | 'hasMissing'
      | 'reason'
      | 'approvedOn'
      | 'codeHash'
      | 'codeMadeAt'
      | 'person'
    >
  >,
): Promise<void> {
  const { application } = tx.tables(defineApplicationTables);
  await tx.db.update(application).set(change).where(eq(application.id, id));
}

const selectByNumber = (r: Reader) => {
  const { application } = r.tables(defineApplicationTables);
  return r.db
    .select()
    .from(application)
    .where(eq(application.number, p('number')))
    .prepare();
};

export async function findApplication(read: Reader, number: string): Promise<ApplicationRow | undefined> {
  const [row] = await read.prepared(selectByNumber).execute({ number });
  return row;
}

const selectById = (r: Reader) => {
  const { application } = r.tables(defineApplicationTables);
  return r.db
    .select()
    .from(application)
    .where(eq(application.id, p('id')))
    .prepare();
};

export async function findApplicationById(read: Reader, id: string): Promise<ApplicationRow | undefined> {
  const [row] = await read.prepared(selectById).execute({ id });
  return row;
}

const selectOfPerson = (r: Reader) => {
  const { application } = r.tables(defineApplicationTables);
  return r.db
    .select()
    .from(application)
    .where(eq(application.person, p('person')))
    .orderBy(desc(application.registeredAt), desc(application.id))
    .prepare();
};

/** All applications of a person, the newest first. */
export async function findApplicationsOf(read: Reader, person: string): Promise<readonly ApplicationRow[]> {
  return read.prepared(selectOfPerson).execute({ person });
}

const selectSteps = (r: Reader) => {
  const { applicationStep } = r.tables(defineApplicationTables);
  return r.db
    .select()
    .from(applicationStep)
    .where(eq(applicationStep.application, p('application')))
    .orderBy(asc(applicationStep.id))
    .prepare();
};

/** What happened to an application, in order. */
export async function findSteps(read: Reader, application: string): Promise<readonly ApplicationStep[]> {
  return read.prepared(selectSteps).execute({ application });
}

/** Whose applications a list shows. */
export type ListScope =
  | { readonly kind: 'people'; readonly persons: readonly string[] }
  | { readonly kind: 'area'; readonly area: string };

/** `open`: everything that is not over. `papers`: those that wait for papers. */
export type ListFilter = 'open' | 'proposed' | 'papers';

const inScope = (read: Reader, scope: ListScope) => {
  const { application } = read.tables(defineApplicationTables);
  if (scope.kind === 'people') return [inArray(application.person, [...scope.persons])];
  const { area } = scope;
  if (area === 'ID') return [];
  const parts = area.split('.').length;
  if (parts === 1) return [eq(application.province, area)];
  if (parts === 2) return [eq(application.regency, area)];
  const wide = area.split('.').slice(0, 2).join('.');
  return [
    eq(application.regency, wide),
    sql`(${application.area} = ${area} or substr(${application.area}, 1, ${area.length + 1}) = ${`${area}.`})`,
  ];
};

const inFilter = (read: Reader, filter: ListFilter) => {
  const { application } = read.tables(defineApplicationTables);
  if (filter === 'proposed') return [eq(application.stage, 'proposed' as const)];
  const open = inArray(application.stage, [...openStages]);
  return filter === 'papers' ? [eq(application.hasMissing, true), open] : [open];
};

/** Applications of a list, those that wait longest first. */
export async function findListed(
  read: Reader,
  scope: ListScope,
  filter: ListFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly ApplicationRow[]> {
  const { application } = read.tables(defineApplicationTables);
  return read.db
    .select()
    .from(application)
    .where(and(...inScope(read, scope), ...inFilter(read, filter)))
    .orderBy(asc(application.stageAt), asc(application.id))
    .limit(page.limit)
    .offset(page.offset);
}

/** How many applications each filter of a list has. */
export async function countListed(
  read: Reader,
  scope: ListScope,
): Promise<Readonly<Record<ListFilter, number>>> {
  const { application } = read.tables(defineApplicationTables);
  const rows = await read.db
    .select({ stage: application.stage, hasMissing: application.hasMissing, n: count() })
    .from(application)
    .where(and(...inScope(read, scope), ...inFilter(read, 'open')))
    .groupBy(application.stage, application.hasMissing);
  const sum = (wanted: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(wanted).reduce((all, row) => all + Number(row.n), 0);
  return {
    open: sum(() => true),
    proposed: sum((row) => row.stage === 'proposed'),
    papers: sum((row) => row.hasMissing),
  };
}

/** How many applications stand in each stage, and how many changed since a moment. */
export async function countByStage(
  read: Reader,
  since: number,
): Promise<readonly { readonly stage: Stage; readonly n: number; readonly moved: number }[]> {
  const { application } = read.tables(defineApplicationTables);
  const all = await read.db
    .select({ stage: application.stage, n: count() })
    .from(application)
    .groupBy(application.stage);
  const moved = await read.db
    .select({ stage: application.stage, n: count() })
    .from(application)
    .where(gte(application.stageAt, since))
    .groupBy(application.stage);
  const movedOf = new Map(moved.map((row) => [row.stage, Number(row.n)]));
  return all.map((row) => ({ stage: row.stage, n: Number(row.n), moved: movedOf.get(row.stage) ?? 0 }));
}

/** How many wait for a decision in each area, and since when the first of them. */
export async function countProposed(
  read: Reader,
): Promise<readonly { readonly area: string; readonly n: number; readonly since: number }[]> {
  const { application } = read.tables(defineApplicationTables);
  const rows = await read.db
    .select({ area: application.area, n: count(), since: sql<number>`min(${application.stageAt})` })
    .from(application)
    .where(eq(application.stage, 'proposed'))
    .groupBy(application.area);
  return rows.map((row) => ({ area: row.area, n: Number(row.n), since: Number(row.since) }));
}

/** Every application that waits for papers, in a lasting order. */
export async function findWaitingForPapers(
  read: Reader,
): Promise<readonly { readonly number: string; readonly person: string | null }[]> {
  const { application } = read.tables(defineApplicationTables);
  return read.db
    .select({ number: application.number, person: application.person })
    .from(application)
    .where(and(eq(application.hasMissing, true), inArray(application.stage, [...openStages])))
    .orderBy(asc(application.id));
}

/** Applications by id, `limit` after the id `after`. */
export async function findApplicationsAfter(
  read: Reader,
  after: string,
  limit: number,
): Promise<readonly ApplicationRow[]> {
  const { application } = read.tables(defineApplicationTables);
  return read.db
    .select()
    .from(application)
    .where(gt(application.id, after))
    .orderBy(asc(application.id))
    .limit(limit);
}

/** Approved applications by area, who registered them, and month, over all time. */
export async function recountApproved(
  read: Reader,
): Promise<readonly { area: string; person: string; month: string; n: number }[]> {
  const { application } = read.tables(defineApplicationTables);
  const month = sql<string>`substr(${application.approvedOn}, 1, 7)`;
  const rows = await read.db
    .select({ area: application.area, person: application.registeredBy, month, n: count() })
    .from(application)
    .where(isNotNull(application.approvedOn))
    .groupBy(application.area, application.registeredBy, month);
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
}

/** Applications that ended before a moment and still name their person; at most `limit`. */
export async function findEndedBefore(
  read: Reader,
  before: number,
  limit: number,
): Promise<readonly ApplicationRow[]> {
  const { application } = read.tables(defineApplicationTables);
  return read.db
    .select()
    .from(application)
    .where(
      and(
        inArray(application.stage, ['refused', 'done', 'withdrawn']),
        lt(application.stageAt, before),
        isNotNull(application.person),
      ),
    )
    .orderBy(asc(application.stageAt))
    .limit(limit);
}

/** What was said about an application goes; that it moved, and when, stays. */
export async function eraseReasons(tx: Writer, application: string): Promise<void> {
  const { applicationStep } = tx.tables(defineApplicationTables);
  await tx.db
    .update(applicationStep)
    .set({ reason: null })
    .where(eq(applicationStep.application, application));
}
