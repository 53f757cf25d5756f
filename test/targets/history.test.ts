import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHistory } from '../../src/targets/index.ts';
import { temporaryFolder } from '../support/folder.ts';

describe('the figures of 2020 and 2021', () => {
  const { history, problems } = readHistory();
  const numberOf = (id: string) => history.entries.find((entry) => entry.id === id)?.number;

  it('are well written, each with a source', () => {
    expect(problems).toEqual([]);
    for (const entry of history.entries) expect(history.sources[entry.source], entry.id).toBeDefined();
  });

  it.each([
    ['graduation-target-2020', 1_000_000],
    ['prokus-2020-apbn', 1_000],
    ['prokus-2020-hdn', 8_282],
    ['prokus-target-2021', 7_000],
    ['kat-count-2021', 156_512],
    ['kat-result-2021', 11_039],
    ['kat-target-2021', 2_500],
    ['psm-2021', 60_258],
    ['tksk-2021', 7_230],
    ['karang-taruna-2021', 35_248],
    ['lks-2021', 12_377],
    ['puskesos-regency-2021', 150],
    ['puskesos-village-2021', 7_154],
    ['puskesos-regency-target-2021', 280],
    ['puskesos-village-target-2021', 560],
  ])('say of %s what the document says: %i', (id, number) => {
    expect(numberOf(id)).toBe(number);
  });

  it('keep figures that do not agree beside one another', () => {
    const plan = history.entries.find((entry) => entry.id === 'prokus-2020-plan');
    expect(plan?.number).toBe(10_000);
    expect(plan?.differs).toEqual(['prokus-2020-apbn', 'prokus-2020-hdn']);
  });

  it('name what is wrong with a file, and never stop the program', () => {
    const file = join(temporaryFolder(), 'history.yaml');
    writeFileSync(
      file,
      'sources: {}\nentries:\n  - { id: a, year: 2020, kind: result, label: { id: A, en: A }, unit: { id: a, en: a }, number: 1, funding: none, source: x, differs: [b] }\n',
    );
    expect(readHistory(file).problems).toEqual(['a: no source x', 'a: no entry b']);
    expect(readHistory(join(file, 'missing')).problems).toHaveLength(1);
  });
});
