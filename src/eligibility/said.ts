/**
 * Facts in a free sentence ("umur 43, masih pkh, punya warung"). Takes only what it is sure of: what is asked, supposed,
 * doubted, said of somebody else or said in two ways is left to the questions.
 */
import { isMisfit, lowerInPlace } from '../language/match.ts';
import { matchMoney } from '../language/money.ts';
import { NUMBER_WORD, parseQuantity } from '../language/number.ts';
import type { Facts, Value } from './condition.ts';
import type { Fact, Programme } from './rule.ts';
import { toPlainWords, toWords } from './spelling.ts';

interface Phrase {
  readonly fact: string;
  readonly value: Value;
  readonly words: readonly string[];
  /** What a negation in front makes of it; undefined where that says nothing. */
  readonly denied: Value | undefined;
  readonly isList: boolean;
}

const negations = new Set('tidak belum bukan tanpa jangan not no never without'.split(' '));
/** These make a clause a question, a supposition or a doubt. */
const unsure =
  /\b(?:apakah|apa harus|haruskah|harus|wajib|syaratnya|kalau|jika|bila|seandainya|misalnya|mungkin|kayaknya|sepertinya|entah|tidak tahu|tidak yakin|belum tentu|if|must|should|need to|required|maybe|perhaps|not sure|dont know)\b/u;
const doubtedAge =
  /\b(?:mungkin|kayaknya|sepertinya|entah|tidak tahu|sekitar|kira|hampir|maybe|about|around|almost)\b/u;
const others = new Set('tetangga teman kawan saudara sepupu neighbour neighbor friend'.split(' '));
const kin =
  /\b(?:anak|anaknya|bayi|suami|istri|ibu|bapak|ayah|emak|mamak|adik|kakak|nenek|kakek|mertua|usaha|warung|ortu|tetangga|teman|son|daughter|child|baby|wife|husband|mother|father|business|shop|neighbour)\b/u;

/** In front of a phrase these say that it is only wished for, or over. */
const wishes = new Set('mau akan rencana rencananya niat berniat bakal want plan will going hope'.split(' '));
const past = new Set('dulu dulunya pernah sempat mantan eks bekas former formerly used'.split(' '));
/** Anywhere in a clause these say that something has ended. */
const ended = new Set(
  'berhenti tutup bangkrut stop distop dicabut dihentikan meninggal wafat almarhum stopped closed lost died'.split(
    ' ',
  ),
);

/** Clauses: what stands between commas, full stops and the words that join. */
const clausesOf = (text: string): readonly string[] =>
  text
    .split(
      /(?:(?<!\d),|,(?!\d)|[;.!?\n]+(?!\d)|\s(?:dan|tapi|tetapi|namun|sedangkan|serta|and|but|tp|n)\s)/iu,
    )
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

export type SaidReader = (text: string) => Facts;

/** A reader for one programme's facts; making it costs more than using it. */
export function createSaidReader(programme: Programme): SaidReader {
  const phrases = programme.facts.flatMap(phrasesOf);
  return (text) => {
    const found = new Map<string, Value | null>();
    const add = (fact: string, value: Value) => {
      const before = found.get(fact);
      found.set(fact, before === undefined || same(before, value) ? value : null);
    };
    for (const clause of clausesOf(text)) {
      const words = toWords(clause);
      const plainText = words.join(' ');
      for (const fact of programme.facts)
        for (const value of numbersIn(fact, clause, plainText)) add(fact.id, value);
      if (!unsure.test(plainText)) readPhrases(toPlainWords(words), phrases, found, add);
    }
    return Object.fromEntries(
      programme.facts.flatMap((fact) => {
        const value = found.get(fact.id) ?? null;
        return value === null ? [] : [[fact.id, inOrder(fact, value)]];
      }),
    );
  };
}

/** Lists in the order of their choices, however they were said. */
const inOrder = (fact: Fact, value: Value): Value =>
  fact.type === 'list' && Array.isArray(value)
    ? fact.choices.map((choice) => choice.value).filter((one) => value.includes(one))
    : value;

const same = (a: Value | null, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b);

