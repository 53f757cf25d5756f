/** Temporary door while the answers feature is being written. */

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openUnderstanding } from '../answers/open-understanding.ts';
import type { Feature } from '../feature.ts';

export async function openAnswers(opened: {
  file: string;
}): Promise<{ understanding: Awaited<ReturnType<typeof openUnderstanding>>; features: readonly Feature[] }> {
  const understanding = await openUnderstanding({
    folder: fileURLToPath(new URL('../../knowledge', import.meta.url)),
    cacheFile: join(dirname(opened.file), 'answers.index'),
  });
  return { understanding, features: [] };
}
