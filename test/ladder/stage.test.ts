import { describe, expect, it } from 'vitest';
import { readLadder } from '../../src/ladder/ladder-source.ts';
import { type Criterion, type Evidence, isMet, nextStage, turnoverTrend } from '../../src/ladder/stage.ts';
import { bsimuLine, kpmLine, readPartner, toBusinessKind } from '../../src/ladder/typed-words.ts';

const evidence: Evidence = {
  graduation: null,
  hasBusiness: false,
  sessions: [],
  turnovers: [],
  receipts: 0,
  received: 0,
  partners: [],
};

describe('the ladder', () => {
  it('has three stages, one after the other, and ends at the third', () => {
    expect([nextStage('none'), nextStage('wp'), nextStage('wb'), nextStage('wm')]).toEqual([
      'wp',
      'wb',
      'wm',
      undefined,
    ]);
  });

  it('says of the shipped criteria that nobody has decided them, and names no amount', () => {
    const { criteria, isDecided } = readLadder();
    expect(isDecided).toBe(false);
    expect(
      Object.values(criteria)
        .flat()
        .some((one) => 'amount' in one),
    ).toBe(false);
  });

  it.each<[string, Criterion, Partial<Evidence>, boolean]>([
    ['no kind of graduation', { kind: 'graduated' }, {}, false],
    ['a kind of graduation', { kind: 'graduated' }, { graduation: 'natural' }, true],
    ['a business', { kind: 'business' }, { hasBusiness: true }, true],
    [
      'too few sessions of the kind',
      { kind: 'sessions', session: 'bimtek', count: 3 },
      { sessions: [{ kind: 'bimtek', sessions: 2, minutes: 120 }] },
      false,
    ],
    [
      'enough sessions, of another kind',
      { kind: 'sessions', session: 'bimtek', count: 3 },
      { sessions: [{ kind: 'mentoring', sessions: 9, minutes: 540 }] },
      false,
    ],
    [
      'enough sessions',
      { kind: 'sessions', session: 'bimtek', count: 3 },
      { sessions: [{ kind: 'bimtek', sessions: 3, minutes: 180 }] },
      true,
    ],
    ['one turnover of two', { kind: 'turnover-known', count: 2 }, { turnovers: [1] }, false],
    ['a rising turnover', { kind: 'turnover-rising' }, { turnovers: [100, 90, 200] }, true],
    ['a falling turnover', { kind: 'turnover-rising' }, { turnovers: [100, 200, 90] }, false],
    ['one turnover, which is no trend', { kind: 'turnover-rising' }, { turnovers: [100] }, false],
    ['a receipt', { kind: 'receipt' }, { receipts: 1 }, true],
    [
      'a partner of another kind',
      { kind: 'partner', partners: ['company'] },
      { partners: [{ name: 'BRI', kind: 'bank' }] },
      false,
    ],
    [
      'a partner',
      { kind: 'partner', partners: ['company', 'university'] },
      { partners: [{ name: 'Undip', kind: 'university' }] },
      true,
    ],
  ])('is shown %s', (_, criterion, known, met) => {
    expect(isMet(criterion, { ...evidence, ...known })).toBe(met);
  });

  it('takes the halves of the told turnovers as the trend', () => {
    expect(turnoverTrend([100, 200, 900, 300, 500])).toEqual({ from: 150, to: 400 });
    expect(turnoverTrend([])).toBeUndefined();
  });
});

const people = ['Budi Santoso', 'Siti Aminah'].map((name) => ({ id: name, name }));

describe('what is typed about a household', () => {
  it.each([
    ['siti alami usaha warung kelontong', 'natural', 'warung kelontong', undefined, 'grocery'],
    ['siti sejahtera usaha jahit baju', 'welfare', 'jahit baju', undefined, 'other'],
    ['alami siti, usaha keripik pisang, merek Renyah', 'natural', 'keripik pisang', 'Renyah', 'food'],
    ['bu siti merek "Berkah Jaya" usaha ternak lele', undefined, 'ternak lele', 'Berkah Jaya', 'livestock'],
    ['siti usaha: laundry', undefined, 'laundry', undefined, 'services'],
    ['siti graduasi sejahtera', 'welfare', undefined, undefined, 'other'],
  ])('%s', (line, graduation, business, brand, kind) => {
    const read = kpmLine.read(line, { people, today: '2026-11-23' });
    expect(read.unread).toEqual([]);
    expect(read.person).toMatchObject({ kind: 'found', id: 'Siti Aminah' });
    expect(read.choices.graduation).toBe(graduation);
    expect(read.labels.business).toBe(business);
    expect(read.labels.brand).toBe(brand);
    expect(toBusinessKind(business ?? '', '2026-11-23')).toBe(kind);
  });

  it.each([
    ['PT Maju Jaya', 'company', 'PT Maju Jaya'],
    ['perusahaan Maju Jaya', 'company', 'Maju Jaya'],
    ['mentor Pak Warsito', 'mentor', 'Pak Warsito'],
    ['Universitas Diponegoro', 'university', 'Universitas Diponegoro'],
    ['Politeknik Negeri Semarang', 'university', 'Politeknik Negeri Semarang'],
    ['kampus Undip', 'university', 'Undip'],
    ['Bank Jateng', 'bank', 'Bank Jateng'],
    ['BRI Unit Tembalang', 'bank', 'BRI Unit Tembalang'],
    ['Warsito', undefined, 'Warsito'],
  ])('a partner typed as %s', (typed, kind, name) => {
    expect(readPartner(typed)).toEqual(kind === undefined ? { name } : { kind, name });
  });
});

describe('what is typed about a receipt', () => {
  it.each([
    ['siti 3,5jt apbn 12/3', 3_500_000, 'apbn', '2026-03-12', ''],
    ['siti 3500000 apbn', 3_500_000, 'apbn', undefined, ''],
    ['3500000 siti apbn', 3_500_000, 'apbn', undefined, ''],
    ['apbn 3.500.000 bu siti 12 maret', 3_500_000, 'apbn', '2026-03-12', ''],
    ['bu siti terima 500rb hdn kemarin', 500_000, 'hdn', '2026-11-22', 'terima'],
    ['siti bsimu Rp500.000 undian', 500_000, 'hdn', undefined, ''],
    ['siti 3,5jt', 3_500_000, undefined, undefined, ''],
    ['siti apbn 2026', undefined, 'apbn', undefined, '2026'],
    ['siti 3,5jt apbn "untuk etalase"', 3_500_000, 'apbn', undefined, 'untuk etalase'],
  ])('%s', (line, amount, funding, date, note) => {
    const read = bsimuLine.read(line, { people, today: '2026-11-23' });
    expect(read.unread).toEqual([]);
    expect(read.person).toMatchObject({ kind: 'found', id: 'Siti Aminah' });
    expect([read.rupiah, read.choices.funding, read.date, read.note]).toEqual([amount, funding, date, note]);
  });

  it.each(['siti 3jt 4jt apbn', 'siti apbn hdn 3jt', 'siti -3jt apbn', 'siti 3jt apbn 31/2'])(
    'in %s a part is named as wrong',
    (line) => {
      expect(bsimuLine.read(line, { people, today: '2026-11-23' }).unread).not.toEqual([]);
    },
  );
});
