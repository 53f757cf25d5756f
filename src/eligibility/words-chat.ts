/** How the result of a check is worded: what it comes to, why, what would settle it, and where to go. Never a promise. */
import type { Texts } from '../chat/feature.ts';
import { plain, type Rich } from '../language/rich.ts';
import { type Assessment, criterionOf, type State } from './assess.ts';
import type { Criterion, Source } from './rule.ts';

/** Those that explain the outcome stand first. */
const order: readonly State[] = ['not-met', 'unknown', 'met'];

const bestOf = (criterion: Criterion): Source | undefined =>
  [...criterion.basis].sort((a, b) => a.grade.localeCompare(b.grade) || b.year - a.year)[0];

function basisWords(criterion: Criterion, texts: Texts): string {
  const source = bestOf(criterion);
  return source === undefined
    ? ''
    : texts.t('eligibility-basis', {
        title: source.title,
        year: String(source.year),
        grade: texts.t(`eligibility-grade-${source.grade}`),
      });
}

/** Without a deciding rule the next step is to find out what is missing. */
function nextWords(
  { missing: [missing], programme, rule, year }: Assessment,
  texts: Texts,
): { readonly label: string; readonly where: string } {
  const { lang } = texts;
  if (rule !== undefined) return { label: rule.next.label[lang], where: rule.next.where[lang] };
  const criterion = missing === undefined ? undefined : criterionOf(programme, missing);
  return criterion === undefined
    ? {
        label: texts.t('eligibility-no-rule-next', { year: String(year) }),
        where: texts.t('eligibility-no-rule-where'),
      }
    : {
        label: texts.t('eligibility-find-out', { document: criterion.document[lang] }),
        where: criterion.where[lang],
      };
}

function reason(assessment: Assessment, texts: Texts): Rich {
  const { missing, outcome, rule, year } = assessment;
  if (rule !== undefined) return [rule.says[texts.lang]];
  if (outcome !== 'needs-data') return texts.rich('eligibility-no-rule', { year: String(year) });
  return texts.rich('eligibility-missing', {
    facts: missing.map((fact) => fact.label[texts.lang]).join('; '),
  });
}

/** What would settle it is said where that can change something: what is missing, or what is not met. */
function settles(assessment: Assessment, criterion: Criterion, state: State): boolean {
  if (criterion.helps) return false;
  if (assessment.missing.length === 0) return state === 'not-met';
  const { missing, programme } = assessment;
  return state === 'unknown' && missing.some((fact) => criterionOf(programme, fact) === criterion);
}

interface CriterionWords {
  readonly line: Rich;
  readonly basis: string;
  readonly settle: string;
}

function criterionWords(assessment: Assessment, texts: Texts): readonly CriterionWords[] {
  const { lang } = texts;
  const sorted = [...assessment.criteria].sort(
    (a, b) =>
      Number(a.criterion.helps) - Number(b.criterion.helps) ||
      order.indexOf(a.state) - order.indexOf(b.state),
  );
  return sorted.map(({ criterion, state }) => ({
    line: texts.rich(`eligibility-criterion-${criterion.helps && state !== 'met' ? 'helps' : state}`, {
      label: criterion.label[lang],
    }),
    basis: basisWords(criterion, texts),
    settle: settles(assessment, criterion, state)
      ? texts.t('eligibility-settle', { document: criterion.document[lang], where: criterion.where[lang] })
      : '',
  }));
}

/**
 * What stands on one source is one paragraph, so that a small screen holds it. A programme of past years is explained
 * without its criteria: they hold no more.
 */
function criterionParagraphs(assessment: Assessment, texts: Texts): readonly Rich[] {
  if (assessment.outcome === 'historical') return [];
  const groups: CriterionWords[][] = [];
  for (const words of criterionWords(assessment, texts)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (last?.basis === words.basis && last.settle === '' && words.settle === '') group?.push(words);
    else groups.push([words]);
  }
  return groups.map((group) => [
    ...group.flatMap(({ line }) => [...line, '\n']),
    { italic: group[0]?.basis ?? '' },
    ...group.flatMap(({ settle }) => (settle === '' ? [] : [`\n${settle}`])),
  ]);
}

/** The whole result as paragraphs. */
export function assessmentParagraphs(assessment: Assessment, texts: Texts): readonly Rich[] {
  const next = nextWords(assessment, texts);
  const year = String(assessment.year);
  return [
    texts.rich(`eligibility-outcome-${assessment.outcome}`, {
      programme: assessment.programme.label[texts.lang],
    }),
    reason(assessment, texts),
    ...criterionParagraphs(assessment, texts),
    [
      ...texts.rich('eligibility-next', { label: next.label }),
      '\n',
      ...texts.rich('eligibility-next-where', { where: next.where }),
    ],
    [{ italic: texts.t('eligibility-not-promise', { year }) }],
  ];
}

export const plainAssessment = (assessment: Assessment, texts: Texts): string =>
  assessmentParagraphs(assessment, texts).map(plain).join('\n\n');

/** One result as `dayabot eligibility --json` prints it. */
export interface AssessmentJson {
  readonly programme: string;
  readonly outcome: string;
  readonly criteria: readonly { readonly id: string; readonly state: State; readonly basis: string }[];
  readonly next: { readonly label: string; readonly where: string };
}

export const toJson = (assessment: Assessment, texts: Texts): AssessmentJson => ({
  programme: assessment.programme.id,
  outcome: assessment.outcome,
  criteria: assessment.criteria.map(({ criterion, state }) => ({
    id: criterion.id,
    state,
    basis: criterion.basis.map(({ title, year }) => `${title} (${year})`).join('; '),
  })),
  next: nextWords(assessment, texts),
});
