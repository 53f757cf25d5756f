/** Tables and queries of mentoring sessions. */
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  type Kit,
  lte,
  max,
  type Reader,
  sql,
  type Writer,
} from '../store/index.ts';
import type { SessionFacts, SessionKind } from './session.ts';

export const defineMentoringTables = (k: Kit) => ({
  session: k.table(
    'session',
    {
      id: k.text().primaryKey(),
      facilitator: k.text().notNull(),
      /** Running number of the facilitator: what receipts show and people type. */
      number: k.whole().notNull(),
      person: k.text().notNull(),
      kind: k.text().$type<SessionKind>().notNull(),
      date: k.text().notNull(),
      minutes: k.whole().notNull(),
      turnover: k.money(),
      workers: k.whole(),
      topic: k.text().notNull().default(''),
      note: k.text().notNull(),
      /** Area of the person at that time. */
      area: k.text().notNull(),
      /** The message it was made from, and its line, so that an edit finds it. */
      source: k.text().notNull(),
      line: k.whole().notNull(),
      /** Entered on a later day than it took place. */
      backDated: k.flag().notNull(),
      createdAt: k.instant().notNull(),
      undoneAt: k.instant(),
    },
    (t) => [
      k.uniqueIndex('session_facilitator_number').on(t.facilitator, t.number),
      k.index('session_facilitator_date').on(t.facilitator, t.date),
      k.index('session_facilitator_person').on(t.facilitator, t.person, t.date),
      k.index('session_source').on(t.source, t.line),
      k.index('session_person').on(t.person, t.date),
    ],
  ),
  /** What a session said before each correction. */
  sessionVersion: k.table(
    'session_version',
    {
      id: k.text().primaryKey(),
      session: k.text().notNull(),
      at: k.instant().notNull(),
      actor: k.text().notNull(),
      before: k.json<SessionFacts & { person: string }>().notNull(),
    },
    (t) => [k.index('session_version_session').on(t.session, t.at)],
  ),
});

export type SessionRow = ReturnType<typeof defineMentoringTables>['session']['$inferSelect'];

const p = (name: string) => sql.placeholder(name);

const selectLastNumber = (r: Reader) => {
  const { session } = r.tables(defineMentoringTables);
  return r.db
    .select({ last: max(session.number) })
    .from(session)
    .where(eq(session.facilitator, p('facilitator')))
    .prepare();
};

const insertPrepared = (r: Reader) => {
  const { session } = r.tables(defineMentoringTables);
  return r.db
    .insert(session)
    .values({
      id: p('id'),
      facilitator: p('facilitator'),
      number: p('number'),
      person: p('person'),
      kind: p('kind'),
      date: p('date'),
      minutes: p('minutes'),
      turnover: p('turnover'),
      workers: p('workers'),
      topic: p('topic'),
      note: p('note'),
      area: p('area'),
      source: p('source'),
      line: p('line'),
      backDated: p('backDated'),
      createdAt: p('createdAt'),
    })
    .prepare();
};

/** Adds a session under the facilitator's next number, which it returns. */
export async function insertSession(
  tx: Writer,
  row: Omit<SessionRow, 'number' | 'undoneAt'>,
): Promise<number> {
  const [found] = await tx.prepared(selectLastNumber).execute({ facilitator: row.facilitator });
  const number = Number(found?.last ?? 0) + 1;
  await tx.prepared(insertPrepared).execute({ ...row, number });
  return number;
}

const selectSame = (r: Reader) => {
  const { session } = r.tables(defineMentoringTables);
  return r.db
    .select()
    .from(session)
    .where(
      and(
        eq(session.facilitator, p('facilitator')),
        eq(session.person, p('person')),
        eq(session.date, p('date')),
        eq(session.kind, p('kind')),
        isNull(session.undoneAt),
      ),
    )
    .prepare();
};

/** Sessions of the same facilitator with the same person, day and kind. */
export async function findSame(
  read: Reader,
  key: { facilitator: string; person: string; date: string; kind: SessionKind },
): Promise<readonly SessionRow[]> {
  return read.prepared(selectSame).execute(key);
}

const selectLastOf = (r: Reader) => {
  const { session } = r.tables(defineMentoringTables);
  return r.db
    .select()
    .from(session)
    .where(eq(session.facilitator, p('facilitator')))
    .orderBy(desc(session.number))
    .limit(1)
    .prepare();
};

/** The session that a facilitator logged last, one taken back too. */
export async function findLastOf(read: Reader, facilitator: string): Promise<SessionRow | undefined> {
  const [row] = await read.prepared(selectLastOf).execute({ facilitator });
  return row;
}

export async function findSession(read: Reader, id: string): Promise<SessionRow | undefined> {
  const { session } = read.tables(defineMentoringTables);
  const [row] = await read.db.select().from(session).where(eq(session.id, id));
  return row;
}

/** The last session a facilitator logged that stands. */
export async function findLastSession(read: Reader, facilitator: string): Promise<SessionRow | undefined> {
  const { session } = read.tables(defineMentoringTables);
  const [row] = await read.db
    .select()
    .from(session)
    .where(and(eq(session.facilitator, facilitator), isNull(session.undoneAt)))
    .orderBy(desc(session.number))
    .limit(1);
  return row;
}

/** The records made from one message, in the order of its lines. */
export async function findBySource(read: Reader, source: string): Promise<readonly SessionRow[]> {
  const { session } = read.tables(defineMentoringTables);
  return read.db
    .select()
    .from(session)
    .where(eq(session.source, source))
    .orderBy(asc(session.line), asc(session.createdAt));
}

export async function markUndone(tx: Writer, id: string, at: number): Promise<void> {
  const { session } = tx.tables(defineMentoringTables);
  await tx.db.update(session).set({ undoneAt: at }).where(eq(session.id, id));
}

