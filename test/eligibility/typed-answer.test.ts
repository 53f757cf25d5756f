/** What people type instead of pressing a button, and what is left to the answers. */
import { expect, test } from 'vitest';
import { readRules } from '../../src/eligibility/rule-source.ts';
import { createSaidReader } from '../../src/eligibility/said.ts';
import { readTypedAnswer } from '../../src/eligibility/typed-answer.ts';

const { programmes } = readRules();

function read(programme: string, fact: string, text: string) {
  const found = programmes.find((one) => one.id === programme);
  const asked = found?.facts.find((one) => one.id === fact);
  if (found === undefined || asked === undefined) throw new Error(`no ${fact} in ${programme}`);
  return readTypedAnswer(asked, text, createSaidReader(found));
}

test.each([
  ['pena', 'activeAidRecipient', 'ya', true],
  ['pena', 'activeAidRecipient', 'Iya dong', true],
  ['pena', 'activeAidRecipient', 'masih', true],
  ['pena', 'activeAidRecipient', 'yes', true],
  ['pena', 'activeAidRecipient', 'gak', false],
  ['pena', 'activeAidRecipient', 'nggak lagi', false],
  ['pena', 'activeAidRecipient', 'No', false],
  ['pena', 'activeAidRecipient', 'masih nerima bpnt', true],
  ['pena', 'hasBusiness', 'belum', false],
  ['pena', 'hasBusiness', 'belum punya', false],
  ['pena', 'hasBusiness', 'ada, jualan gorengan', true],
  ['pena', 'age', '43', 43],
  ['pena', 'age', '43 thn', 43],
  ['pena', 'age', 'umur saya 43', 43],
  ['pena', 'age', 'dua puluh', undefined],
  ['pena', 'age', '430', undefined],
  ['kube', 'groupSize', 'sepuluh orang', 10],
  ['kube', 'groupSize', 'sendirian', 1],
  ['pkh', 'decile', '3', 3],
  ['pkh', 'decile', 'desil 3', 3],
  ['pkh', 'decile', '11', undefined],
  ['pkh', 'components', 'tidak ada', []],
  ['pkh', 'components', 'anak sd', ['sd']],
  ['pkh', 'components', 'ada balita sama lansia', ['early-childhood', 'elderly']],
  ['pkh', 'asksToRegister', 'lihat saja', false],
  ['tksk', 'education', 'SMA/SMK', 'sma'],
  ['tksk', 'education', 'lulusan d3', 'diploma'],
  ['prokus', 'graduated', 'belum graduasi', 'none'],
  ['pena', 'hasBusiness', 'pena itu apa', undefined],
  ['pena', 'hasBusiness', 'apakah harus punya usaha?', undefined],
  ['pena', 'hasBusiness', 'bantuan kok belum cair', undefined],
  ['pena', 'age', 'terima kasih', undefined],
])('%s, %s: "%s" is %j', (programme, fact, text, value) => {
  const answer = read(programme, fact, text);
  expect(answer?.kind === 'answer' ? answer.value : undefined).toEqual(value);
});

test.each([
  'tidak tahu',
  'gak tau',
  'nggak tahu',
  'kurang yakin',
  'lupa',
  'lewati',
  "I don't know",
  'not sure',
])('"%s" says that it is not known', (text) => {
  expect(read('pena', 'activeAidRecipient', text)).toEqual({ kind: 'not-known' });
});

test('what is said of other facts is taken too', () => {
  expect(read('pena', 'age', '43 tahun, masih pkh')).toEqual({
    kind: 'answer',
    value: 43,
    others: { activeAidRecipient: true },
  });
  expect(read('pena', 'age', 'masih pkh')).toEqual({ kind: 'facts', facts: { activeAidRecipient: true } });
});
