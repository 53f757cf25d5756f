import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIdentityNumbers, maskIdentity } from '../../src/language/identity-number.ts';

const NIK = '9901026010900009';
const digitsOf = (text: string): string[] => findIdentityNumbers(text).map((found) => found.digits);

const groupings = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 }).map((sizes) => {
  const cuts: number[] = [];
  for (let left = 16, i = 0; left > 0; i += 1) {
    const size = Math.min(left, sizes[i % sizes.length] ?? 4);
    cuts.push(size);
    left -= size;
  }
  return cuts;
});

const nik = fc.tuple(fc.constant('99'), fc.stringMatching(/^\d{14}$/)).map((parts) => parts.join(''));
const wording = fc.constantFrom('', 'nik saya ', 'KTP: ', 'mohon dicek kak ', 'سجل ', '🙏 ');

describe('identity numbers in what people type', () => {
  it.each([
    ['plain', `nik saya ${NIK} kak`],
    ['in groups of four with spaces', '9901 0260 1090 0009'],
    ['with dots', '99.01.02.601090.0009'],
    ['with dashes', '990102-601090-0009'],
    ['with mixed separators', '990102.601090 0009'],
    ['with spaces around dashes', '990102 - 601090 - 0009'],
    ['full-width', '９９０１０２６０１０９００００９'],
    ['Arabic-Indic', '٩٩٠١٠٢٦٠١٠٩٠٠٠٠٩'],
    ['keycap emoji', [...NIK].map((digit) => `${digit}\uFE0F\u20E3`).join('')],
    ['with zero-width signs inside', `9901\u200B0260\u200D1090\uFEFF0009`],
    ['over two lines', '9901026010\n900009'],
    ['glued to a word', `NIK${NIK}.`],
  ])('are found %s', (_, text) => {
    expect(digitsOf(text)).toEqual([NIK]);
  });

  it.each([
    ['15 digits', '990102601090000'],
    ['17 digits', '99010260109000091'],
    ['17 digits in groups', '9901 0260 1090 0009 1'],
    ['a phone number', '0812-9901-0260'],
    ['a date with its times', '23-11-2026 08.00-10.00'],
    ['figures in different sentences', 'dapat 500000 pada 2021. lalu 3500000'],
    ['a masked number', maskIdentity(NIK)],
  ])('do not include %s', (_, text) => {
    expect(digitsOf(text)).toEqual([]);
  });

  it('are found one by one in a paste of several lines', () => {
    const text = `SITI\n${NIK}\n9901026010900010\n9901 0260 1090 0011\n12-10-1990`;
    expect(digitsOf(text)).toEqual([NIK, '9901026010900010', '9901026010900011']);
  });

  it('are found side by side on one line', () => {
    expect(digitsOf(`${NIK} ${'9901026010900010'}`)).toEqual([NIK, '9901026010900010']);
  });

  it('are found however they are grouped, and the place covers exactly what was typed', () => {
    fc.assert(
      fc.property(
        nik,
        groupings,
        fc.constantFrom(' ', '.', '-', ' - ', '\u00A0'),
        wording,
        (digits, cuts, gap, before) => {
          let from = 0;
          const typed = cuts
            .map((size) => {
              from += size;
              return digits.slice(from - size, from);
            })
            .join(gap);
          fc.pre(!/\b\d{1,2}([-. ])\d{1,2}\1(?:19|20)\d{2}\b/.test(typed));
          const text = `${before}${typed} terima kasih`;
          const [found] = findIdentityNumbers(text);
          expect(found?.digits).toBe(digits);
          expect(text.slice(found?.start, found?.end)).toBe(typed);
        },
      ),
    );
  });

  it('are never found in runs of another length', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,40}$/), (run) => {
        expect(findIdentityNumbers(`a ${run} b`).length).toBe(run.length === 16 ? 1 : 0);
      }),
    );
  });

  it('never overlap, come in order and always have 16 ASCII digits, whatever is typed', () => {
    const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\d .\-\n]{0,40}$/), nik);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        let reached = 0;
        for (const { start, end, digits } of findIdentityNumbers(pieces.join(' '))) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(digits).toMatch(/^\d{16}$/);
          reached = end;
        }
      }),
    );
  });

  it('show only their last four digits when masked', () => {
    expect(maskIdentity(NIK)).toBe('••••••••••••0009');
    fc.assert(
      fc.property(nik, (digits) => {
        expect(maskIdentity(digits)).toBe(`${'•'.repeat(12)}${digits.slice(12)}`);
      }),
    );
  });
});
