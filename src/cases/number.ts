/** The number of a case as people type it: `12`, `#12`, `no. 12`, `KAS-12`. */
export function readCaseNumber(typed: string): number | undefined {
  const found = /^(?:#|no\.?|nomor|kas(?:us)?[- ]?|number)?\s*(\d{1,9})$/iu.exec(typed.trim());
  return found === null ? undefined : Number(found[1]);
}
