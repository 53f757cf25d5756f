/**
 * The entry of the worker thread that builds the answer index, so that building never holds up a message. Reads the
 * knowledge folder it is told, lays the adopted answers over it, writes the cache file whole or not at all, and hands the bytes back.
 */
import { rename, rm, writeFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { TopicDraft } from '../desk/index.ts';
import { encodeModel } from './index-cache.ts';
import { parseKnowledge, readKnowledgeFiles } from './knowledge.ts';
import { buildModel } from './model.ts';
import { indexKey, overlay } from './overlay.ts';

const order = z
  .strictObject({
    folder: z.string(),
    cacheFile: z.string().nullable(),
    engine: z.string(),
    drafts: z.custom<readonly TopicDraft[]>(Array.isArray),
  })
  .parse(workerData);

const files = await readKnowledgeFiles(order.folder);
const { topics: written, lexicon, problems } = parseKnowledge(files);
const topics = overlay(written, order.drafts);
const key = indexKey(order.engine, files.hash, order.drafts);
const bytes = encodeModel(buildModel(topics, lexicon), key, { topics, problems });
const cacheError = order.cacheFile === null ? null : await replaceFile(order.cacheFile, bytes);
parentPort?.postMessage({ key, bytes, cacheError }, [bytes.buffer]);

async function replaceFile(path: string, content: Uint8Array): Promise<string | null> {
  const beside = `${path}.${process.pid}.${Date.now()}.part`;
  try {
    await writeFile(beside, content);
    await rename(beside, path);
    return null;
  } catch (error) {
    await rm(beside, { force: true });
    return error instanceof Error ? error.message : String(error);
  }
}
