/**
 * Turns what a person typed into two views: surface words (chat spelling undone) and their stems. Both the phrasings of
 * the topics and the questions go through here, so whatever is folded together here can never be told apart later.
 */
import { stemmer } from '@orama/stemmers/indonesian';
import type { Lexicon } from './lexicon.ts';

/** The two views, word by word; `stems[i]` belongs to `words[i]`. */
export interface NormalisedText {
  readonly words: readonly string[];
  readonly stems: readonly string[];
}

export type Normalise = (text: string) => NormalisedText;

/** Longer texts are cut here: a question is asked in its first lines, and work per message must have an end. */
const LONGEST = 1_000;
const REMEMBERED_STEMS = 20_000;

interface Folding {
  readonly rest: readonly string[];
  readonly becomes: string;
}

/** Builds a normaliser for one lexicon. The result is pure apart from a bounded memory of stems. */
export function createNormalise(lexicon: Lexicon): Normalise {
  const slang = new Map(
    Object.entries(lexicon.slang).map(([key, value]) => [key.toLowerCase(), value.split(' ')]),
  );
  const kept = new Set(lexicon.protected);
  const unstemmed = new Set([...lexicon.protected, ...lexicon.unstemmed]);
  const fillers = new Set(lexicon.fillers);
  const greetings = new Set(lexicon.greetings);
  const collisions = new Map(
    lexicon.collisions.map((entry) => [entry.word, { company: new Set(entry.with), becomes: entry.becomes }]),
  );
  const stems = new Map<string, string>();
  /** Plain words: what chat spellings stand for, and words that are known to be Indonesian. */
  const plain = new Set([
    ...kept,
    ...unstemmed,
    ...lexicon.indonesian,
    ...lexicon.english,
    ...[...slang.values()].flat(),
  ]);

  /** Writes the plain words that a token stands for. Javanese endings (-e, -ne of its owner, di…ke) count only on words known without them. */
  const spell = (token: string, out: string[]): void => {
    if (kept.has(token)) {
      out.push(token);
      return;
    }
    const known = slang.get(token);
    if (known !== undefined) {
      out.push(...known);
      return;
    }
    const doubled = /^([a-z]{2,})2(nya|an)?$/.exec(token);
    if (doubled?.[1] !== undefined) {
      const before = out.length;
      spell(doubled[1], out);
      const once = out.slice(before);
      out.push(...once.slice(0, -1), `${once.at(-1) ?? ''}${doubled[2] ?? ''}`);
      return;
    }
    const owned = plain.has(token)
      ? undefined
      : ['e', 'ne']
          .flatMap((end) => (token.endsWith(end) ? [token.slice(0, -end.length)] : []))
          .find((word) => word.length >= 4 && (plain.has(word) || slang.has(word)));
    if (owned !== undefined) {
      spell(owned, out);
      return;
    }
    out.push(token.replace(/^(di[a-z]{3,}?)a?ke$/, '$1kan'));
  };

  const toWords = (text: string): string[] => {
    const out: string[] = [];
    for (const token of tokenise(text)) spell(token, out);
    return out;
  };

  const foldings = new Map<string, Folding[]>();
  for (const [short, ...longForms] of lexicon.expansions) {
    for (const long of longForms) {
      const [first, ...rest] = toWords(long);
      if (first === undefined || short === undefined) continue;
      foldings.set(first, [...(foldings.get(first) ?? []), { rest, becomes: short }]);
    }
  }
  for (const list of foldings.values()) list.sort((a, b) => b.rest.length - a.rest.length);

  const fold = (words: readonly string[]): string[] => {
    const out: string[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? '';
      const match = foldings
        .get(word)
        ?.find(({ rest }) => rest.every((next, i) => words[at + 1 + i] === next));
      out.push(match === undefined ? word : match.becomes);
      at += match?.rest.length ?? 0;
    }
    return out;
  };

  const disambiguate = (words: readonly string[]): readonly string[] => {
    if (!words.some((word) => collisions.has(word))) return words;
    return words.map((word) => {
      const collision = collisions.get(word);
      return collision !== undefined && words.some((other) => collision.company.has(other))
        ? collision.becomes
        : word;
    });
  };

  const without = (words: readonly string[], dropped: ReadonlySet<string>): readonly string[] => {
    const left = words.filter((word) => !dropped.has(word));
    return left.length === 0 ? words : left;
  };

  const toStem = (word: string): string => {
    if (unstemmed.has(word)) return word;
    const known = stems.get(word);
    if (known !== undefined) return known;
    const stem = word.length < 4 ? word : stemmer(word);
    if (stems.size >= REMEMBERED_STEMS) stems.clear();
    stems.set(word, stem);
    return stem;
  };

  return (text) => {
    const words = without(without(disambiguate(fold(toWords(text))), fillers), greetings);
    return { words, stems: words.map(toStem) };
  };
}

function tokenise(text: string): string[] {
  const plain = text
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/•+\d{0,4}/gu, ' ')
    .replace(/\d{12,}/gu, ' ')
    .replace(/https?:\/\/\S+|\b(?:bit\.ly|t\.me|wa\.me|s\.id|tinyurl\.com)\/\S+/gu, ' link ')
    .replace(/\brp\.?\s?(?=\d)/gu, ' ')
    .replace(/\b(\d{1,3})\.000\.000\b/gu, '$1 juta')
    .replace(/\b(\d{1,3})\.(\d)00\.000\b/gu, '$1,$2 juta')
    .replace(/\b(\d{1,3})\.000\b/gu, '$1 ribu')
    .replace(/(\d)[.,](\d)(?!\d\d)/gu, '$1,$2')
    .replace(/(\d)\s*(?:jt|juta)(?:an)?\b/gu, '$1 juta')
    .replace(/(\d)\s*(?:rb|ribu|k)(?:an)?\b/gu, '$1 ribu')
    .replace(/(\d)\s*(?:th|thn|tahun|taun)\b/gu, '$1 tahun')
    .replace(/(\p{L})\1{2,}/gu, '$1');
  return plain.match(/\d+(?:,\d+)?(?![\p{L}])|[\p{L}\p{N}]+/gu) ?? [];
}
