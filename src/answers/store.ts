/** Tables and queries of how answers were rated. What could not be answered is kept at the desk. */
import { type Kit, newId, type Writer } from '../store/index.ts';

export const defineAnswerTables = (k: Kit) => ({
  rating: k.table(
    'rating',
    {
      id: k.text().primaryKey(),
      at: k.instant().notNull(),
      topic: k.text().notNull(),
      helped: k.flag().notNull(),
    },
    (t) => [k.index('rating_topic').on(t.topic, t.at)],
  ),
});

export async function insertRating(
  tx: Writer,
  row: { readonly at: number; readonly topic: string; readonly helped: boolean },
): Promise<void> {
  const { rating } = tx.tables(defineAnswerTables);
  await tx.db.insert(rating).values({ id: newId(row.at), ...row });
}
