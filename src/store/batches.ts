/** Reads a large register in the order of its ids, a batch at a time, so that it never stands in memory as a whole. */

/** @param find the rows after an id, in the order of ids; none when there are no more. */
export async function* inBatches<Row extends { readonly id: string }>(
  find: (after: string) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  for (let after = ''; ; ) {
    const rows = await find(after);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.id;
  }
}
