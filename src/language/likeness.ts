/** How far a typed word is from a meant one, counting what fingers do: a letter too many, too few, wrong, or two swapped. */

/** Number of slips between two words, or undefined when more than `most`. Upper and lower case count as different. */
export function slips(typed: string, meant: string, most: number): number | undefined {
  if (Math.abs(typed.length - meant.length) > most) return undefined;
  let before: number[] = [];
  let last = Array.from({ length: meant.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= meant.length; column += 1) {
      const same = typed[row - 1] === meant[column - 1];
      let cost = Math.min(
        at(last, column) + 1,
        at(line, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped = typed[row - 1] === meant[column - 2] && typed[row - 2] === meant[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, at(before, column - 2) + 1);
      line.push(cost);
    }
    if (Math.min(...line) > most) return undefined;
    before = last;
    last = line;
  }
  const total = at(last, meant.length);
  return total > most ? undefined : total;
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;

/** Slips to forgive in a word of this length: none in the shortest, one up to seven letters, then two. */
export function forgiven(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}
