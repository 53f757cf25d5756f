/** Tables and queries of cases and of what happened to each. */
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
  isNull,
  type Kit,
  lte,
  max,
  or,
  type Reader,
  sql,
  type Writer,
} from '../store/index.ts';
import { type CaseKind, type CaseState, type Move, type Sector, seenByReceivers } from './case.ts';

/** What happened: a move, or something that leaves the state as it is. */
export type EventKind = Move | 'open' | 'take' | 'assign' | 'add' | 'step-up';

export const defineCaseTables = (k: Kit) => ({
  caseFile: k.table(
    'case_file',
    {
      id: k.text().primaryKey(),
      /** What people say and type; never a proof of anything. */
      number: k.whole().notNull(),
      kind: k.text().$type<CaseKind>().notNull(),
      protected: k.flag().notNull(),
      sector: k.text().$type<Sector>(),
      urgent: k.flag().notNull(),
      area: k.text().notNull(),
      /** The areas around it, for lists: `33`, `33.74`, and `33.74.01` where known. */
      province: k.text().notNull(),
      regency: k.text().notNull(),
      district: k.text(),
      state: k.text().$type<CaseState>().notNull(),
      /** What was said, identity numbers masked. */
      story: k.text().notNull(),
      /** What it is about besides: the number of an application, or a programme. */
      about: k.text(),
      person: k.text(),
      openedBy: k.text().notNull(),
      /** Where a citizen wrote from, to be told there. */
      address: k.json<Address>(),
      lang: k.text().$type<Lang>().notNull(),
      takenBy: k.text(),
      destination: k.text(),
      openedAt: k.instant().notNull(),
      stateAt: k.instant().notNull(),
      dueAt: k.instant(),
      /** When it is passed further up if nothing happens. */
      stepUpAt: k.instant(),
      /** How far up it was passed: 0 nowhere, 1 coordinator, 2 manager, 3 ministry. */
      level: k.whole().notNull(),
      closedAt: k.instant(),
      /** The ministry's desk takes care, because nobody in the area can. */
      atDesk: k.flag().notNull(),
      /** Person ids of officers who have its card. */
      told: k.json<readonly string[]>().notNull(),
    },
    (t) => [
      k.uniqueIndex('case_number').on(t.number),
      k.index('case_person').on(t.person, t.openedAt),
      k.index('case_opened_by').on(t.openedBy, t.openedAt),
      k.index('case_taken_by').on(t.takenBy, t.dueAt).where(sql`"closedAt" is null`),
      k.index('case_province').on(t.province, t.protected, t.dueAt).where(sql`"closedAt" is null`),
      k.index('case_regency').on(t.regency, t.protected, t.dueAt).where(sql`"closedAt" is null`),
      k.index('case_district').on(t.district, t.protected, t.dueAt).where(sql`"closedAt" is null`),
      k.index('case_area').on(t.area, t.protected, t.dueAt).where(sql`"closedAt" is null`),
      k.index('case_open').on(t.protected, t.dueAt).where(sql`"closedAt" is null`),
      k.index('case_step_up').on(t.stepUpAt).where(sql`"closedAt" is null`),
      k.index('case_opened_at').on(t.openedAt),
      k.index('case_closed_at').on(t.closedAt),
    ],
  ),
  caseEvent: k.table(
    'case_event',
    {
      id: k.text().primaryKey(),
      case: k.text().notNull(),
      at: k.instant().notNull(),
      /** Person id, `account:` key, or `system:` and a name. */
      actor: k.text().notNull(),
      kind: k.text().$type<EventKind>().notNull(),
      state: k.text().$type<CaseState>().notNull(),
      /** A reason, a destination, what was done, or what was added. */
      note: k.text().notNull(),
    },
    (t) => [k.index('case_event_case').on(t.case, t.id)],
  ),
});

type Tables = ReturnType<typeof defineCaseTables>;
export type CaseRow = Tables['caseFile']['$inferSelect'];
export type CaseEventRow = Tables['caseEvent']['$inferSelect'];

const p = (name: string) => sql.placeholder(name);

const selectLastNumber = (r: Reader) => {
  const { caseFile: cases } = r.tables(defineCaseTables);
  return r.db
    .select({ last: max(cases.number) })
    .from(cases)
    .prepare();
};

/** Adds a case under the next number, which it returns. */
export async function insertCase(tx: Writer, row: Omit<CaseRow, 'number'>): Promise<number> {
  const { caseFile: cases } = tx.tables(defineCaseTables);
  const [found] = await tx.prepared(selectLastNumber).execute({});
  const number = Number(found?.last ?? 0) + 1;
  await tx.db.insert(cases).values({ ...row, number });
  return number;
}

