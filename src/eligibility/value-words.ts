/** Facts and answers in words, for buttons and for telling a person what was understood. */
import type { Value } from './condition.ts';
import type { Fact } from './rule.ts';

/** Texts of one language, as far as words of facts need them. */
export interface FactTexts {
  readonly lang: 'id' | 'en';
  t(key: string, args?: Readonly<Record<string, string | number>>): string;
}

/** One value of a fact, such as "Ya", "18 tahun ke atas" or "Anak SD, Lansia (60+)". */
export function valueWords(fact: Fact, value: Value, texts: FactTexts): string {
  switch (fact.type) {
    case 'boolean': {
      const answer = value === true ? 'yes' : 'no';
      return fact.answers?.[answer][texts.lang] ?? texts.t(`eligibility-answer-${answer}`);
    }
    case 'enum':
    case 'list': {
      const chosen = fact.choices.filter((one) =>
        Array.isArray(value) ? value.includes(one.value) : one.value === value,
      );
      return chosen.length === 0
        ? texts.t('eligibility-answer-none')
        : chosen.map((one) => one.label[texts.lang]).join(', ');
    }
    case 'number':
      return numberWords(fact, value, texts);
    case 'text':
      return String(value);
    default:
      return fact satisfies never;
  }
}

function numberWords(fact: Fact & { readonly type: 'number' }, value: Value, texts: FactTexts): string {
  const { from, to } =
    typeof value === 'object' && 'from' in value ? value : { from: Number(value), to: Number(value) };
  const unit = { unit: fact.unit };
  if (from === to) return texts.t('eligibility-range-one', { ...unit, n: from });
  const isScale = fact.unit === 'decile';
  if (from === fact.min && !isScale) return texts.t('eligibility-range-below', { ...unit, n: to + 1 });
  if (to === fact.max && !isScale) return texts.t('eligibility-range-above', { ...unit, n: from });
  return texts.t('eligibility-range-between', { ...unit, from, to });
}
