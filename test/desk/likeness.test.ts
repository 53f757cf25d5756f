import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/answers/knowledge.ts';
import { buildModel } from '../../src/answers/model.ts';
import { openModel, type Understanding } from '../../src/answers/understand.ts';
import { comparedWordings, type Known, pickGroup } from '../../src/desk/group.ts';
import { alikeFrom, isComparable, likeness, toWording, type Wording } from '../../src/desk/likeness.ts';

const root = join(import.meta.dirname, '../..');
const folds = 4;

interface Row {
  readonly text: string;
  readonly topic: string;
  readonly lang: string;
  /** As an unanswered question: the index does not know its topic. */
  readonly wording: Wording;
}

let understanding: Understanding;
let rows: readonly Row[] = [];

const wordingOf = (text: string): Wording =>
  toWording(understanding.views(text), understanding.rank(text, 1)[0] ?? null);

beforeAll(async () => {
  const { lexicon, topics } = await loadKnowledge(join(root, 'knowledge'));
  const ids = topics.map((topic) => topic.id);
  const idOf = new Map(topics.flatMap((topic) => topic.aliases.map((alias) => [alias, topic.id] as const)));
  understanding = openModel(buildModel(topics, lexicon, { calibrate: false }));
  const without = Array.from({ length: folds }, (_, fold) =>
    openModel(
      buildModel(
        topics.filter((_, at) => at % folds !== fold),
        lexicon,
        { calibrate: false },
      ),
    ),
  );
  const lines = readFileSync(join(root, 'test/answers/practice.jsonl'), 'utf8').trim().split('\n');
  rows = lines.map((line) => {
    const { text, topic: named } = JSON.parse(line) as { text: string; topic: string };
    const topic = idOf.get(named) ?? named;
    const blind = without[Math.max(0, ids.indexOf(topic)) % folds] ?? understanding;
    return {
      text,
      topic,
      lang: understanding.detect(text) ?? 'id',
      wording: toWording(understanding.views(text), blind.rank(text, 1)[0] ?? null),
    };
  });
}, 60_000);

describe('how alike two questions are', () => {
  it.each([
    ['cara mengurus sertifikat halal untuk warung', 'sertifikat halal warung ngurusnya gimana', true],
    ['kartu kks saya hilang gimana ya min', 'KKS sy ilang gmn', true],
    ['how do I replace a lost KKS card', 'lost my kks card, how to replace', true],
    ['syarat ikut PENA apa saja', 'syarat jadi PSM apa saja', false],
    ['pkh anak sd berapa', 'pkh anak smp berapa', false],
    ['what is a KUBE group', 'what is Karang Taruna', false],
    ['cuaca besok di bandung', 'skor persib tadi malam', false],
  ])('"%s" and "%s": %s', (one, other, alike) => {
    expect(likeness(wordingOf(one), wordingOf(other)) >= alikeFrom).toBe(alike);
  });

  it('is the same in either order, between 0 and 1, and 1 for the same question', () => {
    const some = rows.slice(0, 120);
    fc.assert(
      fc.property(fc.constantFrom(...some), fc.constantFrom(...some), (one, other) => {
        const there = likeness(one.wording, other.wording);
        expect(there).toBeCloseTo(likeness(other.wording, one.wording), 12);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1 + 1e-9);
        if (isComparable(understanding.views(one.text))) expect(likeness(one.wording, one.wording)).toBe(1);
      }),
    );
  });

  it('joins few questions that mean different things: measured on pairs of real ones whose topics are unknown', () => {
    const tally = (from: number) => {
      let same = 0;
      let joined = 0;
      let right = 0;
      for (const [at, one] of rows.entries())
        for (const other of rows.slice(at + 1)) {
          if (one.lang !== other.lang) continue;
          if (one.topic === other.topic) same += 1;
          if (likeness(one.wording, other.wording) < from) continue;
          joined += 1;
          if (one.topic === other.topic) right += 1;
        }
      return { precision: right / joined, recall: right / same, joined };
    };
    const found = tally(alikeFrom);
    // 0.95 and 0.14 of 722 pairs when this was written: rephrased questions are missed rather than mixed.
    expect(found.precision).toBeGreaterThan(0.9);
    expect(found.recall).toBeGreaterThan(0.12);
    expect(tally(alikeFrom - 0.1).precision).toBeLessThan(found.precision);
  });
});

/** Groups as the desk keeps them, in memory. */
function group(wordings: readonly Wording[]): string[] {
  const known: { group: string; wordings: Wording[] }[] = [];
  return wordings.map((wording) => {
    const same = known.find((one) => one.wordings.some((held) => held.key === wording.key));
    const found = same?.group ?? pickGroup(wording, known as readonly Known[]);
    if (found === undefined) {
      known.push({ group: String(known.length), wordings: [wording] });
      return String(known.length - 1);
    }
    const list = known.find((one) => one.group === found)?.wordings ?? [];
    if (list.length < comparedWordings && !list.some((held) => held.key === wording.key)) list.push(wording);
    return found;
  });
}

describe('the group a question joins', () => {
  it('is the group of the same words, whatever else there is', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rows.slice(0, 150) as Row[], { minLength: 2 }), (asked) => {
        const once = group(asked.map((row) => row.wording));
        const twice = group([...asked, ...asked].map((row) => row.wording));
        expect(twice.slice(asked.length)).toEqual(once);
      }),
      { numRuns: 20 },
    );
  });

  it('does not depend on the order, for questions that are clearly alike or clearly not', () => {
    const clusters = [
      [
        'cara mengurus sertifikat halal untuk warung',
        'mengurus sertifikat halal untuk warung gimana',
        'sertifikat halal untuk warung cara ngurusnya',
      ],
      [
        'harga emas antam hari ini berapa',
        'hari ini harga emas antam berapa ya',
        'brp harga emas antam hari ini',
      ],
      ['jadwal kereta api ke surabaya besok pagi', 'kereta api ke surabaya besok pagi jadwalnya'],
    ];
    const all = clusters.flatMap((texts, cluster) =>
      texts.map((text) => ({ cluster, wording: wordingOf(text) })),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (asked) => {
        const found = group(asked.map((one) => one.wording));
        asked.forEach((one, at) => {
          asked.forEach((other, also) => {
            expect(found[at] === found[also]).toBe(one.cluster === other.cluster);
          });
        });
      }),
      { numRuns: 40 },
    );
  });

  it('is the older one when two are equally alike', () => {
    const wording = wordingOf('harga emas antam hari ini berapa');
    const other = wordingOf('harga emas antam berapa hari ini ya');
    expect(
      pickGroup(other, [
        { group: 'old', wordings: [wording] },
        { group: 'new', wordings: [wording] },
      ]),
    ).toBe('old');
  });

  it('does not drift: a wording like the latest but unlike the first stays out', () => {
    const first = wordingOf('harga emas antam hari ini berapa');
    const last = wordingOf('jadwal kereta api ke surabaya besok pagi');
    expect(pickGroup(last, [{ group: 'g', wordings: [first, last] }])).toBeUndefined();
  });
});
