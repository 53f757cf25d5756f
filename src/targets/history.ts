/**
 * What official documents said about targets and results of past years, shown as it stands, each figure with its
 * source. Figures that do not agree stand beside one another; none is mended.
 */
import { z } from 'zod';

const both = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });

const schema = z.strictObject({
  sources: z.record(
    z.string(),
    z.strictObject({
      title: z.string().min(1),
      publisher: z.string().min(1),
      date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/u),
      /** A the state's own pages, B local government and research, C news. */
      grade: z.enum(['A', 'B', 'C']),
      url: z.url().optional(),
    }),
  ),
  entries: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/u),
      year: z.int().min(2000).max(2100),
      kind: z.enum(['target', 'result', 'count', 'plan']),
      /** An indicator that is counted today too. */
      indicator: z.string().optional(),
      label: both,
      unit: both,
      number: z.int().min(0),
      funding: z.enum(['APBN', 'HDN', 'APBD', 'none']),
      source: z.string(),
      /** Ids of entries on the same matter that say another number. */
      differs: z.array(z.string()).default([]),
      note: both.optional(),
    }),
  ),
});

export type History = z.infer<typeof schema>;
export type HistoryEntry = History['entries'][number];

/** Checks what editors wrote; `problems` are English sentences. `known` are the ids of the indicators. */
export function parseHistory(
  value: unknown,
  known: readonly string[],
): { readonly history: History; readonly problems: readonly string[] } {
  const checked = schema.safeParse(value);
  if (!checked.success) {
    const problems = checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    return { history: { sources: {}, entries: [] }, problems };
  }
  const history = checked.data;
  const problems: string[] = [];
  const ids = new Set<string>();
  for (const entry of history.entries) {
    if (ids.has(entry.id)) problems.push(`${entry.id} stands twice`);
    ids.add(entry.id);
    if (history.sources[entry.source] === undefined) problems.push(`${entry.id}: no source ${entry.source}`);
    if (entry.indicator !== undefined && !known.includes(entry.indicator))
      problems.push(`${entry.id}: no indicator ${entry.indicator}`);
  }
  for (const { id, differs } of history.entries)
    for (const other of differs) if (!ids.has(other)) problems.push(`${id}: no entry ${other}`);
  return { history, problems };
}
