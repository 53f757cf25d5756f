/** `dayabot export answers --to DIR`: adopted answers as files for the knowledge folder, never over existing ones. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { adoptedFiles } from '../answers/index.ts';
import { writeAudit } from '../store/index.ts';
import { CommandFailed } from './failure.ts';
import { answersRoot, withStore } from './open.ts';
import { printLine } from './print.ts';

export async function exportAnswers(folder: string): Promise<void> {
  await withStore(async ({ clock, store }) => {
    const files = await adoptedFiles(store.read, answersRoot);
    if (files.length === 0) throw new CommandFailed('No answer has been adopted yet; nothing was written.');
    if (!existsSync(folder) && !existsSync(dirname(folder)))
      throw new CommandFailed(`There is no folder ${dirname(folder)}; nothing was written.`);
    const there = files.find(({ name }) => existsSync(join(folder, name)));
    if (there !== undefined)
      throw new CommandFailed(
        `${join(folder, there.name)} exists already; nothing was written. Choose an empty folder and compare.`,
      );
    await mkdir(folder, { recursive: true });
    for (const { name, text } of files) await writeFile(join(folder, name), text, { flag: 'wx' });
    await store.write((tx) =>
      writeAudit(tx, {
        at: clock.now(),
        actor: 'system:shell',
        action: 'export.written',
        about: 'export:answers',
        payload: { files: files.length },
      }),
    );
    for (const { name } of files) await printLine(join(folder, name));
  });
}
