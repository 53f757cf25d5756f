import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadedLevels, rowsOf } from '../../src/language/area-data.ts';
import {
  areaName,
  areaPath,
  areasAround,
  findAreas,
  isArea,
  isWithin,
  levelOf,
  parseAreaCode,
} from '../../src/language/areas.ts';
import { forgiven, slips } from '../../src/language/likeness.ts';
import { matchNames, normaliseName } from '../../src/language/name.ts';

describe('a name as it is compared', () => {
  test.each([
    ['Bu Siti Aminah, S.Sos', 'siti aminah'],
    ['SITI AMINAH', 'siti aminah'],
    ["Drs. H. Ahmad Ma'ruf, M.Si", 'ahmad maruf'],
    ['Dr. Ir. Budi S.E.', 'budi'],
    ['Siti Aminah SH', 'siti aminah'],
    ['Mas Agus Salim, A.Md.Kep.', 'agus salim'],
    ['Nur-Aini', 'nur aini'],
    ['Nyoman, Ketut', 'nyoman ketut'],
    ['Hj. Rahma', 'rahma'],
    ['Mbak', 'mbak'],
    ['José Ximenes', 'jose ximenes'],
    ['  Moh.   Yusuf ', 'moh yusuf'],
    ['M.Yusuf', 'm yusuf'],
    ['', ''],
  ])('%s becomes %s', (name, key) => expect(normaliseName(name)).toBe(key));

  test('does not change when compared again', () => {
    const word = fc.constantFrom('Siti', 'Aminah', "Ma'ruf", 'Budi', 'Nur-Aini', 'Agus');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const key = normaliseName(words.join(' '));
        expect(normaliseName(key)).toBe(key);
      }),
    );
  });
});

describe('finding who is meant', () => {
  const people = [
    ...[
      'Siti Aminah',
      'Siti Rahmawati',
      'Budi Santoso',
      'Muhammad Yusuf',
      'Dewi Lestari',
      'Asti Dewi',
      'Sutini',
      'Agus',
    ],
    ...['Agus Salim', 'Ibu Marlina, S.Sos'],
  ].map((name, index) => ({ id: `p${index}`, name }));

  test.each([
    ['budi', 'exact', 'Budi Santoso'],
    ['Pak Budi', 'exact', 'Budi Santoso'],
    ['bu siti aminah', 'exact', 'Siti Aminah'],
    ['aminah siti', 'exact', 'Siti Aminah'],
    ['siti a', 'exact', 'Siti Aminah'],
    ['moh yusuf', 'exact', 'Muhammad Yusuf'],
    ['marlina', 'exact', 'Ibu Marlina, S.Sos'],
    ['bdui', 'close', 'Budi Santoso'],
    ['lestri', 'close', 'Dewi Lestari'],
    ['siti amniah', 'close', 'Siti Aminah'],
    ['sitiaminah', 'exact', 'Siti Aminah'],
    ['s am', 'exact', 'Siti Aminah'],
  ])('%s is %s: %s', (typed, kind, name) => {
    expect(matchNames(typed, people)).toMatchObject({ kind, candidate: { name } });
  });

  test.each([
    ['siti', ['Siti Aminah', 'Siti Rahmawati']],
    ['stii', ['Siti Aminah', 'Siti Rahmawati']],
    ['dewi', ['Asti Dewi', 'Dewi Lestari']],
    ['agus', ['Agus', 'Agus Salim']],
  ])('%s may be several, and all are offered', (typed, names) => {
    const found = matchNames(typed, people);
    expect(found.kind === 'several' && found.candidates.map(({ candidate }) => candidate.name)).toEqual(
      names,
    );
  });

  test.each(['joko', '', '😀', 'xx'])('"%s" is nobody', (typed) =>
    expect(matchNames(typed, people)).toEqual({ kind: 'none' }),
  );

  test('two people of one name are always asked about', () => {
    const twins = [
      { id: 'a', name: 'Siti Aminah' },
      { id: 'b', name: 'SITI AMINAH' },
    ];
    expect(matchNames('siti aminah', twins).kind).toBe('several');
  });

  test('a beginning that fits two words leaves the right one to the other', () => {
    expect(matchNames('s si', [{ name: 'Siti Sari' }])).toMatchObject({ kind: 'exact' });
    expect(matchNames('s si', [{ name: 'Siti Bari' }])).toEqual({ kind: 'none' });
  });

  test('no more are offered than asked for', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ name: `Siti ${index}` }));
    const found = matchNames('siti', many, { limit: 3 });
    expect(found.kind === 'several' && found.candidates).toHaveLength(3);
  });
});

describe('slips of typing', () => {
  test('a swap, a letter more, a letter less and a wrong letter are one each', () => {
    expect(['stii', 'sitti', 'sti', 'sita'].map((typed) => slips(typed, 'siti', 2))).toEqual([1, 1, 1, 1]);
    expect(slips('siti', 'siti', 0)).toBe(0);
    expect(slips('siti', 'sutini', 1)).toBeUndefined();
    expect([3, 4, 8].map(forgiven)).toEqual([0, 1, 2]);
  });

  test('count the same in both directions', () => {
    const word = fc.stringMatching(/^[abc]{0,6}$/u);
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slips(a, b, 6)).toBe(slips(b, a, 6));
      }),
    );
  });
});

