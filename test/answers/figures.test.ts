import { expect, it } from 'vitest';
import { fillFigures } from '../../src/answers/figures.ts';

const text = 'Jawabannya.\n\nTahun ini tercatat {{cases-opened}} laporan.\n{{cases-solved}} sudah selesai.';

it('shows what was counted, in the language of the answer', () => {
  const figures = new Map([
    ['cases-opened', 1_234],
    ['cases-solved', 5],
  ]);
  expect(fillFigures(text, figures, 'id')).toContain('Tahun ini tercatat 1.234 laporan.\n5 sudah selesai.');
  expect(fillFigures(text, figures, 'en')).toContain('1,234');
});

it('leaves out lines whose figure is not known or nothing yet', () => {
  expect(fillFigures(text, new Map([['cases-opened', 3]]), 'id')).toBe(
    'Jawabannya.\n\nTahun ini tercatat 3 laporan.',
  );
  expect(fillFigures(text, new Map([['cases-opened', 0]]), 'id')).toBe('Jawabannya.');
});