export async function updateCase(
  tx: Writer,
  id: string,
  change: Partial<Omit<CaseRow, 'id' | 'number'>>,
): Promise<void> {
  const { caseFile: cases } = tx.tables(defineCaseTables);
  await tx.db.update(cases).set(change).where(eq(cases.id, id));
}

export async function insertEvent(tx: Writer, row: CaseEventRow): Promise<void> {
  const { caseEvent } = tx.tables(defineCaseTables);
  await tx.db.insert(caseEvent).values(row);
}

const selectCase = (r: Reader) => {
  const { caseFile: cases } = r.tables(defineCaseTables);
  return r.db
    .select()
    .from(cases)
    .where(eq(cases.id, p('id')))
    .prepare();
};
export async function findCase(read: Reader, id: string): Promise<CaseRow | undefined> {
  const [row] = await read.prepared(selectCase).execute({ id });
  return row;
}

const selectByNumber = (r: Reader) => {
  const { caseFile: cases } = r.tables(defineCaseTables);
  return r.db
    .select()
    .from(cases)
    .where(eq(cases.number, p('number')))
    .prepare();
};
export async function findCaseByNumber(read: Reader, number: number): Promise<CaseRow | undefined> {
  const [row] = await read.prepared(selectByNumber).execute({ number });
  return row;
}

/** What happened to a case, in order. */
export async function findEvents(read: Reader, id: string): Promise<readonly CaseEventRow[]> {
  const { caseEvent } = read.tables(defineCaseTables);
  return read.db.select().from(caseEvent).where(eq(caseEvent.case, id)).orderBy(asc(caseEvent.id));
}

export async function findEvent(read: Reader, id: string): Promise<CaseEventRow | undefined> {
  const { caseEvent } = read.tables(defineCaseTables);
  const [row] = await read.db.select().from(caseEvent).where(eq(caseEvent.id, id));
  return row;
}