describe('areas', () => {
  test('desa are not loaded before one is asked for', () => {
    expect(areaName('33.74')).toBe('Kota Semarang');
    expect(findAreas('lowokwaru')[0]?.code).toBe('35.73.05');
    expect(loadedLevels()).not.toContain('village');
    expect(areaName('33.74.01.1001')).toBe('Kel. Miroto');
    expect(loadedLevels()).toContain('village');
  });

  test('every area of the data is found by its code', () => {
    expect(
      (['province', 'regency', 'district', 'village'] as const).map((level) => rowsOf(level).length),
    ).toEqual([38, 514, 7285, 83_762]);
    for (const { code } of rowsOf('regency')) expect(isArea(code)).toBe(true);
    expect(areaName('35.13.15.2017')).toBe('Desa Soka"an');
  });

  test('are named in both languages', () => {
    expect(areaName('33.22')).toBe('Kab. Semarang');
    expect(areaName('33.22', 'en')).toBe('Semarang Regency');
    expect(areaName('31.74', 'en')).toBe('Jakarta Selatan City');
    expect(areaName('34')).toBe('DI Yogyakarta');
    expect(areaPath('33.74.01.1001')).toBe('Kel. Miroto, Kec. Semarang Tengah, Kota Semarang');
    expect(areaPath('33.74')).toBe('Kota Semarang, Jawa Tengah');
    expect(areaPath('ID')).toBe('Indonesia');
    expect(areaName('99.01')).toBe('99.01');
  });

  test.each([
    ['33.74.01', 'ID', true],
    ['33.74.01', '33', true],
    ['33.74', '33.74', true],
    ['33', '33.74', false],
    ['33.74', '33.7', false],
    ['33.75', '33.74', false],
    ['ID', '33', false],
  ])('%s within %s: %s', (code, area, expected) => expect(isWithin(code, area)).toBe(expected));

  test('an area lies within all areas around it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rowsOf('district')), ({ code }) => {
        for (const around of areasAround(code)) expect(isWithin(code, around)).toBe(true);
        expect(areasAround(code)).toHaveLength(4);
      }),
    );
  });

  test('codes are read with and without dots, and only real ones', () => {
    expect(parseAreaCode('3374')).toBe('33.74');
    expect(parseAreaCode('33.74.01.1001')).toBe('33.74.01.1001');
    expect(parseAreaCode('id')).toBe('ID');
    expect(['99', '33.74.01.9999', '337', '', 'semarang'].map(parseAreaCode)).toEqual(
      Array(5).fill(undefined),
    );
    expect(['ID', '33', '33.74', '33.74.01', '33.74.01.1001', '33.7'].map(levelOf)).toEqual([
      ...['country', 'province', 'regency', 'district', 'village'],
      undefined,
    ]);
  });

  test.each([
    ['kec. lowokwaru', ['35.73.05']],
    ['Lowokwarru', ['35.73.05']],
    ['lowokwaru malang', ['35.73.05', '35.73.05.1011']],
    ['semarang', ['33.22', '33.74']],
    ['kota semarang', ['33.74']],
    ['Kab. Semarang', ['33.22']],
    ['Semarang City', ['33.74']],
    ['jaksel', ['31.74']],
    ['Jateng', ['33']],
    ['dki jakarta', ['31']],
    ['jogja', ['34', '34.71']],
    ['bandarlampung', ['18.71']],
    ['padang sidimpuan', ['12.77']],
    ['kep. seribu', ['31.01']],
    ['desa sukamaju kec cilodong kota depok', ['32.76.08.1001']],
    ['desa sukamaju, kec cilodong depok', ['32.76.08.1001']],
    ['kel pekunden, semarang tengah', ['33.74.01.1013']],
    ['33.74', ['33.74']],
    ['xyzzy', []],
    ['desa sukamaju, xyzzy', []],
    ['', []],
  ])('"%s" means %j', (text, codes) => expect(findAreas(text).map((area) => area.code)).toEqual(codes));

  test('a search stays inside its area and level', () => {
    expect(findAreas('pekunden', { within: '33.74' }).map((area) => area.code)).toEqual(['33.74.01.1013']);
    expect(findAreas('pekunden').some((area) => area.level === 'village')).toBe(false);
    expect(findAreas('bandung', { within: '33.74' })).toEqual([]);
    expect(findAreas('33.22', { within: '33.74' })).toEqual([]);
    expect(findAreas('semarang', { level: 'district' }).every((area) => area.level === 'district')).toBe(
      true,
    );
    expect(findAreas('semarang', { limit: 1 })).toHaveLength(1);
  });

  test('any kab/kota is found by its own shown path', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rowsOf('regency')), ({ code }) => {
        expect(findAreas(areaPath(code), { level: 'regency' }).map((area) => area.code)).toEqual([code]);
      }),
    );
  });
});
