/**
 * What the assistant makes of a text: a guard, a topic, several possible ones, or nothing. Knows nothing of who asks and
 * says nothing itself; the conversation and the command line word it.
 */
import { findGuard, type Guard } from './guards.ts';
import type { Lang, Topic } from './topic.ts';
import type { Suggestion, Understanding } from './understand.ts';

export type Answer =
  | {
      readonly kind: 'answered';
      readonly topic: Topic;
      readonly confidence: number;
      /** What else it may have been. */
      readonly others: readonly Suggestion[];
    }
  | { readonly kind: 'suggested'; readonly confidence: number; readonly suggestions: readonly Suggestion[] }
  | { readonly kind: 'unanswered'; readonly confidence: number; readonly courtesy?: Courtesy }
  | { readonly kind: 'guarded'; readonly guard: Guard; readonly topic?: Topic };

/** Words of courtesy that ask nothing. */
export type Courtesy = 'greeting' | 'thanks';

/** The whole text, so that a question which begins with a greeting stays a question. */
const courtesies: readonly (readonly [Courtesy, RegExp])[] = [
  [
    'greeting',
    /^(?:(?:halo+|hallo+|hai+|hay|hi+|hello|hey|hei|assalamu'?alaikum(?: w[ra.]+ ?w[b.]+)?|ass?kum|salam|permisi|punten|kulonuwun|sampurasun|tes|test|p+|pagi|siang|sore|malam|malem|selamat (?:pagi|siang|sore|malam)|good (?:morning|afternoon|evening)|min|admin|kak|pak|bu|bapak|ibu|gan|bot|dayabot|there|semua)[\s,.!?]*)+$/iu,
  ],
  [
    'thanks',
    /^(?:(?:makasih+|makasi|mksh|trims|tks|thx|terima ?kasih|trmksh|matur ?nuwun|suwun|hatur ?nuhun|nuhun|thanks?|thank you|ok(?:e|ay)?|sip+|siap|baik(?:lah)?|mantap|ya+|iya+|y|noted|banyak|banget|sekali|so much|kak|min|pak|bu|admin|atas infonya|infonya)[\s,.!?🙏👍]*)+$/iu,
  ],
];

const findCourtesy = (text: string): Courtesy | undefined =>
  courtesies.find(([, pattern]) => pattern.test(text.trim()))?.[0];

export interface AskedWith {
  readonly lang: Lang;
  /** Id of the topic just discussed. */
  readonly lastTopic?: string | undefined;
  /** Identity numbers taken out of the text before. */
  readonly sealedCount?: number;
  readonly photo?: boolean;
}

export interface Answering {
  answer(text: string, asked: AskedWith): Answer;
  /** The guard that a text meets, without looking for an answer. */
  guard(text: string, asked: Pick<AskedWith, 'sealedCount' | 'photo'>): Guard | null;
  /** A topic by its id or one of its aliases. */
  topic(id: string): Topic | undefined;
  detect(text: string): Lang | undefined;
}

export function createAnswering(understanding: Understanding, topics: readonly Topic[]): Answering {
  const byName = new Map<string, Topic>();
  for (const topic of topics) for (const alias of topic.aliases) byName.set(alias, topic);
  for (const topic of topics) byName.set(topic.id, topic);
  const guard: Answering['guard'] = (text, { sealedCount = 0, photo = false }) =>
    findGuard(text, { sealedCount, photo });
  return {
    guard,
    topic: (id) => byName.get(id),
    detect: (text) => understanding.detect(text),
    answer(text, asked) {
      const found = guard(text, asked);
      if (found !== null) {
        const topic = found.topic === undefined ? undefined : byName.get(found.topic);
        return { kind: 'guarded', guard: found, ...(topic === undefined ? {} : { topic }) };
      }
      const courtesy = findCourtesy(text);
      if (courtesy !== undefined) return { kind: 'unanswered', confidence: 0, courtesy };
      const understood = understanding.ask(text, { lang: asked.lang, lastTopic: asked.lastTopic });
      const { confidence, suggestions } = understood;
      const topic = understood.topic === null ? undefined : byName.get(understood.topic);
      if (understood.outcome === 'answered' && topic !== undefined)
        return { kind: 'answered', topic, confidence, others: suggestions };
      if (understood.outcome === 'suggested' && suggestions.length > 0)
        return { kind: 'suggested', confidence, suggestions };
      return { kind: 'unanswered', confidence };
    },
  };
}
