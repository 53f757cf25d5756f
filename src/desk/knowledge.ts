/**
 * What the desk needs of the knowledge, as a door: the answers open it, so that the desk need not know how they are
 * found, kept or checked.
 */
import type { Lang } from '../language/locale.ts';
import type { Reader } from '../store/index.ts';
import type { QuestionViews } from './likeness.ts';

export interface LikelyTopic {
  readonly topic: string;
  readonly label: string;
  /** 0 to 1, of the first one only. */
  readonly confidence: number;
}

/** A topic as it grows at the desk, before it is anything of the knowledge. */
export interface TopicDraft {
  readonly id: string;
  readonly label: Readonly<Record<Lang, string>>;
  /** Empty where the answer exists in Indonesian only, which the bot then says. */
  readonly body: { readonly id: string; readonly en: string };
  readonly questions: Readonly<Record<Lang, readonly string[]>>;
  readonly source: { readonly title: string; readonly url: string; readonly year: number };
  readonly programme: string;
  /** `YYYY-MM-DD`. */
  readonly adopted: string;
  /** Id of an existing topic that gets the questions; label, body and source then stay that topic's. */
  readonly into?: string;
}

/** Why a text or a draft cannot be an answer: a text key and what it names. */
export interface Objection {
  readonly key: string;
  /** What of the answer it is about, where that can be said. */
  readonly field?: 'id' | 'en' | 'label' | 'labelEn' | 'source' | 'url' | 'topic';
  readonly args?: Readonly<Record<string, string | number>>;
}

export interface DeskKnowledge {
  readonly longestAnswer: number;
  readonly longestLabel: number;
  views(question: string): QuestionViews;
  /** The likeliest topics, best first, without any threshold. */
  likeliest(question: string, lang: Lang): readonly LikelyTopic[];
  /** A topic by id or alias. */
  topic(id: string): { readonly id: string; readonly label: string; readonly programme: string } | undefined;
  /** What no answer may say, in either language. */
  forbids(text: string): Objection | undefined;
  /** Everything that `dayabot check` would say about this topic. */
  objections(draft: TopicDraft): readonly Objection[];
  /** Takes in what was adopted or withdrawn since, here or in another process. */
  refresh(read: Reader): Promise<void>;
}
