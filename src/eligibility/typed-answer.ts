/** What somebody types instead of pressing a button, read as the answer to the question just asked. */
import { parseQuantity } from '../language/number.ts';
import type { Facts, Value } from './condition.ts';
import type { Fact } from './rule.ts';
import type { SaidReader } from './said.ts';
import { toWords } from './spelling.ts';

export type TypedAnswer =
  | { readonly kind: 'answer'; readonly value: Value; readonly others: Facts }
  | { readonly kind: 'not-known' }
  /** Says something of the situation, though not what was asked. */
  | { readonly kind: 'facts'; readonly facts: Facts };

const yes =
  /^(?:ya|iya|iyah|yes|yep|yeah|yup|y|betul|benar|ada|sudah|masih|punya|pernah|bisa|mau|bersedia|siap|ok|oke|correct|right)(?: (?:betul|benar|ada|sudah|masih|punya|pernah|bisa|mau|dong|kok|pak|bu|i do|we do))?$/u;
const no =
  /^(?:tidak|belum|bukan|no|nope|not)(?: (?:ada|punya|pernah|bisa|mau|sudah|lagi|kok|pak|bu|yet|at all|i dont|we dont))?$/u;
const notKnown =
  /^(?:(?:saya )?(?:tidak|belum|kurang) (?:tahu|yakin|tau|paham|ingat)|lupa|entah(?:lah)?|lewati|skip|(?:i )?(?:dont know|do not know)|not sure|no idea)$/u;
const asks =
  /\?|\b(?:apakah|apa|siapa|kapan|bagaimana|gimana|kenapa|mengapa|berapa|dimana|mana|bolehkah|what|who|when|how|why|where|which|can|may|does)\b/u;

/** Undefined for what is no answer, such as a question of the person's own. */
export function readTypedAnswer(fact: Fact, text: string, read: SaidReader): TypedAnswer | undefined {
  const words = toWords(text).join(' ');
  if (words === '' || words.length > 200) return undefined;
  if (notKnown.test(words)) return { kind: 'not-known' };
  const direct = readDirect(fact, words);
  if (direct !== undefined) return { kind: 'answer', value: direct, others: {} };
  if (asks.test(words) || text.includes('?')) return undefined;
  const { [fact.id]: value, ...others } = read(text);
  if (value !== undefined) return { kind: 'answer', value, others };
  return Object.keys(others).length === 0 ? undefined : { kind: 'facts', facts: others };
}

function readDirect(fact: Fact, words: string): Value | undefined {
  switch (fact.type) {
    case 'boolean': {
      const named = fact.answers;
      if (yes.test(words) || isLabel(words, named?.yes)) return true;
      return no.test(words) || isLabel(words, named?.no) ? false : undefined;
    }
    case 'enum':
      return fact.choices.find((one) => one.value === words || isLabel(words, one.label))?.value;
    case 'list': {
      if (no.test(words)) return [];
      const chosen = fact.choices.find((one) => one.value === words || isLabel(words, one.label));
      return chosen === undefined ? undefined : [chosen.value];
    }
    case 'number': {
      const typed = /^(\S+)(?: (?:tahun|years?|years old|orang|people|kk|bulan|months?))?$/u.exec(words)?.[1];
      const value = typed === undefined ? undefined : parseQuantity(typed);
      return value !== undefined && Number.isInteger(value) && value >= fact.min && value <= fact.max
        ? value
        : undefined;
    }
    case 'text':
      return undefined;
    default:
      return fact satisfies never;
  }
}

const isLabel = (words: string, label: { readonly id: string; readonly en: string } | undefined): boolean =>
  label !== undefined && [label.id, label.en].some((one) => toWords(one).join(' ') === words);
