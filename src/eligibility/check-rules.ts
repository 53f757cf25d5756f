/** What `dayabot check` says about the rules beyond their shape: situations nobody thought of, and links to nothing. */
import { createAnswerSpace } from './answer-space.ts';
import { criterionOf } from './assess.ts';
import { createInterview } from './interview.ts';
import type { Programme, Rule } from './rule.ts';
import type { RuleBook, RuleProblem } from './rule-source.ts';

/** What no rule may say: it would promise what only an office decides, or refuse without a reason. */
const forbidden =
  /\b(?:pasti|dijamin|dipastikan) (?:akan )?(?:dapat|cair|lolos|diterima|masuk)\b|\b(?:guaranteed|certainly) (?:to )?(?:get|receive)\b|^(?:bapak\/ibu |anda |you )?(?:tidak memenuhi syarat|are not eligible)\.?$/iu;

const longestButton = 30;

/** @param topics ids of the knowledge's topics. */
export function checkRules(book: RuleBook, topics: ReadonlySet<string>): readonly RuleProblem[] {
  // A broken file is named already; links to it are not wrong.
  const ids = new Set([
    ...book.programmes.map((programme) => programme.id),
    ...book.problems.map(({ file }) => file.replace('.yaml', '')),
  ]);
  const owners = new Map<string, string>();
  return [
    ...book.problems,
    ...book.programmes.flatMap((programme) => {
      const file = `${programme.id}.yaml`;
      const reasons = [
        ...linkReasons(programme, ids, topics),
        ...wordReasons(programme),
        ...programme.names.flatMap((name) => {
          const owner = owners.get(name);
          owners.set(name, programme.id);
          return owner === undefined ? [] : [`the name "${name}" is also in ${owner}.yaml`];
        }),
        ...yearsOf(programme.rules).flatMap((year) => yearReasons(programme, year)),
      ];
      return reasons.map((reason) => ({ file, reason }));
    }),
  ];
}

function linkReasons(
  programme: Programme,
  ids: ReadonlySet<string>,
  topics: ReadonlySet<string>,
): readonly string[] {
  const others = programme.rules.flatMap((rule) => rule.next.programme ?? []);
  return [
    ...programme.topics.filter((topic) => !topics.has(topic)).map((topic) => `there is no topic "${topic}"`),
    ...[...new Set(others)].filter((id) => !ids.has(id)).map((id) => `there is no programme "${id}"`),
  ];
}

function wordReasons(programme: Programme): readonly string[] {
  const labels = programme.facts.flatMap((fact) =>
    'choices' in fact ? fact.choices.map((choice) => choice.label) : [],
  );
  return [
    ...programme.rules.flatMap((rule) =>
      [rule.says.id, rule.says.en]
        .filter((says) => forbidden.test(says))
        .map((says) => `rule ${rule.id} promises, or refuses without a reason: "${says}"`),
    ),
    ...[programme.label, ...labels].flatMap(({ id, en }) =>
      [id, en]
        .filter((label) => [...label].length > longestButton)
        .map((label) => `"${label}" is longer than ${longestButton} characters, too long for a button`),
    ),
  ];
}

/** One year out of every span in which the same rules hold. */
function yearsOf(rules: readonly Rule[]): readonly number[] {
  const starts = rules.flatMap((rule) => [rule.from ?? 1945, (rule.until ?? 2100) + 1]);
  return [...new Set(starts)]
    .sort((a, b) => a - b)
    .filter((year) => rules.some((rule) => (rule.from ?? year) <= year && year <= (rule.until ?? year)))
    .filter((year) => year <= 2100);
}

function yearReasons(programme: Programme, year: number): readonly string[] {
  const space = createAnswerSpace(programme, year);
  const open = space.vectors.find((_, at) => space.consistent[at] && space.decided[at] === undefined);
  const interview = createInterview(space);
  return [
    ...(open === undefined
      ? []
      : [
          `no rule of ${year} says what happens when ${space.asked
            .map(({ answers, fact }, at) => `${fact.id} is ${JSON.stringify(answers[open[at] ?? 0])}`)
            .join(', ')}`,
        ]),
    ...space.asked
      .filter(({ fact }) => criterionOf(programme, fact) === undefined)
      .map(({ fact }) => `no criterion says how ${fact.id} is settled`),
    ...(interview.isComplete() ? [] : [`the questions of ${year} cannot settle every situation`]),
  ];
}
