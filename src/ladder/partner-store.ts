/** Queries of partners and of whom they accompany. */
import { and, asc, eq, gt, inArray, isNull, type Reader, type Writer } from '../store/index.ts';
import { defineLadderTables, type PartnerRow } from './store.ts';

/** Partners that stand, at the places named (a place and all that contain it); all of them without places. */
export async function findPartners(read: Reader, areas?: readonly string[]): Promise<readonly PartnerRow[]> {
  const { partner } = read.tables(defineLadderTables);
  const stands = isNull(partner.endedAt);
  return read.db
    .select()
    .from(partner)
    .where(areas === undefined ? stands : and(stands, inArray(partner.area, [...areas])))
    .orderBy(asc(partner.nameKey), asc(partner.id))
    .limit(1_000);
}

export async function findPartner(read: Reader, id: string): Promise<PartnerRow | undefined> {
  const { partner } = read.tables(defineLadderTables);
  const [row] = await read.db.select().from(partner).where(eq(partner.id, id));
  return row;
}

export async function findPartnerNamed(
  read: Reader,
  nameKey: string,
  area: string,
): Promise<PartnerRow | undefined> {
  const { partner } = read.tables(defineLadderTables);
  const [row] = await read.db
    .select()
    .from(partner)
    .where(and(eq(partner.nameKey, nameKey), eq(partner.area, area)));
  return row;
}

export async function insertPartner(tx: Writer, row: PartnerRow): Promise<void> {
  const { partner } = tx.tables(defineLadderTables);
  await tx.db.insert(partner).values(row);
}

export async function setPartnerEnd(tx: Writer, id: string, endedAt: number | null): Promise<void> {
  const { partner } = tx.tables(defineLadderTables);
  await tx.db.update(partner).set({ endedAt }).where(eq(partner.id, id));
}

export async function findPartnersAfter(
  read: Reader,
  after: string,
  limit: number,
): Promise<readonly PartnerRow[]> {
  const { partner } = read.tables(defineLadderTables);
  return read.db
    .select()
    .from(partner)
    .where(and(gt(partner.id, after), isNull(partner.endedAt)))
    .orderBy(asc(partner.id))
    .limit(limit);
}

/** The partners that accompany a person now. */
export async function findPartnersOf(read: Reader, person: string): Promise<readonly PartnerRow[]> {
  const { accompaniment, partner } = read.tables(defineLadderTables);
  const rows = await read.db
    .select({ row: partner })
    .from(accompaniment)
    .innerJoin(partner, eq(partner.id, accompaniment.partner))
    .where(and(eq(accompaniment.person, person), isNull(accompaniment.until)))
    .orderBy(asc(accompaniment.since), asc(accompaniment.id));
  return rows.map(({ row }) => row);
}

export async function insertAccompaniment(
  tx: Writer,
  row: { id: string; person: string; partner: string; by: string; since: number },
): Promise<void> {
  const { accompaniment } = tx.tables(defineLadderTables);
  await tx.db.insert(accompaniment).values(row);
}

export async function endAccompaniment(
  tx: Writer,
  person: string,
  partner: string,
  until: number,
): Promise<void> {
  const { accompaniment } = tx.tables(defineLadderTables);
  await tx.db
    .update(accompaniment)
    .set({ until })
    .where(
      and(eq(accompaniment.person, person), eq(accompaniment.partner, partner), isNull(accompaniment.until)),
    );
}