/** Cases of persons and of whoever opened them, the newest first. */
export async function findOwnCases(
  read: Reader,
  whose: { readonly openedBy: readonly string[]; readonly persons: readonly string[] },
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly CaseRow[]> {
  const { caseFile: cases } = read.tables(defineCaseTables);
  return (
    read.db
      .select()
      .from(cases)
      // A complaint about an officer is shown to who made it, not to others on the same phone.
      .where(
        or(
          inArray(cases.openedBy, [...whose.openedBy]),
          and(inArray(cases.person, [...whose.persons]), eq(cases.protected, false)),
        ),
      )
      .orderBy(desc(cases.openedAt), desc(cases.id))
      .limit(page.limit)
      .offset(page.offset)
  );
}

/**
 * Which open cases a list shows: those somebody takes care of, those of an area, those referred in a kab/kota, or the
 * complaints about officers, which are in no other list.
 */
export type Scope =
  | { readonly kind: 'taken'; readonly person: string }
  | { readonly kind: 'area' | 'referred'; readonly area: string }
  | { readonly kind: 'protected' };

const levels = ['province', 'regency', 'district', 'area'] as const;
type ScopeName = 'taken' | 'country' | 'referred' | 'protected' | (typeof levels)[number];

const scopeName = (scope: Scope): ScopeName => {
  if (scope.kind !== 'area') return scope.kind;
  return scope.area === 'ID' ? 'country' : (levels[scope.area.split('.').length - 1] ?? 'area');
};

const inScope = (r: Reader, name: ScopeName) => {
  const { caseFile: cases } = r.tables(defineCaseTables);
  const open = sql`${cases.closedAt} is null`;
  switch (name) {
    case 'taken':
      return and(open, eq(cases.takenBy, p('value')));
    case 'country':
      return and(open, eq(cases.protected, false));
    case 'protected':
      return and(open, eq(cases.protected, true));
    case 'referred':
      return and(
        open,
        eq(cases.regency, p('value')),
        eq(cases.protected, false),
        inArray(cases.state, [...seenByReceivers]),
      );
    default:
      return and(open, eq(cases[name], p('value')), eq(cases.protected, false));
  }
};

const selectOpen = (name: ScopeName) => (r: Reader) => {
  const { caseFile: cases } = r.tables(defineCaseTables);
  return r.db
    .select()
    .from(cases)
    .where(inScope(r, name))
    .orderBy(asc(cases.dueAt), asc(cases.id))
    .limit(p('limit'))
    .offset(p('offset'))
    .prepare();
};
const selectCount = (name: ScopeName) => (r: Reader) => {
  const { caseFile: cases } = r.tables(defineCaseTables);
  return r.db
    .select({ n: count() })
    .from(cases)
    .where(and(inScope(r, name), lte(cases.dueAt, p('before'))))
    .prepare();
};

/** Prepared once each: a query is known by the function that makes it. */
const openQueries = {
  taken: selectOpen('taken'),
  country: selectOpen('country'),
  province: selectOpen('province'),
  regency: selectOpen('regency'),
  district: selectOpen('district'),
  area: selectOpen('area'),
  referred: selectOpen('referred'),
  protected: selectOpen('protected'),
};
const countQueries = {
  taken: selectCount('taken'),
  country: selectCount('country'),
  province: selectCount('province'),
  regency: selectCount('regency'),
  district: selectCount('district'),
  area: selectCount('area'),
  referred: selectCount('referred'),
  protected: selectCount('protected'),
};

const scopeValue = (scope: Scope): string => {
  if (scope.kind === 'taken') return scope.person;
  return scope.kind === 'protected' ? '' : scope.area;
};

/** Open cases, those due first at the top. Every open case has a due time. */
export async function findOpenCases(
  read: Reader,
  scope: Scope,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly CaseRow[]> {
  return read
    .prepared(openQueries[scopeName(scope)])
    .execute({ value: scopeValue(scope), limit: page.limit, offset: page.offset });
}

const farAway = 8_640_000_000_000_000;

/** How many cases are open, and how many of them are overdue. */
export async function countCases(
  read: Reader,
  scope: Scope,
  now: number,
): Promise<{ readonly open: number; readonly overdue: number }> {
  const query = read.prepared(countQueries[scopeName(scope)]);
  const [open] = await query.execute({ value: scopeValue(scope), before: farAway });
  const [overdue] = await query.execute({ value: scopeValue(scope), before: now });
  return { open: Number(open?.n ?? 0), overdue: Number(overdue?.n ?? 0) };
}

/** Open cases of the same requester or person and kind, the newest first: likely the same thing again. */
export async function findLikelySame(
  read: Reader,
  one: { readonly openedBy: string; readonly person: string | null; readonly kind: CaseKind },
): Promise<readonly CaseRow[]> {
  const { caseFile: cases } = read.tables(defineCaseTables);
  const whose =
    one.person === null
      ? eq(cases.openedBy, one.openedBy)
      : or(eq(cases.openedBy, one.openedBy), eq(cases.person, one.person));
  const rows = await read.db
    .select()
    .from(cases)
    .where(and(whose, eq(cases.kind, one.kind), isNull(cases.closedAt)))
    .orderBy(desc(cases.openedAt))
    .limit(20);
  // For somebody else than the person at hand it is another matter.
  return rows.filter((row) => (one.person === null ? row.person === null : row.person === one.person));
}

/** Open cases whose time to be passed further up has come. */
export async function findStepUps(read: Reader, now: number, limit: number): Promise<readonly CaseRow[]> {
  const { caseFile: cases } = read.tables(defineCaseTables);
  return read.db
    .select()
    .from(cases)
    .where(and(sql`${cases.closedAt} is null`, lte(cases.stepUpAt, now)))
    .orderBy(asc(cases.stepUpAt), asc(cases.id))
    .limit(limit);
}

/** Open cases that these people take care of and that are due before a moment. */
export async function findDueOf(
  read: Reader,
  persons: readonly string[],
  before: number,
): Promise<readonly CaseRow[]> {
  const { caseFile: cases } = read.tables(defineCaseTables);
  return read.db
    .select()
    .from(cases)
    .where(
      and(sql`${cases.closedAt} is null`, inArray(cases.takenBy, [...persons]), lte(cases.dueAt, before)),
    )
    .orderBy(asc(cases.dueAt), asc(cases.id));
}

/** How many cases were opened and closed since a moment; complaints about officers are not among them. */
export async function countSince(
  read: Reader,
  since: number,
): Promise<{ readonly opened: number; readonly closed: number }> {
  const { caseFile: cases } = read.tables(defineCaseTables);
  const [opened] = await read.db
    .select({ n: count() })
    .from(cases)
    .where(and(eq(cases.protected, false), gte(cases.openedAt, since)));
  const [closed] = await read.db
    .select({ n: count() })
    .from(cases)
    .where(and(eq(cases.protected, false), gte(cases.closedAt, since)));
  return { opened: Number(opened?.n ?? 0), closed: Number(closed?.n ?? 0) };
}

/** Cases in the order they were opened, for files and for counting anew; complaints about officers stay out. */
export async function findCasesAfter(
  read: Reader,
  after: string,
  limit: number,
): Promise<readonly CaseRow[]> {
  const { caseFile: cases } = read.tables(defineCaseTables);
  return read.db
    .select()
    .from(cases)
    .where(and(gt(cases.id, after), eq(cases.protected, false)))
    .orderBy(asc(cases.id))
    .limit(limit);
}
