/** The door of the knowledge for the desk: how questions are read, what topics there are, what may become one. */
import type { DeskKnowledge, Objection, TopicDraft } from '../desk/index.ts';
import { findForbidden, LONGEST_ANSWER, LONGEST_LABEL, objectionsTo } from './check-knowledge.ts';
import type { LiveAnswers } from './live.ts';
import { toKey } from './model.ts';
import { toTopic } from './overlay.ts';
import { LANGUAGES, type Topic } from './topic.ts';

const candidates = 3;

export function createDeskKnowledge(live: LiveAnswers): DeskKnowledge {
  const keyOf = (text: string) => toKey(live.understanding.views(text));

  /** Questions and names that another topic holds already. */
  function duplicates(draft: TopicDraft): readonly Objection[] {
    const target = draft.into ?? draft.id;
    const own = new Map(
      LANGUAGES.flatMap((lang) => draft.questions[lang].map((text) => [keyOf(text), text] as const)),
    );
    const found: Objection[] = [];
    const labels = new Set([keyOf(draft.label.id), keyOf(draft.label.en)]);
    const takes = (topic: Topic, text: string) =>
      found.push({
        key: 'answers-objection-duplicate',
        field: 'topic',
        args: { text, label: topic.label.id, topic: topic.id },
      });
    for (const topic of live.topics) {
      if (topic.id === target) continue;
      for (const lang of LANGUAGES) {
        for (const question of topic.questions[lang]) {
          const mine = own.get(keyOf(question));
          if (mine !== undefined) takes(topic, mine);
        }
        if (draft.into === undefined && labels.has(keyOf(topic.label[lang]))) takes(topic, topic.label[lang]);
      }
    }
    return found.slice(0, candidates);
  }

  return {
    longestAnswer: LONGEST_ANSWER,
    longestLabel: LONGEST_LABEL,
    views: (question) => live.understanding.views(question),
    likeliest(question, lang) {
      const { confidence } = live.understanding.ask(question, { lang });
      return live.understanding.rank(question, candidates).flatMap((id) => {
        const topic = live.answering.topic(id);
        return topic === undefined ? [] : [{ topic: topic.id, label: topic.label[lang], confidence }];
      });
    },
    topic(id) {
      const topic = live.answering.topic(id);
      return topic === undefined
        ? undefined
        : { id: topic.id, label: topic.label.id, programme: topic.programme };
    },
    forbids(text) {
      const [found] = findForbidden(text);
      return found === undefined ? undefined : { key: found.key, args: { found: found.match } };
    },
    objections(draft) {
      const { into } = draft;
      const examples = draft.questions.id.length + draft.questions.en.length;
      const own: readonly Objection[] =
        into === undefined
          ? objectionsTo(toTopic(draft))
          : live.answering.topic(into) === undefined
            ? [{ key: 'desk-objection-no-topic', field: 'topic', args: { topic: into } }]
            : examples === 0
              ? [{ key: 'answers-objection-questions' }]
              : [];
      return [
        ...own.map(({ args, field, key }) => ({
          key,
          ...(args === undefined ? {} : { args }),
          ...(field === undefined ? {} : { field }),
        })),
        ...duplicates(draft),
      ];
    },
    refresh: (read) => live.refresh(read),
  };
}
