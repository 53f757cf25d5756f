/**
 * The answers as they are now: the index of the files and of what staff adopted. A change in the store is noticed with
 * the next question; the new wordings answer at once, while the index is built anew off the main thread and swapped in.
 */
import type { TopicDraft } from '../desk/index.ts';
import { adoptedVersion, findAdopted } from '../desk/index.ts';
import type { Reader } from '../store/index.ts';
import { type Answering, createAnswering } from './answer.ts';
import { toKey } from './model.ts';
import { type OpenedUnderstanding, type OpenOptions, openUnderstanding } from './open-understanding.ts';
import { ofFiles, overlay, questionsOf } from './overlay.ts';
import type { Topic } from './topic.ts';
import type { Understanding } from './understand.ts';

export interface LiveAnswers {
  readonly answering: Answering;
  readonly understanding: OpenedUnderstanding;
  /** Every topic in use, adopted ones included. */
  readonly topics: readonly Topic[];
  /** Looks whether what is adopted has changed, in this process or another. Cheap when it has not. */
  refresh(read: Reader): Promise<void>;
  /** Resolves when no index is being built. */
  built(): Promise<void>;
}

/** Answers the wordings that the index does not know yet; everything else is the index's. */
function withWordings(understanding: Understanding, drafts: readonly TopicDraft[]): Understanding {
  const keyOf = (text: string) => toKey(understanding.views(text));
  const wordings = new Map(questionsOf(drafts).map(([question, topic]) => [keyOf(question), topic]));
  if (wordings.size === 0) return understanding;
  return {
    ...understanding,
    ask(text, options = {}) {
      const topic = wordings.get(keyOf(text));
      if (topic === undefined) return understanding.ask(text, options);
      const lang = options.lang ?? understanding.detect(text) ?? 'id';
      return { outcome: 'answered', topic, confidence: 1, lang, suggestions: [] };
    },
  };
}

/** Opens the knowledge; the index comes from its cache or is built in a worker. */
export async function openAnswers(
  options: Omit<OpenOptions, 'drafts'> & {
    /** The store whose adopted answers count; without one, only the files do. */
    readonly read?: Reader;
    /** Told when an index could not be built; the answers stay as they were. */
    readonly onError?: (error: unknown) => void;
  },
): Promise<LiveAnswers> {
  const { onError, read, ...files } = options;
  let seen = read === undefined ? undefined : await adoptedVersion(read);
  const adopted = read === undefined ? [] : await findAdopted(read);
  let understanding = await openUnderstanding({ ...files, drafts: adopted });
  let topics = understanding.topics;
  let answering = createAnswering(understanding, topics);
  let building: Promise<void> = Promise.resolve();

  /** Of several changes in a row only the last one's index is kept. */
  async function rebuild(drafts: readonly TopicDraft[], version: string | undefined): Promise<void> {
    try {
      const fresh = await openUnderstanding({ ...files, drafts });
      if (version !== seen) return;
      understanding = fresh;
      topics = fresh.topics;
      answering = createAnswering(fresh, topics);
    } catch (error) {
      onError?.(error);
    }
  }

  return {
    answering: {
      answer: (text, asked) => answering.answer(text, asked),
      guard: (text, asked) => answering.guard(text, asked),
      topic: (id) => answering.topic(id),
      detect: (text) => answering.detect(text),
    },
    get understanding() {
      return understanding;
    },
    get topics() {
      return topics;
    },
    async refresh(reader) {
      const version = await adoptedVersion(reader);
      if (version === seen) return;
      const drafts = await findAdopted(reader);
      seen = version;
      topics = overlay(ofFiles(topics), drafts);
      answering = createAnswering(withWordings(understanding, drafts), topics);
      building = rebuild(drafts, version);
    },
    built: () => building,
  };
}
