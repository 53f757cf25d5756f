import { describe, expect, it } from 'vitest';
import { readCaseNumber } from '../../src/cases/number.ts';
import { parseReferral } from '../../src/cases/parse-referral.ts';
import { readPlace } from '../../src/cases/place.ts';
import { readSla } from '../../src/cases/sla-source.ts';
import { guessSector } from '../../src/cases/typed-words.ts';

const people = ['Siti Aminah', 'Budi Santoso', 'Sri Wahyuni'].map((name) => ({ id: name.slice(0, 4), name }));

describe('a referral line', () => {
  it.each([
    [
      'budi pangan "beras habis" darurat',
      { person: 'Budi', kind: 'need', sector: 'food', urgent: true, story: 'beras habis' },
    ],
    [
      'darurat: budi, pangan, beras habis',
      { person: 'Budi', kind: 'need', sector: 'food', urgent: true, story: 'beras habis' },
    ],
    [
      'bu siti rumah bocor parah',
      { person: 'Siti', kind: 'need', sector: 'housing', urgent: false, story: 'rumah bocor parah' },
    ],
    [
      '2 kesehatan obatnya habis',
      { person: 'Budi', kind: 'need', sector: 'health', urgent: false, story: 'obatnya habis' },
    ],
    [
      'pengaduan sri kks hilang',
      { person: 'Sri ', kind: 'complaint', sector: undefined, urgent: false, story: 'kks hilang' },
    ],
    [
      'siti “anak putus sekolah',
      { person: 'Siti', kind: 'need', sector: 'education', urgent: false, story: 'anak putus sekolah' },
    ],
    ['siti', { person: 'Siti', kind: 'need', sector: undefined, urgent: false, story: '' }],
  ])('%s', (line, { person, ...rest }) => {
    const parsed = parseReferral(line, people);
    expect(parsed.person).toMatchObject({ kind: 'found', id: person });
    expect({ ...parsed, person: undefined, sector: parsed.sector }).toEqual({ ...rest, person: undefined });
  });

  it('asks who is meant rather than guessing', () => {
    expect(parseReferral('joko pangan', people).person).toEqual({ kind: 'unknown', typed: 'joko' });
    expect(parseReferral('', people).person.kind).toBe('missing');
  });
});

describe('the sector a story speaks of', () => {
  it.each([
    ['beras habis dan anak lapar', 'food'],
    ['rumahnya roboh', 'housing'],
    ['perlu ktp dan kk baru', 'population'],
    ['the roof of her house leaks', 'housing'],
    ['tidak tahu', undefined],
  ])('%s', (story, sector) => {
    expect(guessSector(story)).toBe(sector);
  });
});

describe('the place of a report', () => {
  it.each([
    ['kota semarang', { kind: 'found', area: '33.74' }],
    ['jaksel', { kind: 'found', area: '31.74' }],
    ['solo', { kind: 'found', area: '33.72' }],
    ['gayamsari semarang', { kind: 'found', area: '33.74.04' }],
    ['jawa barat', { kind: 'too-wide', name: 'Jawa Barat' }],
    ['qwerty', { kind: 'unknown' }],
  ])('%s', (typed, place) => {
    expect(readPlace(typed, 'id')).toEqual(place);
  });

  it('asks which of two is meant', () => {
    const place = readPlace('malang', 'id');
    expect(place.kind === 'several' ? place.places.map((one) => one.area) : []).toEqual(['35.07', '35.73']);
  });
});

it.each([
  ['12', 12],
  ['#12', 12],
  ['no. 12', 12],
  ['KAS-12', 12],
  ['dua belas', undefined],
  ['12a', undefined],
])('reads %s as a case number', (typed, number) => {
  expect(readCaseNumber(typed)).toBe(number);
});

describe('the times of the steps', () => {
  const source = (hours: string, urgent = '{}') =>
    `status: suggestion\nnote: x\nhours: ${hours}\nurgent: ${urgent}\nstepUp: 8\n`;
  const all =
    '{received: 8, reopened: 8, verified: 8, handled: 8, proposed: 8, referred: 8, declined: 8, accepted: 8, served: 8}';

  it('are read from the file that ships', () => {
    expect(readSla()).toMatchObject({ kind: 'read', sla: { stepUpHours: 8 } });
  });

  it.each([
    ['a step without a time', source('{received: 8}'), 'hours.verified: every open step needs a time'],
    [
      'a closed state',
      source(all.replace('served: 8', 'served: 8, solved: 8')),
      'a closed case has no due time',
    ],
    ['an urgent time that is not shorter', source(all, '{received: 9}'), 'urgent.received: is not shorter'],
    ['a state nobody knows', source(all.replace('served', 'sewed')), 'hours'],
    ['no YAML at all', 'status: [', ''],
  ])('refuse %s', (_what, text, reason) => {
    const read = readSla(text);
    expect(read.kind).toBe('wrong');
    expect(read.kind === 'wrong' ? read.problems.join('\n') : '').toContain(reason);
  });
});
