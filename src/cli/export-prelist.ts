/**
 * `dayabot export prelist --to FILE --for NAME`: the one file that holds identity numbers, for one named operator. What it
 * holds is marked as handed on, and who received it is in the audit before the file appears.
 */
import { exportFile } from '../exports/export.ts';
import { isArea } from '../language/areas.ts';
import { readPrelist } from '../registers/index.ts';
import { checkEnding, sayExported } from './export.ts';
import { CommandFailed, UsageWrong } from './failure.ts';
import { withStore } from './open.ts';
import { remark } from './print.ts';

const actor = 'system:shell';

export async function exportPrelist(options: {
  readonly to: string;
  readonly for?: string;
  readonly area?: string;
}): Promise<void> {
  const operator = options.for?.trim() ?? '';
  const area = options.area ?? 'ID';
  if (operator.length < 3)
    throw new UsageWrong('Name the SIKS-NG operator who receives the file: --for "NAME".');
  if (!isArea(area)) throw new UsageWrong(`${area} is no area code; example 33.74.`);
  checkEnding(options.to);
  await withStore(async ({ clock, config, store, vault }) => {
    const now = clock.now();
    const prelist = await readPrelist(store.read, vault, area);
    if (prelist.spec === undefined)
      throw new CommandFailed('No proposal waits to be handed on; nothing was written.');
    const result = await exportFile(store, prelist.spec, {
      file: options.to,
      zone: config.timeZone,
      now,
      actor,
      isPrivate: true,
      noted: (tx) => prelist.handOn(tx, { operator, actor, now }),
    });
    await sayExported(options.to, result);
    remark(`The file holds identity numbers. Give it to ${operator} only, then delete it.`);
  });
}
