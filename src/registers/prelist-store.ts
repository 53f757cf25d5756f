/** Tables and queries of proposals for the national data. */
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  type Kit,
  lt,
  max,
  ne,
  or,
  type Reader,
  sql,
  type Writer,
} from '../store/index.ts';
import type { PrelistState } from './prelist.ts';
import { provinceOf } from './register.ts';

export const definePrelistTables = (k: Kit) => ({
  prelist: k.table(
    'prelist',
    {
      id: k.text().primaryKey(),
      /** What receipts show and people type. */
      number: k.whole().notNull(),
      /** Person id, where the proposed one is registered here. */
      person: k.text(),
      name: k.text().notNull(),
      area: k.text().notNull(),
      province: k.text().notNull(),
      reason: k.text().notNull(),
      /** Ids in the vault; null once the number is no longer needed. */
      nik: k.text(),
      nikMasked: k.text().notNull(),
      kk: k.text(),
      kkMasked: k.text().notNull(),
      consentAt: k.instant().notNull(),
      state: k.text().$type<PrelistState>().notNull(),
      stateAt: k.instant().notNull(),
      /** Why it was rejected or withdrawn. */
      answer: k.text().notNull(),
      /** Name of the operator who received it. */
      exportedFor: k.text(),
      addedBy: k.text().notNull(),
      createdAt: k.instant().notNull(),
    },
    (t) => [
      k.uniqueIndex('prelist_number').on(t.number),
      k.index('prelist_state').on(t.state, t.province),
      k.index('prelist_added').on(t.addedBy, t.state),
      k.index('prelist_person').on(t.person),
      k.index('prelist_nik').on(t.nik),
    ],
  ),
});

export type PrelistRow = ReturnType<typeof definePrelistTables>['prelist']['$inferSelect'];

/** Adds a proposal under the next number, which it returns. */
export async function insertProposal(tx: Writer, row: Omit<PrelistRow, 'number'>): Promise<number> {
  const { prelist } = tx.tables(definePrelistTables);
  const [found] = await tx.db.select({ last: max(prelist.number) }).from(prelist);
  const number = Number(found?.last ?? 0) + 1;
  await tx.db.insert(prelist).values({ ...row, number });
  return number;
}

export async function updateProposal(
  tx: Writer,
  id: string,
  change: Partial<Omit<PrelistRow, 'id' | 'number'>>,
): Promise<void> {
  const { prelist } = tx.tables(definePrelistTables);
  await tx.db.update(prelist).set(change).where(eq(prelist.id, id));
}

export async function findProposal(read: Reader, id: string): Promise<PrelistRow | undefined> {
  const { prelist } = read.tables(definePrelistTables);
  const [row] = await read.db.select().from(prelist).where(eq(prelist.id, id));
  return row;
}

export async function findProposalByNumber(read: Reader, number: number): Promise<PrelistRow | undefined> {
  const { prelist } = read.tables(definePrelistTables);
  const [row] = await read.db.select().from(prelist).where(eq(prelist.number, number));
  return row;
}

/** Proposals that wait or were handed on, for one person or holding one of these numbers. */
export async function findOpenAbout(
  read: Reader,
  key: { readonly person: string | null; readonly numbers: readonly string[] },
): Promise<readonly PrelistRow[]> {
  const { prelist } = read.tables(definePrelistTables);
  const about = [
    ...(key.person === null ? [] : [eq(prelist.person, key.person)]),
    ...(key.numbers.length === 0 ? [] : [inArray(prelist.nik, [...key.numbers])]),
  ];
  if (about.length === 0) return [];
  return read.db
    .select()
    .from(prelist)
    .where(and(inArray(prelist.state, ['proposed', 'exported']), or(...about)))
    .orderBy(asc(prelist.id));
}

/** Whose proposals: those somebody made, or all in an area. */
export type PrelistScope = { readonly addedBy: string } | { readonly area: string };

const inScope = (read: Reader, scope: PrelistScope) => {
  const { prelist } = read.tables(definePrelistTables);
  if ('addedBy' in scope) return [eq(prelist.addedBy, scope.addedBy)];
  if (scope.area === 'ID') return [];
  return [
    eq(prelist.province, provinceOf(scope.area)),
    or(
      eq(prelist.area, scope.area),
      eq(sql`substr(${prelist.area}, 1, ${scope.area.length + 1})`, `${scope.area}.`),
    ),
  ];
};

/** The newest change first. */
export async function findProposals(
  read: Reader,
  scope: PrelistScope,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly PrelistRow[]> {
  const { prelist } = read.tables(definePrelistTables);
  return read.db
    .select()
    .from(prelist)
    .where(and(ne(prelist.state, 'withdrawn'), ...inScope(read, scope)))
    .orderBy(desc(prelist.stateAt), desc(prelist.id))
    .limit(page.limit)
    .offset(page.offset);
}

export async function countProposals(
  read: Reader,
  scope: PrelistScope,
): Promise<ReadonlyMap<PrelistState, number>> {
  const { prelist } = read.tables(definePrelistTables);
  const rows = await read.db
    .select({ state: prelist.state, n: count() })
    .from(prelist)
    .where(and(...inScope(read, scope)))
    .groupBy(prelist.state);
  return new Map(rows.map((row) => [row.state, Number(row.n)]));
}

/** Those that wait to be handed on, the oldest first, `limit` after the id `after`. */
export async function findWaiting(
  read: Reader,
  area: string,
  after: string,
  limit: number,
): Promise<readonly PrelistRow[]> {
  const { prelist } = read.tables(definePrelistTables);
  return read.db
    .select()
    .from(prelist)
    .where(and(eq(prelist.state, 'proposed'), gt(prelist.id, after), ...inScope(read, { area })))
    .orderBy(asc(prelist.id))
    .limit(limit);
}

/** Proposals by area, maker and month of the proposal in Jakarta, over all time; those withdrawn are not counted. */
export async function findProposalsAfter(
  read: Reader,
  after: string,
  limit: number,
): Promise<readonly PrelistRow[]> {
  const { prelist } = read.tables(definePrelistTables);
  return read.db
    .select()
    .from(prelist)
    .where(and(gt(prelist.id, after), ne(prelist.state, 'withdrawn')))
    .orderBy(asc(prelist.id))
    .limit(limit);
}

export async function findProposalsOf(read: Reader, person: string): Promise<readonly PrelistRow[]> {
  const { prelist } = read.tables(definePrelistTables);
  return read.db.select().from(prelist).where(eq(prelist.person, person)).orderBy(asc(prelist.id));
}

/** Proposals whose last change lies before a moment and that still name somebody; at most `limit`. */
export async function findNamedBefore(
  read: Reader,
  before: number,
  limit: number,
): Promise<readonly PrelistRow[]> {
  const { prelist } = read.tables(definePrelistTables);
  return read.db
    .select()
    .from(prelist)
    .where(and(lt(prelist.stateAt, before), ne(prelist.name, '')))
    .orderBy(asc(prelist.id))
    .limit(limit);
}
