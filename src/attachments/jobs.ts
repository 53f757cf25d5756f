/** Takes files off the disk that no record names any more: soon after they were erased, and strays once a night. */
import type { Schedule } from '../delivery/scheduler.ts';
import type { JobTools } from '../feature.ts';
import type { Reader } from '../store/index.ts';
import type { Files } from './files.ts';
import { findGone, findNamed, forgetGone } from './store.ts';

const batch = 200;
/** A file is on the disk before its row: younger ones may still get it. */
const strayMs = 3_600_000;

const isFree = async (read: Reader, hash: string): Promise<boolean> =>
  (await findNamed(read, [hash])).size === 0;

export const attachmentJobs =
  (files: Files) =>
  ({ now, zone }: JobTools): readonly Schedule[] => [
    {
      name: 'attachments.sweep',
      pattern: '*/10 * * * *',
      zone,
      missed: 'once',
      async run(_planned, write) {
        const gone = await write((tx) => findGone(tx, batch));
        for (const hash of gone) await files.remove(hash, () => write((tx) => isFree(tx, hash)));
        await write((tx) => forgetGone(tx, gone));
      },
    },
    {
      name: 'attachments.strays',
      pattern: '50 2 * * *',
      zone,
      missed: 'once',
      async run(_planned, write) {
        for (const hash of await files.list(now() - strayMs))
          await files.remove(hash, () => write((tx) => isFree(tx, hash)));
      },
    },
  ];
