import { describe, expect, it } from 'vitest';
import { askedAbout, looksLikeNumber } from '../../src/applications/asked-status.ts';

describe('a free text', () => {
  it.each([
    ['status pengajuan sy gmn min', 'status'],
    ['cek status permohonan', 'status'],
    ['cara cek status pengajuan gimana', 'status'],
    ['what is the status of my application', 'status'],
    ['mau tau pengajuan saya sampai mana', 'news'],
    ['usulan pena saya gimana kabarnya', 'news'],
    ['any news on my application?', 'news'],
    ['apa itu status pengajuan', undefined],
    ['status pkh saya', undefined],
    ['bagaimana cara mengajukan bantuan', undefined],
    ['usulan warga sampai mana', undefined],
    [`pengajuan saya sampai mana, ${'sudah lama sekali saya menunggu '.repeat(3)}`, undefined],
  ])('%j asks for %s', (text, asked) => {
    expect(askedAbout(text)).toBe(asked);
  });

  it.each([
    ['PRK-7F3K-9Q2X', true],
    ['prk 7f3k 9q2x abcd efgh', true],
    ['nomor PRK-7F3K-9Q2X kode ABCDEFGH', true],
    ['pkh saya cair', false],
    ['pena itu apa', false],
    ['harga 1.250.000 rupiah', false],
  ])('%j looks like a number: %s', (text, like) => {
    expect(looksLikeNumber(text)).toBe(like);
  });
});
