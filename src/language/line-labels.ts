/** Texts of a short line that stand behind a label of their own. */
import type { LinePart, Scan } from './scan.ts';

type Word = Scan['words'][number];

/** Texts behind their label, up to a comma or another part; taken out of the words. */
export function takeLabels(
  line: string,
  scan: Scan,
  spellings: ReadonlyMap<string, string>,
  taken: Set<Word | LinePart>,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [at, word] of scan.words.entries()) {
    const glued = /^(\p{L}+)[:=](.+)$/u.exec(word.text);
    const name = spellings.get((glued?.[1] ?? word.text).toLowerCase());
    if (name === undefined || found[name] !== undefined) continue;
    const quoted = scan.parts.find(
      (part) =>
        part.kind === 'quoted' &&
        /^[\s:=]*$/.test(line.slice(word.end, part.start)) &&
        part.start >= word.end,
    );
    if (quoted?.kind === 'quoted') {
      found[name] = quoted.value;
      taken.add(word).add(quoted);
      continue;
    }
    const behind: Word[] = [];
    let end = word.end;
    for (const next of scan.words.slice(at + 1)) {
      const gap = line.slice(end, next.start);
      const isBreak = behind.length > 0 || glued !== null ? /[^\s]/u.test(gap) : /[^\s:=]/u.test(gap);
      const other = spellings.get(next.text.toLowerCase().replace(/[:=].*$/u, ''));
      if (isBreak || (other !== undefined && other !== name)) break;
      behind.push(next);
      end = next.end;
    }
    const text = [...(glued === null ? [] : [glued[2] ?? '']), ...behind.map((one) => one.text)].join(' ');
    if (text === '') continue;
    found[name] = text;
    for (const one of [word, ...behind]) taken.add(one);
  }
  return found;
}
