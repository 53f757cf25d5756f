import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkMove,
  isMoveName,
  isOpen,
  type MoveName,
  mayAskPapers,
  moves,
  movesFor,
  readPapers,
  type Stage,
  type Standing,
  stages,
} from '../../src/applications/application.ts';
import { parseProgrammes, takeProgramme } from '../../src/applications/programme.ts';
import { checkProgrammes, readProgrammes } from '../../src/applications/programme-source.ts';

const facilitator: Standing = { handles: true, decides: false, own: false };
const coordinator: Standing = { handles: true, decides: true, own: false };
const stranger: Standing = { handles: false, decides: false, own: false };
const at = (stage: Stage, missing: readonly string[] = []) => ({ stage, missing });

describe('the stages of an application', () => {
  it.each<[Stage, readonly MoveName[], readonly MoveName[]]>([
    ['received', ['check', 'withdraw'], ['check', 'withdraw']],
    ['checked', ['propose', 'withdraw'], ['propose', 'withdraw']],
    ['proposed', ['withdraw'], ['approve', 'refuse', 'withdraw']],
    ['approved', ['finish'], ['finish']],
    ['refused', [], []],
    ['done', [], []],
    ['withdrawn', [], []],
  ])('%s: a facilitator may %j, a coordinator %j', (stage, byFacilitator, byCoordinator) => {
    expect(movesFor(at(stage), facilitator)).toEqual(byFacilitator);
    expect(movesFor(at(stage), coordinator)).toEqual(byCoordinator);
    expect(movesFor(at(stage), stranger)).toEqual([]);
  });

  it('never moves for somebody without a right, nor for the applicant, whatever the stage', () => {
    const anyMove = fc.constantFrom(...(Object.keys(moves) as MoveName[]));
    fc.assert(
      fc.property(anyMove, fc.constantFrom(...stages), fc.boolean(), (move, stage, decides) => {
        expect(checkMove(move, at(stage), stranger, 'x')).toBe('not-theirs');
        expect(checkMove(move, at(stage), { handles: true, decides, own: true }, 'x')).toBe(
          moves[move].by === 'decider' && !decides ? 'not-theirs' : 'own',
        );
      }),
    );
  });

  it('asks for a reason and for the papers where they are needed', () => {
    expect(checkMove('approve', at('proposed'), coordinator, ' ')).toBe('reason-missing');
    expect(checkMove('refuse', at('proposed'), coordinator, undefined)).toBe('reason-missing');
    expect(checkMove('approve', at('proposed', ['KK']), coordinator, 'x')).toBe('papers-missing');
    expect(checkMove('refuse', at('proposed', ['KK']), coordinator, 'x')).toBe('may');
    expect(checkMove('propose', at('checked', ['KK']), facilitator, undefined)).toBe('papers-missing');
    expect(checkMove('check', at('proposed'), facilitator, undefined)).toBe('stale');
  });

  it('ends in stages that nothing leaves', () => {
    for (const stage of stages)
      expect(Object.values(moves).some((move) => (move.from as readonly string[]).includes(stage))).toBe(
        isOpen(stage),
      );
    expect(isMoveName('toString')).toBe(false);
    expect(mayAskPapers('approved', coordinator)).toBe(false);
    expect(mayAskPapers('received', facilitator)).toBe(true);
  });

  it('reads papers by commas and lines, each once', () => {
    expect(readPapers('1. KK asli, rencana usaha\n- KK asli; surat desa')).toEqual([
      'KK asli',
      'rencana usaha',
      'surat desa',
    ]);
    expect(readPapers(' , \n')).toEqual([]);
  });
});

describe('the programmes', () => {
  it.each([
    ['siti pena', 'PNA', 'siti'],
    ['PENA', 'PNA', ''],
    ['budi karang taruna', 'KTR', 'budi'],
    ['ibu sri kelompok usaha bersama', 'KUB', 'ibu sri'],
    ['katarina psm', 'PSM', 'katarina'],
    ['siti', undefined, undefined],
  ])('%j names %s', (typed, prefix, rest) => {
    const named = takeProgramme(typed, readProgrammes());
    expect(named?.programme.prefix).toBe(prefix);
    expect(named?.rest).toBe(rest);
  });

  it('are refused with a prefix that could be misread or stands twice', () => {
    expect(checkProgrammes()).toEqual([]);
    const file = (prefixes: readonly string[]) => ({
      status: 'our-suggestion',
      'typical-working-days': { received: 1, checked: 1, proposed: 1, approved: 1 },
      papers: [],
      programmes: prefixes.map((prefix) => ({ prefix, id: 'x', name: { id: 'X', en: 'X' }, words: ['xx'] })),
    });
    expect(() => parseProgrammes(file(['AIR']))).toThrow('without I and O');
    expect(() => parseProgrammes(file(['ABC', 'ABC']))).toThrow('same prefix');
    expect(parseProgrammes(file(['ABC'])).typicalDays('done')).toBeUndefined();
  });
});
