/** Tables of the ladder, and the queries of households and their moves. */
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
  isNull,
  type Kit,
  lt,
  lte,
  or,
  type Reader,
  sql,
  type Writer,
} from '../store/index.ts';
import type { BusinessKind, Evidence, Funding, Graduation, PartnerKind, Stage, Standing } from './stage.ts';

export interface KpmFacts {
  readonly graduation: Graduation | null;
  readonly businessKind: BusinessKind | null;
  readonly business: string;
  readonly brand: string;
}

export const defineLadderTables = (k: Kit) => ({
  /** Households of the programme, one row a person. */
  kpm: k.table(
    'kpm',
    {
      person: k.text().primaryKey(),
      graduation: k.text().$type<Graduation>(),
      businessKind: k.text().$type<BusinessKind>(),
      /** What is made or sold, in the field's words. */
      business: k.text().notNull(),
      brand: k.text().notNull(),
      stage: k.text().$type<Standing>().notNull(),
      /** Day on which it came to that stage, `YYYY-MM-DD`. */
      stageSince: k.text(),
      area: k.text().notNull(),
      createdBy: k.text().notNull(),
      createdAt: k.instant().notNull(),
      updatedAt: k.instant().notNull(),
    },
    (t) => [k.index('kpm_area').on(t.area, t.stage)],
  ),
  /** What was said about a household before each change, so that a change can be taken back. */
  kpmChange: k.table(
    'kpm_change',
    {
      id: k.text().primaryKey(),
      person: k.text().notNull(),
      at: k.instant().notNull(),
      actor: k.text().notNull(),
      before: k.json<KpmFacts>().notNull(),
      undoneAt: k.instant(),
    },
    (t) => [k.index('kpm_change_person').on(t.person, t.at)],
  ),
  stageMove: k.table(
    'stage_move',
    {
      id: k.text().primaryKey(),
      /** Null when the person was erased. */
      person: k.text(),
      area: k.text().notNull(),
      from: k.text().$type<Standing>().notNull(),
      to: k.text().$type<Stage>().notNull(),
      state: k.text().$type<'proposed' | 'accepted' | 'declined' | 'withdrawn'>().notNull(),
      evidence: k.json<Evidence>().notNull(),
      note: k.text().notNull(),
      proposedBy: k.text().notNull(),
      proposedAt: k.instant().notNull(),
      decidedBy: k.text(),
      decidedAt: k.instant(),
      /** Day of the decision in the decider's zone. */
      decidedOn: k.text(),
      reason: k.text(),
      /** Since when the household stood at `from`, to put it back. */
      sinceBefore: k.text(),
    },
    (t) => [
      k.index('stage_move_person').on(t.person, t.proposedAt),
      k.index('stage_move_state').on(t.state, t.area),
    ],
  ),
  bsimu: k.table(
    'bsimu',
    {
      id: k.text().primaryKey(),
      /** Running number of whoever recorded it. */
      number: k.whole().notNull(),
      /** Null when the person was erased. */
      person: k.text(),
      area: k.text().notNull(),
      date: k.text().notNull(),
      /** Whole rupiah. */
      amount: k.money().notNull(),
      funding: k.text().$type<Funding>().notNull(),
      note: k.text().notNull(),
      recordedBy: k.text().notNull(),
      /** The message it was made from, so that an edit finds it; empty where there is none. */
      source: k.text().notNull(),
      backDated: k.flag().notNull(),
      createdAt: k.instant().notNull(),
      undoneAt: k.instant(),
    },
    (t) => [
      k.uniqueIndex('bsimu_recorder_number').on(t.recordedBy, t.number),
      k.index('bsimu_person').on(t.person, t.date),
      k.index('bsimu_source').on(t.source),
    ],
  ),
  partner: k.table(
    'partner',
    {
      id: k.text().primaryKey(),
      name: k.text().notNull(),
      nameKey: k.text().notNull(),
      kind: k.text().$type<PartnerKind>().notNull(),
      area: k.text().notNull(),
      createdBy: k.text().notNull(),
      createdAt: k.instant().notNull(),
      endedAt: k.instant(),
    },
    (t) => [k.uniqueIndex('partner_name').on(t.nameKey, t.area)],
  ),
  /** Which partner accompanies which household. */
  accompaniment: k.table(
    'accompaniment',
    {
      id: k.text().primaryKey(),
      person: k.text().notNull(),
      partner: k.text().notNull(),
      by: k.text().notNull(),
      since: k.instant().notNull(),
      until: k.instant(),
    },
    (t) => [k.index('accompaniment_person').on(t.person)],
  ),
});