/** Puts new facts in the place of old ones and keeps the old as a version. */
export async function rewriteSession(
  tx: Writer,
  input: {
    row: SessionRow;
    facts: SessionFacts;
    person: string;
    area: string;
    actor: string;
    versionId: string;
    at: number;
  },
): Promise<void> {
  const { session, sessionVersion } = tx.tables(defineMentoringTables);
  const { row } = input;
  await tx.db.insert(sessionVersion).values({
    id: input.versionId,
    session: row.id,
    at: input.at,
    actor: input.actor,
    before: {
      person: row.person,
      kind: row.kind,
      date: row.date,
      minutes: row.minutes,
      turnover: row.turnover,
      workers: row.workers,
      topic: row.topic,
      note: row.note,
    },
  });
  await tx.db
    .update(session)
    .set({ ...input.facts, person: input.person, area: input.area })
    .where(eq(session.id, row.id));
}

/** Sessions of a facilitator between two dates, the newest first. */
export async function findSessions(
  read: Reader,
  key: { facilitator: string; from: string; to: string; limit: number; offset: number },
): Promise<readonly SessionRow[]> {
  const { session } = read.tables(defineMentoringTables);
  return read.db
    .select()
    .from(session)
    .where(
      and(
        eq(session.facilitator, key.facilitator),
        gte(session.date, key.from),
        lte(session.date, key.to),
        isNull(session.undoneAt),
      ),
    )
    .orderBy(desc(session.date), desc(session.number))
    .limit(key.limit)
    .offset(key.offset);
}

/** How many sessions and minutes of each kind between two dates. */
export async function countSessions(
  read: Reader,
  key: { facilitator: string; from: string; to: string },
): Promise<readonly { kind: SessionKind; sessions: number; minutes: number; people: number }[]> {
  const { session } = read.tables(defineMentoringTables);
  const rows = await read.db
    .select({
      kind: session.kind,
      sessions: count(),
      minutes: sql<number>`sum(${session.minutes})`,
      people: sql<number>`count(distinct ${session.person})`,
    })
    .from(session)
    .where(
      and(
        eq(session.facilitator, key.facilitator),
        gte(session.date, key.from),
        lte(session.date, key.to),
        isNull(session.undoneAt),
      ),
    )
    .groupBy(session.kind)
    .orderBy(asc(session.kind));
  return rows.map((row) => ({
    ...row,
    sessions: Number(row.sessions),
    minutes: Number(row.minutes),
    people: Number(row.people),
  }));
}

/** Facilitators who logged anything after `since`, each with the last session they logged. */
export async function findLastLogs(read: Reader, since: number): Promise<readonly SessionRow[]> {
  const { session } = read.tables(defineMentoringTables);
  const newest = await read.db
    .select({ facilitator: session.facilitator, number: max(session.number) })
    .from(session)
    .where(and(gte(session.createdAt, since), isNull(session.undoneAt)))
    .groupBy(session.facilitator);
  const rows: SessionRow[] = [];
  for (const { facilitator, number } of newest) {
    const [row] = await read.db
      .select()
      .from(session)
      .where(and(eq(session.facilitator, facilitator), eq(session.number, number ?? 0)));
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/** Date of the last session with each of these people, by person id. */
export async function findLastVisits(
  read: Reader,
  facilitator: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, { date: string; sessions: number }>> {
  if (people.length === 0) return new Map();
  const { session } = read.tables(defineMentoringTables);
  const rows = await read.db
    .select({ person: session.person, date: max(session.date), sessions: count() })
    .from(session)
    .where(
      and(
        eq(session.facilitator, facilitator),
        inArray(session.person, [...people]),
        isNull(session.undoneAt),
      ),
    )
    .groupBy(session.person);
  return new Map(rows.map((row) => [row.person, { date: row.date ?? '', sessions: Number(row.sessions) }]));
}

/** Sessions and minutes of these kinds by area, facilitator and month, over all time. */
export async function recountSessions(
  read: Reader,
  kinds: readonly SessionKind[],
): Promise<readonly { area: string; person: string; month: string; sessions: number; minutes: number }[]> {
  const { session } = read.tables(defineMentoringTables);
  const month = sql<string>`substr(${session.date}, 1, 7)`;
  const rows = await read.db
    .select({
      area: session.area,
      person: session.facilitator,
      month,
      sessions: count(),
      minutes: sql<number>`sum(${session.minutes})`,
    })
    .from(session)
    .where(and(inArray(session.kind, [...kinds]), isNull(session.undoneAt)))
    .groupBy(session.area, session.facilitator, month);
  return rows.map((row) => ({ ...row, sessions: Number(row.sessions), minutes: Number(row.minutes) }));
}

/** Sessions that stand, by id, `limit` after the id `after`. */
export async function findSessionsAfter(
  read: Reader,
  after: string,
  limit: number,
): Promise<readonly SessionRow[]> {
  const { session } = read.tables(defineMentoringTables);
  return read.db
    .select()
    .from(session)
    .where(and(gt(session.id, after), isNull(session.undoneAt)))
    .orderBy(asc(session.id))
    .limit(limit);
}

/** Whom each of these facilitators visited since a date, as `FACILITATOR PERSON`. */
export async function findVisitedSince(
  read: Reader,
  facilitators: readonly string[],
  date: string,
): Promise<ReadonlySet<string>> {
  const { session } = read.tables(defineMentoringTables);
  const rows = await read.db
    .selectDistinct({ facilitator: session.facilitator, person: session.person })
    .from(session)
    .where(
      and(inArray(session.facilitator, [...facilitators]), gte(session.date, date), isNull(session.undoneAt)),
    );
  return new Set(rows.map((row) => `${row.facilitator} ${row.person}`));
}