function phrasesOf(fact: Fact): readonly Phrase[] {
  const toPhrases = (said: readonly string[], value: Value, denied: Value | undefined) =>
    said.map((text) => ({
      fact: fact.id,
      value,
      denied,
      words: toPlainWords(toWords(text)),
      isList: fact.type === 'list',
    }));
  switch (fact.type) {
    case 'boolean':
      return [...toPhrases(fact.yes, true, false), ...toPhrases(fact.no, false, undefined)];
    case 'enum':
    case 'list':
      return fact.choices.flatMap(({ said, value }) =>
        toPhrases(said, fact.type === 'list' ? [value] : value, undefined),
      );
    case 'number':
    case 'text':
      return [];
    default:
      return fact satisfies never;
  }
}

interface Hit {
  readonly phrase: Phrase;
  readonly start: number;
  readonly end: number;
}

/** The longest phrases win; two of one length on the same words are both taken. */
function readPhrases(
  words: readonly string[],
  phrases: readonly Phrase[],
  found: Map<string, Value | null>,
  add: (fact: string, value: Value) => void,
): void {
  const hits = phrases
    .flatMap((phrase) => findPhrase(words, phrase))
    .sort((a, b) => b.phrase.words.length - a.phrase.words.length || a.start - b.start);
  const taken: Hit[] = [];
  for (const hit of hits) {
    const crosses = taken.some(
      (one) => one.start < hit.end && hit.start < one.end && (one.start !== hit.start || one.end !== hit.end),
    );
    if (crosses) continue;
    taken.push(hit);
    const { phrase } = hit;
    const isOwn = (word: string): boolean => phrase.words.includes(word);
    if (words.some((word) => (others.has(word) || ended.has(word)) && !isOwn(word))) continue;
    const before = words.slice(Math.max(0, hit.start - 3), hit.start);
    if (before.slice(-2).some((word) => wishes.has(word) || past.has(word))) continue;
    const denials = before.filter((word) => negations.has(word)).length;
    if (denials > 1 || (denials === 1 && phrase.denied === undefined)) continue;
    const value = denials === 1 ? (phrase.denied ?? phrase.value) : phrase.value;
    const known = found.get(phrase.fact);
    if (phrase.isList && Array.isArray(known) && Array.isArray(value))
      found.set(phrase.fact, [...new Set<string>([...known, ...value])]);
    else add(phrase.fact, value);
  }
}

/** Where a phrase stands; one word that denies nothing may slip in between two of its words. */
function findPhrase(words: readonly string[], phrase: Phrase): readonly Hit[] {
  const hits: Hit[] = [];
  for (let start = 0; start < words.length; start += 1) {
    let at = start;
    const fits = phrase.words.every((word, place) => {
      const skips =
        place > 0 && words[at] !== word && !negations.has(words[at] ?? '') && words[at + 1] === word;
      if (skips) at += 1;
      if (words[at] !== word) return false;
      at += 1;
      return true;
    });
    if (fits && phrase.words.length > 0) hits.push({ phrase, start, end: at });
  }
  return hits;
}