type Tables = ReturnType<typeof defineLadderTables>;
export type KpmRow = Tables['kpm']['$inferSelect'];
export type MoveRow = Tables['stageMove']['$inferSelect'];
export type BsimuRow = Tables['bsimu']['$inferSelect'];
export type PartnerRow = Tables['partner']['$inferSelect'];

export async function findKpm(read: Reader, person: string): Promise<KpmRow | undefined> {
  const { kpm } = read.tables(defineLadderTables);
  const [row] = await read.db.select().from(kpm).where(eq(kpm.person, person));
  return row;
}

export async function findKpms(read: Reader, persons: readonly string[]): Promise<readonly KpmRow[]> {
  if (persons.length === 0) return [];
  const { kpm } = read.tables(defineLadderTables);
  return read.db
    .select()
    .from(kpm)
    .where(inArray(kpm.person, [...persons]))
    .orderBy(asc(kpm.person));
}

/** Households in an area, at most `limit`. */
export async function findKpmsWithin(read: Reader, area: string, limit: number): Promise<readonly KpmRow[]> {
  const { kpm } = read.tables(defineLadderTables);
  const inside = sql`substr(${kpm.area}, 1, ${area.length + 1})`;
  return read.db
    .select()
    .from(kpm)
    .where(area === 'ID' ? undefined : or(eq(kpm.area, area), eq(inside, `${area}.`)))
    .orderBy(asc(kpm.person))
    .limit(limit);
}

export async function findKpmsAfter(read: Reader, after: string, limit: number): Promise<readonly KpmRow[]> {
  const { kpm } = read.tables(defineLadderTables);
  return read.db.select().from(kpm).where(gt(kpm.person, after)).orderBy(asc(kpm.person)).limit(limit);
}

export async function insertKpm(tx: Writer, row: KpmRow): Promise<void> {
  const { kpm } = tx.tables(defineLadderTables);
  await tx.db.insert(kpm).values(row);
}

export async function updateKpm(
  tx: Writer,
  person: string,
  set: Partial<Omit<KpmRow, 'person'>>,
): Promise<void> {
  const { kpm } = tx.tables(defineLadderTables);
  await tx.db.update(kpm).set(set).where(eq(kpm.person, person));
}

export async function insertChange(
  tx: Writer,
  row: { id: string; person: string; at: number; actor: string; before: KpmFacts },
): Promise<void> {
  const { kpmChange } = tx.tables(defineLadderTables);
  await tx.db.insert(kpmChange).values(row);
}

/** The change that has this id, if it is the last one that stands of its person. */
export async function findLastChange(read: Reader, id: string) {
  const { kpmChange } = read.tables(defineLadderTables);
  const [row] = await read.db.select().from(kpmChange).where(eq(kpmChange.id, id));
  if (row === undefined) return undefined;
  const [last] = await read.db
    .select({ id: kpmChange.id })
    .from(kpmChange)
    .where(and(eq(kpmChange.person, row.person), isNull(kpmChange.undoneAt)))
    .orderBy(desc(kpmChange.at), desc(kpmChange.id))
    .limit(1);
  return { row, isLast: last?.id === id };
}

export async function endChange(tx: Writer, id: string, at: number): Promise<void> {
  const { kpmChange } = tx.tables(defineLadderTables);
  await tx.db.update(kpmChange).set({ undoneAt: at }).where(eq(kpmChange.id, id));
}

export async function insertMove(tx: Writer, row: MoveRow): Promise<void> {
  const { stageMove } = tx.tables(defineLadderTables);
  await tx.db.insert(stageMove).values(row);
}

export async function updateMove(tx: Writer, id: string, set: Partial<MoveRow>): Promise<void> {
  const { stageMove } = tx.tables(defineLadderTables);
  await tx.db.update(stageMove).set(set).where(eq(stageMove.id, id));
}

export async function findMove(read: Reader, id: string): Promise<MoveRow | undefined> {
  const { stageMove } = read.tables(defineLadderTables);
  const [row] = await read.db.select().from(stageMove).where(eq(stageMove.id, id));
  return row;
}

/** All moves of a person, the oldest first. */
export async function findMovesOf(read: Reader, person: string): Promise<readonly MoveRow[]> {
  const { stageMove } = read.tables(defineLadderTables);
  return read.db
    .select()
    .from(stageMove)
    .where(eq(stageMove.person, person))
    .orderBy(asc(stageMove.proposedAt), asc(stageMove.id));
}

