/** Words as people type them in chat, brought to one spelling, so that a phrase in a rule file stands for all of them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const slangFile = fileURLToPath(new URL('../../knowledge/language/slang.yaml', import.meta.url));

/** Words that say the same where only the situation matters. */
const same = new Map(
  (
    'punya:ada,memiliki,mempunyai,miliki;terima:menerima,nerima,nerimo,dapat,mendapat,mendapatkan,memperoleh;mau:ingin,hendak,pingin,pengen,kepengen,kepingin,berminat;' +
    'buka:membuka;have:has,got,own,had;receive:receives,receiving,get,gets,getting;not:dont,doesnt,havent,hasnt,isnt,arent,didnt,cant,wont,cannot,neither;' +
    'want:wants,wanna;anak:anakku;warung:warungan,warteg;dagang:jual,jualan,berjualan,berdagang,dagangan'
  )
    .split(';')
    .flatMap((row) => {
      const [word = '', others = ''] = row.split(':');
      return others.split(',').map((other): [string, string] => [other, word]);
    }),
);

/** Words that change nothing about a situation. */
const fillers = new Set(
  'saya aku kami kita yang nya kok sih dong deh kan ya yg ini itu juga kak min pak bu mas mbak bang banget sekali nih tuh lah pun the a an my our i im am we of is are'.split(
    ' ',
  ),
);

let spellings: ReadonlyMap<string, string> | undefined;

/**
 * The spellings that editors keep, one a line. Read line by line, since the file is long and a YAML parser takes a tenth
 * of a second; lines of another form are for the check of the answers, and words stay as typed.
 */
function readSpellings(): ReadonlyMap<string, string> {
  if (spellings !== undefined) return spellings;
  let text = '';
  try {
    text = readFileSync(slangFile, 'utf8');
  } catch {
    // Named by the check of the answers.
  }
  const rows = text.matchAll(/^["']?([\p{L}\p{N}]+)["']?:\s+["']?([\p{L}\p{N} -]+?)["']?\s*(?:#.*)?$/gmu);
  spellings = new Map([...rows].map(([, typed = '', meant = '']) => [typed, meant]));
  return spellings;
}

/** The words of a text in lower case, each in its usual spelling; numbers stay. */
export function toWords(text: string): readonly string[] {
  const typed = text
    .toLowerCase()
    .replaceAll(/['’`]/gu, '')
    .match(/[\p{L}\p{N}]+/gu);
  // In an answer "no" is English; as a short form of "nomor" it says nothing about a situation.
  return (typed ?? []).flatMap((word) =>
    word === 'no' ? word : (readSpellings().get(word) ?? word).split(' '),
  );
}

/** The words that carry a situation: one word for those that say the same, without fillers. */
export const toPlainWords = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => {
    if (fillers.has(word)) return [];
    const bare = /^(\p{L}{4,})(?:nya|ku|mu)$/u.exec(word)?.[1] ?? word;
    return [same.get(word) ?? same.get(bare) ?? bare];
  });
