/** Adopted answers as files for `knowledge/answers`: new topics, and existing ones with the questions they were given. */
import { findAdopted } from '../desk/index.ts';
import type { Reader } from '../store/index.ts';
import { loadKnowledge } from './knowledge.ts';
import { overlay } from './overlay.ts';
import { toTopicFile } from './topic-file.ts';

export interface AdoptedFile {
  /** `ID.md`. */
  readonly name: string;
  readonly text: string;
}

/** @param folder the knowledge root that the answers are laid over. */
export async function adoptedFiles(read: Reader, folder: string): Promise<readonly AdoptedFile[]> {
  const drafts = await findAdopted(read);
  const { topics } = await loadKnowledge(folder);
  const touched = new Set(drafts.map((draft) => draft.into ?? draft.id));
  return overlay(topics, drafts)
    .filter((topic) => touched.has(topic.id))
    .map((topic) => ({ name: `${topic.id}.md`, text: toTopicFile(topic) }));
}