/** Proposals that wait, the oldest first. */
export async function findProposed(read: Reader, limit: number): Promise<readonly MoveRow[]> {
  const { stageMove } = read.tables(defineLadderTables);
  return read.db
    .select()
    .from(stageMove)
    .where(and(eq(stageMove.state, 'proposed'), isNotNull(stageMove.person)))
    .orderBy(asc(stageMove.proposedAt), asc(stageMove.id))
    .limit(limit);
}

/** How many proposals wait in each area, and since when. */
export async function countProposed(
  read: Reader,
): Promise<readonly { area: string; n: number; since: number }[]> {
  const { stageMove } = read.tables(defineLadderTables);
  const rows = await read.db
    .select({ area: stageMove.area, n: count(), since: sql<number>`min(${stageMove.proposedAt})` })
    .from(stageMove)
    .where(and(eq(stageMove.state, 'proposed'), isNotNull(stageMove.person)))
    .groupBy(stageMove.area)
    .orderBy(asc(stageMove.area));
  return rows.map(({ area, n, since }) => ({ area, n: Number(n), since: Number(since) }));
}

/** Moves accepted since a moment, by stage. */
export async function countAccepted(
  read: Reader,
  since: number,
): Promise<readonly { to: Stage; n: number }[]> {
  const { stageMove } = read.tables(defineLadderTables);
  const rows = await read.db
    .select({ to: stageMove.to, n: count() })
    .from(stageMove)
    .where(and(eq(stageMove.state, 'accepted'), gte(stageMove.decidedAt, since)))
    .groupBy(stageMove.to)
    .orderBy(asc(stageMove.to));
  return rows.map(({ to, n }) => ({ to, n: Number(n) }));
}

/** Moves that these people proposed and that were decided between two days, the oldest first. */
export async function findMovesBetween(
  read: Reader,
  key: { readonly proposers: readonly string[]; readonly from: string; readonly to: string },
): Promise<readonly MoveRow[]> {
  const { stageMove } = read.tables(defineLadderTables);
  return read.db
    .select()
    .from(stageMove)
    .where(
      and(
        inArray(stageMove.proposedBy, [...key.proposers]),
        gte(stageMove.decidedOn, key.from),
        lte(stageMove.decidedOn, key.to),
      ),
    )
    .orderBy(asc(stageMove.decidedOn), asc(stageMove.id));
}

/** Accepted moves to a stage by area, proposer and month. */
export async function recountMoves(
  read: Reader,
  to: Stage,
): Promise<readonly { area: string; person: string; month: string; n: number }[]> {
  const { stageMove } = read.tables(defineLadderTables);
  const month = sql<string>`substr(${stageMove.decidedOn}, 1, 7)`;
  const rows = await read.db
    .select({ area: stageMove.area, person: stageMove.proposedBy, month, n: count() })
    .from(stageMove)
    .where(and(eq(stageMove.state, 'accepted'), eq(stageMove.to, to)))
    .groupBy(stageMove.area, stageMove.proposedBy, month);
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
}

/** Erases a person from the ladder; what is counted stays without the name. */
export async function eraseKpm(tx: Writer, person: string): Promise<void> {
  const { accompaniment, bsimu, kpm, kpmChange, stageMove } = tx.tables(defineLadderTables);
  await tx.db.delete(kpm).where(eq(kpm.person, person));
  await tx.db.delete(kpmChange).where(eq(kpmChange.person, person));
  await tx.db.delete(accompaniment).where(eq(accompaniment.person, person));
  await tx.db
    .update(stageMove)
    .set({ person: null, note: '', reason: null, evidence: noEvidence })
    .where(eq(stageMove.person, person));
  await tx.db.update(bsimu).set({ person: null, note: '' }).where(eq(bsimu.person, person));
}

const noEvidence: Evidence = {
  graduation: null,
  hasBusiness: false,
  sessions: [],
  turnovers: [],
  receipts: 0,
  received: 0,
  partners: [],
};

/** Forgets words and evidence of moves decided before a moment; returns how many. */
export async function forgetMoves(tx: Writer, before: number, limit: number): Promise<number> {
  const { stageMove } = tx.tables(defineLadderTables);
  const rows = await tx.db
    .select({ id: stageMove.id })
    .from(stageMove)
    .where(and(lt(stageMove.decidedAt, before), isNotNull(stageMove.reason)))
    .orderBy(asc(stageMove.id))
    .limit(limit);
  if (rows.length === 0) return 0;
  await tx.db
    .update(stageMove)
    .set({ note: '', reason: null, evidence: noEvidence })
    .where(
      inArray(
        stageMove.id,
        rows.map((row) => row.id),
      ),
    );
  return rows.length;
}
