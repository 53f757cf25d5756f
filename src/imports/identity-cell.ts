/** Cells that would carry an identity number; those never come in by file. */
import { findIdentityNumbers } from '../language/identity-number.ts';

/** Sixteen digits anywhere in a cell, or what a spreadsheet makes of them: `3,37401E+15`. */
const looksLikeIdentity = (text: string): boolean =>
  findIdentityNumbers(text).length > 0 || /^\D*(\d\D?){16}$/u.test(text) || /\d[.,]\d+e\+?15/iu.test(text);

export const findIdentityCells = (
  cells: Readonly<Record<string, string>>,
): readonly { readonly column: string; readonly problem: string }[] =>
  Object.entries(cells)
    .filter(([, value]) => looksLikeIdentity(value))
    .map(([column]) => ({
      column,
      problem: 'looks like an identity number; remove it, the bot does not take NIK or KK by file',
    }));
