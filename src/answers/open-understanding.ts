/**
 * Opens the assistant's understanding of the knowledge folder: from the cache file when it fits the knowledge and the
 * engine as they are now, else built in a worker thread and cached for the next start.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { TopicDraft } from '../desk/index.ts';
import { type DecodedIndex, decodeModel } from './index-cache.ts';
import { readKnowledgeFiles } from './knowledge.ts';
import { indexKey } from './overlay.ts';
import type { Problem, Topic } from './topic.ts';
import { openModel, type Understanding } from './understand.ts';

export interface OpenOptions {
  /** The knowledge root, with `answers/` and `language/`. */
  readonly folder: string;
  /** Where the index is kept between starts; without it every start builds. */
  readonly cacheFile?: string | undefined;
  /** Adopted answers, laid over the files. Their index is cached beside the other, which stays good for going back. */
  readonly drafts?: readonly TopicDraft[] | undefined;
}

export interface OpenedUnderstanding extends Understanding {
  readonly topics: readonly Topic[];
  /** Broken files, left out of the index. */
  readonly problems: readonly Problem[];
  readonly from: 'cache' | 'build';
  /** Why the cache could not be written, when it could not: the next start will build again. */
  readonly cacheError: string | undefined;
}

const builtSchema = z.object({
  key: z.string(),
  bytes: z.instanceof(Uint8Array),
  cacheError: z.string().nullable(),
});

/** Throws when the folder cannot be read or building fails; a missing or damaged cache only costs the time to build. */
export async function openUnderstanding(options: OpenOptions): Promise<OpenedUnderstanding> {
  const { drafts = [], folder } = options;
  const cacheFile =
    drafts.length === 0 || options.cacheFile === undefined
      ? options.cacheFile
      : `${options.cacheFile}-adopted`;
  const [engine, files] = await Promise.all([hashEngine(), readKnowledgeFiles(folder)]);
  const key = indexKey(engine, files.hash, drafts);
  const cached = cacheFile === undefined ? undefined : await readFile(cacheFile).catch(() => undefined);
  const index = cached === undefined ? undefined : decodeModel(cached, key);
  if (index !== undefined) return open(index, 'cache', undefined);
  const built = builtSchema.parse(
    await buildInWorker({ folder, cacheFile: cacheFile ?? null, engine, drafts }),
  );
  const fresh = decodeModel(built.bytes, built.key);
  if (fresh === undefined) throw new Error('the answer index just built cannot be read back');
  return open(fresh, 'build', built.cacheError ?? undefined);
}

function open(
  index: DecodedIndex,
  from: 'cache' | 'build',
  cacheError: string | undefined,
): OpenedUnderstanding {
  return {
    ...openModel(index),
    topics: index.content.topics,
    problems: index.content.problems,
    from,
    cacheError,
  };
}

/** Changes with every change to this folder, so that an index made by older code is never used. */
async function hashEngine(): Promise<string> {
  const names = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.ts')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(import.meta.dirname, name))));
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 16);
}

function buildInWorker(order: {
  folder: string;
  cacheFile: string | null;
  engine: string;
  drafts: readonly TopicDraft[];
}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./build-index.ts', import.meta.url), { workerData: order });
    worker.unref();
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`building the answer index ended with status ${code}`)));
  });
}
