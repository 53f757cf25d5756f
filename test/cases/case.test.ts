import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CaseInQuestion,
  type CaseState,
  caseStates,
  isClosed,
  isRequester,
  maySee,
  moveRules,
  moves,
  openMoves,
} from '../../src/cases/case.ts';
import type { Actor, RoleName } from '../../src/people/index.ts';
import { roleNames } from '../../src/people/index.ts';

const actorOf = (id: string, role: RoleName, area: string): Actor => ({
  account: `test|${id}`,
  shownName: id,
  persons: [{ id, name: id, area, roles: [{ role, area }] }],
  person: { id, name: id, area, roles: [{ role, area }] },
  roles: [{ role, area }],
});
const citizen = (id: string): Actor => ({
  account: `test|${id}`,
  shownName: id,
  persons: [{ id, name: id, area: '33.74', roles: [] }],
  person: { id, name: id, area: '33.74', roles: [] },
  roles: [],
});
const stranger: Actor = { account: 'test|new', shownName: 'new', persons: [], roles: [] };

const one = (over: Partial<CaseInQuestion> = {}): CaseInQuestion & { kind: 'complaint' } => ({
  kind: 'complaint',
  state: 'received',
  area: '33.74.01',
  protected: false,
  person: 'siti',
  openedBy: 'siti',
  address: {},
  takenBy: null,
  ...over,
});

describe('who sees a case', () => {
  it.each([
    ['the one who made it', citizen('siti'), one(), true],
    ['another citizen', citizen('budi'), one(), false],
    ['somebody unknown', stranger, one(), false],
    ['somebody unknown who made it', stranger, one({ person: null, openedBy: 'account:test|new' }), true],
    ['the facilitator of the kecamatan', actorOf('rina', 'facilitator', '33.74.01'), one(), true],
    ['a facilitator of the next kecamatan', actorOf('tono', 'facilitator', '33.74.02'), one(), false],
    [
      'a facilitator elsewhere to whom it was handed',
      actorOf('tono', 'facilitator', '33.74.02'),
      one({ takenBy: 'tono' }),
      true,
    ],
    ['the coordinator of the city', actorOf('agus', 'coordinator', '33.74'), one(), true],
    ['the coordinator of another city', actorOf('agus', 'coordinator', '33.7'), one(), false],
    ['a receiver before it is referred', actorOf('dinkes', 'destination', '33.74'), one(), false],
    [
      'a receiver once it is referred',
      actorOf('dinkes', 'destination', '33.74'),
      one({ state: 'referred' }),
      true,
    ],
    [
      'the coordinator, a complaint about an officer',
      actorOf('agus', 'coordinator', '33.74'),
      one({ protected: true }),
      false,
    ],
    ['staff, a complaint about an officer', actorOf('dewi', 'staff', 'ID'), one({ protected: true }), true],
    [
      'staff of one province, a complaint about an officer',
      actorOf('dewi', 'staff', '33'),
      one({ protected: true }),
      false,
    ],
    [
      'another person on the phone of who complained',
      { ...citizen('budi'), persons: [...citizen('budi').persons, ...citizen('siti').persons] },
      one({ protected: true, openedBy: 'account:test|x' }),
      false,
    ],
  ] as const)('%s', (_who, actor, row, sees) => {
    expect(maySee(actor, row)).toBe(sees);
  });

  it('shows nobody a complaint about an officer but its maker and national staff, whatever the role and area', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...roleNames),
        fc.constantFrom('ID', '33', '33.74', '33.74.01', '32'),
        fc.constantFrom(...caseStates),
        fc.boolean(),
        (role, area, state, taken) => {
          const actor = actorOf('x', role, area);
          const row = one({ protected: true, state, takenBy: taken ? 'x' : null });
          const ministry = (role === 'staff' || role === 'admin') && area === 'ID';
          expect(maySee(actor, row)).toBe(ministry);
          if (!ministry) expect(openMoves(actor, row)).toEqual([]);
        },
      ),
    );
  });
});

describe('the moves', () => {
  const names = (actor: Actor, row: ReturnType<typeof one>) => openMoves(actor, row).join(' ');
  const rina = actorOf('rina', 'facilitator', '33.74.01');
  const agus = actorOf('agus', 'coordinator', '33.74');
  const dinkes = actorOf('dinkes', 'destination', '33.74');

  it.each([
    ['received', rina, 'verify'],
    ['verified', rina, 'handle propose serve'],
    ['verified', agus, 'handle propose refer serve refuse'],
    ['referred', rina, ''],
    ['referred', dinkes, 'accept decline'],
    ['accepted', dinkes, 'serve'],
    ['declined', agus, 'handle refer refuse'],
    ['served', agus, 'solve reopen'],
    ['solved', agus, 'reopen'],
    ['cancelled', agus, ''],
    ['received', citizen('siti'), 'cancel'],
    ['served', citizen('siti'), 'solve reopen'],
    ['refused', citizen('siti'), 'reopen'],
    ['received', stranger, ''],
  ] as const)('from %s', (state, actor, expected) => {
    expect(names(actor, one({ state }))).toBe(expected);
  });

  it('answers a question at once, without verification', () => {
    const question = { ...one(), kind: 'question' as const };
    expect(openMoves(rina, question)).toContain('serve');
    expect(openMoves(rina, one())).not.toContain('serve');
  });

  it('lets an officer take back what was opened by mistake, until somebody has touched it', () => {
    const own = one({ openedBy: 'rina', address: null, person: 'budi' });
    expect(names(rina, own)).toContain('cancel');
    expect(names(rina, { ...own, state: 'verified' })).not.toContain('cancel');
    expect(isRequester(rina, own)).toBe(false);
  });

  it('can bring every case to an end from every open state, and never leaves an end but by reopening', () => {
    const next = (state: CaseState) => moves.filter((move) => moveRules[move].from.includes(state));
    for (const state of caseStates) {
      const reached = new Set<CaseState>([state]);
      for (let grown = true; grown; ) {
        const before = reached.size;
        for (const at of [...reached]) for (const move of next(at)) reached.add(moveRules[move].to);
        grown = reached.size > before;
      }
      expect([...reached].some(isClosed), state).toBe(true);
      if (isClosed(state)) expect(next(state).filter((move) => move !== 'reopen')).toEqual([]);
    }
  });
});
