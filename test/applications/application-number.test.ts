import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawNumber,
  isCodeLike,
  readNumber,
  readStatusLine,
} from '../../src/applications/application-number.ts';
import { readProgrammes } from '../../src/applications/programme-source.ts';

const { prefixes } = readProgrammes();
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const number = fc
  .record({
    prefix: fc.constantFrom(...prefixes),
    body: fc.array(fc.nat(31), { minLength: 7, maxLength: 7 }),
  })
  .map(({ body, prefix }) => {
    let at = 0;
    return drawNumber(prefix, () => body[at++] ?? 0);
  });
const plain = (text: string) => text.replaceAll('-', '');
const read = (text: string) => readNumber(text, prefixes);

describe('the number of an application', () => {
  it('is read back as it was drawn', () => {
    fc.assert(
      fc.property(number, (drawn) => {
        expect(drawn).toMatch(/^[A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
        expect(read(drawn)).toEqual({ kind: 'number', number: drawn });
      }),
    );
  });

  it('notices any one wrong character', () => {
    fc.assert(
      fc.property(number, fc.nat(10), fc.constantFrom(...letters), (drawn, at, other) => {
        const chars = plain(drawn);
        const wrong = chars.slice(0, at) + other + chars.slice(at + 1);
        const result = read(wrong);
        if (result.kind === 'number') expect(result.number).toBe(drawn);
        else expect(wrong).not.toBe(chars);
      }),
      { numRuns: 2_000 },
    );
  });

  it('notices any two neighbours that changed places', () => {
    fc.assert(
      fc.property(number, fc.nat(9), (drawn, at) => {
        const chars = plain(drawn);
        const swapped = chars.slice(0, at) + (chars[at + 1] ?? '') + (chars[at] ?? '') + chars.slice(at + 2);
        const result = read(swapped);
        if (result.kind === 'number') expect(result.number).toBe(drawn);
        else expect(swapped).not.toBe(chars);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is read kindly: lower case, other dashes or none, O for 0, I and L for 1, U for V', () => {
    const kindly = fc.constantFrom(
      (text: string) => text.toLowerCase(),
      (text: string) => text.replaceAll('-', ' '),
      (text: string) => text.replaceAll('-', ''),
      (text: string) => text.replaceAll('-', ' – '),
      (text: string) => `${text.slice(0, 3)}${text.slice(3).replaceAll('0', 'O').replaceAll('1', 'I')}`,
      (text: string) => `${text.slice(0, 3)}${text.slice(3).replaceAll('0', 'o').replaceAll('1', 'l')}`,
      (text: string) => `${text.slice(0, 3)}${text.slice(3).replaceAll('V', 'u')}`,
    );
    fc.assert(
      fc.property(number, kindly, (drawn, write) => {
        expect(read(write(drawn))).toEqual({ kind: 'number', number: drawn });
      }),
    );
  });

  it.each([
    ['', 'length'],
    ['PRK', 'length'],
    ['PRK-7F3K-9Q2X-1', 'length'],
    ['ABC-1111-1111', 'prefix'],
    ['PRK-1234-5678', 'check'],
  ])('%j is misread because of its %s', (typed, why) => {
    expect(read(typed)).toEqual({ kind: 'misread', why });
  });

  it('is followed by a code in any spelling, with or without the words for it', () => {
    const line = (typed: string) => readStatusLine(typed, prefixes);
    const right = { kind: 'number', number: 'PRK-1111-111T' };
    expect(line('  ')).toBeUndefined();
    expect(line('PRK-1111-111T')).toEqual({ number: right, code: undefined, codeFits: false });
    for (const typed of [
      'prk1111111t abcd efgh',
      'nomor PRK-1111-111T kode ABCD-EFGH',
      'No. PRK 1111 111T, code: abcdefgh',
    ])
      expect(line(typed)).toEqual({ number: right, code: 'ABCDEFGH', codeFits: true });
    expect(line('PRK-1111-111T ABC')).toMatchObject({ codeFits: false });
    expect(isCodeLike('ab12-cd34')).toBe(true);
    expect(isCodeLike('ab12-cd3')).toBe(false);
  });
});
