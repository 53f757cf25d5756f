/** `dayabot migrate`: opening the store brings it to this version; this says so. */
import { withStore } from './open.ts';
import { printLine } from './print.ts';

export async function migrate(): Promise<void> {
  await withStore(async ({ file }) => {
    await printLine(`${file} is at this version`);
  });
}
