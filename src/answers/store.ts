/** Tables and queries of what the bot could not answer well: questions without an answer, and how answers were rated. */
import type { Lang } from '../language/locale.ts';
import { count, gte, type Kit, newId, type Reader, sql, type Writer } from '../store/index.ts';

export const defineAnswerTables = (k: Kit) => ({
  /** A question that got no answer, only suggestions, or an answer that did not help. */
  asked: k.table(
    'asked',
    {
      id: k.text().primaryKey(),
      at: k.instant().notNull(),
      /** As typed, identity numbers masked; never who asked. */
      text: k.text().notNull(),
      lang: k.text().$type<Lang>().notNull(),
      outcome: k.text().$type<'suggested' | 'unanswered' | 'not-helped'>().notNull(),
      /** The likeliest topic, or the one that did not help. */
      topic: k.text(),
    },
    (t) => [k.index('asked_at').on(t.at)],
  ),
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

type Asked = ReturnType<typeof defineAnswerTables>['asked']['$inferInsert'];

const askedInsert = (r: Reader) => {
  const { asked } = r.tables(defineAnswerTables);
  const p = (name: string) => sql.placeholder(name);
  return r.db
    .insert(asked)
    .values({
      id: p('id'),
      at: p('at'),
      text: p('text'),
      lang: p('lang'),
      outcome: p('outcome'),
      topic: p('topic'),
    })
    .prepare();
};

export async function insertAsked(tx: Writer, row: Omit<Asked, 'id'>): Promise<void> {
  await tx.prepared(askedInsert).execute({ id: newId(row.at), ...row });
}

/** How many questions since a moment were answered badly, by what became of them. */
export async function countAskedSince(
  read: Reader,
  since: number,
): Promise<Readonly<Record<Asked['outcome'], number>>> {
  const { asked } = read.tables(defineAnswerTables);
  const rows = await read.db
    .select({ outcome: asked.outcome, n: count() })
    .from(asked)
    .where(gte(asked.at, since))
    .groupBy(asked.outcome);
  const of = (outcome: Asked['outcome']) => Number(rows.find((row) => row.outcome === outcome)?.n ?? 0);
  return { suggested: of('suggested'), unanswered: of('unanswered'), 'not-helped': of('not-helped') };
}

export async function insertRating(
  tx: Writer,
  row: { readonly at: number; readonly topic: string; readonly helped: boolean },
): Promise<void> {
  const { rating } = tx.tables(defineAnswerTables);
  await tx.db.insert(rating).values({ id: newId(row.at), ...row });
}
