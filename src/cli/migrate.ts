/** `dayabot migrate`: opening the store brings it to this version; counts that an earlier version did not keep are made. */
import { features } from '../features.ts';
import { collectIndicators, isTallyStale, rebuildTally } from '../targets/index.ts';
import { withStore } from './open.ts';
import { printLine } from './print.ts';

export async function migrate(): Promise<void> {
  await withStore(async ({ file, store }) => {
    const indicators = collectIndicators(features.flatMap((feature) => feature.indicators ?? []));
    await store.write(async (tx) => {
      if (await isTallyStale(tx, indicators)) await rebuildTally(tx, indicators);
    });
    await printLine(`${file} is at this version`);
  });
}
