/** Writes a topic as the file that editors keep; reading it back gives the same topic. */
import { LANGUAGES, type Topic } from './topic.ts';

/** A JSON string is a YAML string too, whatever is in it. */
const quoted = (text: string): string => JSON.stringify(text);
/** Words that need no quotes stay without, as editors write them. */
const isPlain = (text: string): boolean =>
  /^\p{L}[\p{L}\p{N}._-]*(?: [\p{L}\p{N}._-]+)*$/u.test(text) &&
  !/^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/iu.test(text);
const word = (text: string): string => (isPlain(text) ? text : quoted(text));
const list = (texts: readonly string[]): string => `[${texts.map(word).join(', ')}]`;

const lines = (texts: readonly string[]): readonly string[] => texts.map((text) => `    - ${quoted(text)}`);

/** The text of `knowledge/answers/ID.md`. */
export function toTopicFile(topic: Topic): string {
  const { adopted, aliases, body, from, id, keywords, label, only, programme, questions } = topic;
  const optional = (name: string, value: string | number | undefined): readonly string[] =>
    value === undefined ? [] : [`${name}: ${value}`];
  const head = [
    `id: ${id}`,
    `aliases: ${list(aliases)}`,
    `terms: ${list(topic.terms)}`,
    `programme: ${programme}`,
    `status: ${topic.status}`,
    ...optional('from', from),
    ...optional('until', topic.until),
    `stakes: ${topic.stakes}`,
    ...optional('adopted', adopted === undefined ? undefined : quoted(adopted)),
    ...optional('only', only),
    'label:',
    ...LANGUAGES.map((lang) => `  ${lang}: ${quoted(label[lang])}`),
    'questions:',
    ...LANGUAGES.flatMap((lang) =>
      questions[lang].length === 0 ? [`  ${lang}: []`] : [`  ${lang}:`, ...lines(questions[lang])],
    ),
    `keywords: ${list(keywords)}`,
    'sources:',
    ...topic.sources.map(
      ({ grade, key, title, url, year }) =>
        `  - { key: ${word(key)}, title: ${quoted(title)}, url: ${quoted(url)}, grade: ${grade}, year: ${year} }`,
    ),
  ];
  const sections = LANGUAGES.filter((lang) => only === undefined || lang === only).map(
    (lang) => `## ${lang}\n${body[lang]}\n`,
  );
  return `---\n${head.join('\n')}\n---\n${sections.join('\n')}`;
}
