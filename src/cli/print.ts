/** Standard output holds results only; everything said along the way goes to standard error. */

/** One result line. Waits for a slow reader, so that nothing is lost when the process ends. */
export function printLine(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, (error) => (error == null ? resolve() : reject(error)));
  });
}

export const printJson = (value: unknown): Promise<void> => printLine(JSON.stringify(value));

/** A remark for the person at the terminal. */
export const remark = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
