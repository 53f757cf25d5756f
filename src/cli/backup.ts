/** `dayabot backup FILE`: a consistent copy, while the bot may be running. */

import { existsSync } from 'node:fs';
import { dataKeyFile } from '../store/index.ts';
import { withStore } from './open.ts';
import { printLine, remark } from './print.ts';

export async function backup(target: string): Promise<void> {
  await withStore(async ({ config, file, store }) => {
    await store.backup(target);
    await printLine(`${target} written`);
    if (config.dataKey === undefined && existsSync(dataKeyFile(file))) {
      remark(
        `Identity numbers in it can be read only with the key in ${dataKeyFile(file)}: keep a copy of that file too, in another place.`,
      );
    }
  });
}