const noRange = String.raw`(?!\s*(?:-|–|sampai|sd|to)\s*\d)`;
const doing = String.raw`(?!\s+(?:jadi|terima|menerima|dapat|usaha|tinggal|lalu|ago|kerja|bekerja|jualan|dagang|di|sebagai|pkh|of))`;
const agePatterns = [
  new RegExp(
    String.raw`\b(?:(?:umur|usia)(?:nya|ku|mu)?|berumur|berusia|aged?)\s+(?:(?:nya|saya|aku|is|sudah|baru|masih|sekarang)\s+)*(\d{1,3})\b(?!\s*(?:bulan|hari|months?))${noRange}`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?:saya|aku|i am|im)\s+(?:(?:ini|sudah|baru|masih)\s+)*(\d{1,3})\s*(?:tahun|years?)\b${doing}`,
    'gu',
  ),
  /^(?:(?:sudah|baru|masih)\s+)?(\d{2})\s*(?:tahun|years?)$/gu,
  /\b(\d{1,3})\s*(?:years? old|yo)\b/gu,
  /\b(?:i am|im)\s+(\d{2})$/gu,
];
const quantity = String.raw`(\d{1,4}|${NUMBER_WORD})`;
const countPatterns: Readonly<Record<'people' | 'decile' | 'months', readonly RegExp[]>> = {
  people: [
    new RegExp(
      String.raw`\b${quantity}\s*(?:orang|anggota|kepala keluarga|kk|keluarga|rumah tangga|people|members|households|persons)\b`,
      'gu',
    ),
    new RegExp(
      String.raw`\b(?:anggota|anggotanya|kelompok|kelompoknya|berjumlah|jumlahnya|group of|kami|we are)\s+${quantity}\b`,
      'gu',
    ),
  ],
  decile: [
    /\b(?:desil|desilnya|decile)\s*(?:(?:saya|ke|nomor|is)\s*)?(\d{1,2})\b(?!\s*(?:-|sampai|sd|to)\s*\d)/gu,
  ],
  months: [new RegExp(String.raw`\b${quantity}\s*(?:bulan|bln|months?)\b`, 'gu')],
};

/** Numbers of the fact's unit in a clause. */
function numbersIn(fact: Fact, clause: string, plainText: string): readonly number[] {
  if (fact.type !== 'number') return [];
  const inBounds = (value: number | undefined): value is number =>
    value !== undefined && Number.isInteger(value) && value >= fact.min && value <= fact.max;
  switch (fact.unit) {
    case 'years': {
      if (doubtedAge.test(plainText)) return [];
      return matches(agePatterns, withMarks(clause, plainText), kin).map(Number).filter(inBounds);
    }
    case 'people':
      if (
        /^(?:saya )?(?:cuma |hanya )?(?:saya )?sendiri(?:an)?(?: saja)?$|\b(?:just me|alone|by myself)$/u.test(
          plainText,
        )
      )
        return [1];
      return matches(countPatterns.people, plainText).map(parseQuantity).filter(inBounds);
    case 'decile':
    case 'months':
      return matches(countPatterns[fact.unit], withMarks(clause, plainText))
        .map(parseQuantity)
        .filter(inBounds);
    case 'rupiah':
      return moneyIn(clause).filter(inBounds);
    default:
      return fact.unit satisfies never;
  }
}

/** The words with the dashes that make a range out of two numbers. */
const withMarks = (clause: string, plainText: string): string =>
  /\d\s*[-–]\s*\d/u.test(clause) ? plainText.replaceAll(/(\d+) (\d+)/gu, '$1 - $2') : plainText;

/** What the patterns find, without what a word of `blocked` stands in front of. */
const matches = (patterns: readonly RegExp[], text: string, blocked?: RegExp): readonly string[] => [
  ...new Set(
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap((match) =>
        blocked?.test(text.slice(0, match.index)) === true ? [] : (match[1] ?? []),
      ),
    ),
  ),
];

function moneyIn(clause: string): readonly number[] {
  const lower = lowerInPlace(clause);
  const found: number[] = [];
  for (let at = 0; at < lower.length; ) {
    const money = /[\p{L}\p{N}]/u.test(lower[at - 1] ?? '') ? undefined : matchMoney(lower, at);
    if (money === undefined) at += 1;
    else {
      if (!isMisfit(money)) found.push(money.value);
      at = money.end;
    }
  }
  return found;
}

/** Behind these words a name is somebody's situation, not what is asked about: "masih pkh", "sudah graduasi". */
const status =
  /^(?:masih|terima|penerima|eks|mantan|bekas|kpm|lepas|keluar|pernah|dulu|dari|aktif|sudah|belum|tidak|former|left|receive|still|in|not)$/u;

/**
 * The programmes a text names, and the text without a name that it begins with.
 * `/syarat pena umur 43` asks about PENA; "umur 43, masih pkh" asks about none in particular.
 */
export function findProgrammes(
  text: string,
  programmes: readonly Programme[],
): { readonly named: readonly Programme[]; readonly rest: string } {
  const lower = text.toLowerCase().trimStart();
  const names = programmes
    .flatMap((programme) => [programme.id, ...programme.names].map((name) => ({ name, programme })))
    .sort((a, b) => b.name.length - a.name.length);
  const first = names.find(
    ({ name }) => lower.startsWith(name) && !/^[\p{L}\p{N}]/u.test(lower.slice(name.length)),
  );
  if (first !== undefined)
    return {
      named: [first.programme],
      rest: text
        .trimStart()
        .slice(first.name.length)
        .replace(/^[\s,:;-]+/u, ''),
    };
  const words = toPlainWords(toWords(text));
  const taken: { start: number; end: number }[] = [];
  const named = new Set<Programme>();
  for (const { name, programme } of names) {
    const wanted = toPlainWords(toWords(name));
    for (const { end, start } of findPhrase(words, {
      fact: '',
      value: '',
      words: wanted,
      denied: undefined,
      isList: false,
    })) {
      if (taken.some((one) => one.start < end && start < one.end)) continue;
      taken.push({ start, end });
      if (!status.test(words[start - 1] ?? '')) named.add(programme);
    }
  }
  return { named: [...named], rest: text };
}
