/** A check as it travels in a button: nothing is lost, it is short enough for every platform, and old ones are known. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  beginCheck,
  type Check,
  isMinor,
  parseCheck,
  toText,
  withAnswer,
  withoutLast,
} from '../../src/eligibility/check.ts';
import type { Value } from '../../src/eligibility/condition.ts';
import type { Fact } from '../../src/eligibility/rule.ts';
import { readRules } from '../../src/eligibility/rule-source.ts';

const { programmes } = readRules();

function anyAnswer(fact: Fact): fc.Arbitrary<Value | undefined> {
  switch (fact.type) {
    case 'boolean':
      return fc.option(fc.boolean(), { nil: undefined });
    case 'enum':
      return fc.constantFrom(undefined, ...fact.choices.map((one) => one.value));
    case 'list':
      return fc.option(fc.subarray(fact.choices.map((one) => one.value)), { nil: undefined });
    case 'number':
      return fc.oneof(
        fc.constant(undefined),
        fc.integer({ min: fact.min, max: fact.max }),
        fc.constant({ from: fact.min, to: fact.min + 1 }),
      );
    case 'text':
      return fc.constant(undefined);
    default:
      return fact satisfies never;
  }
}

/** A check in which some facts were answered, in some order. */
const anyCheck: fc.Arbitrary<Check> = fc
  .constantFrom(...programmes)
  .chain((programme) =>
    fc
      .tuple(
        fc.shuffledSubarray([...programme.facts].filter((fact) => fact.type !== 'text')),
        fc.constant(programme),
      )
      .chain(([facts]) =>
        fc
          .tuple(...facts.map(anyAnswer))
          .map((values) =>
            facts.reduce(
              (check, fact, at) => withAnswer(check, fact, values[at]),
              beginCheck(programme, 2026),
            ),
          ),
      ),
  );

test('comes back from its text as it was', () => {
  fc.assert(
    fc.property(anyCheck, (check) => {
      expect(parseCheck(toText(check), programmes)).toEqual(check);
    }),
  );
});

test('fits into the shortest button of any platform', () => {
  fc.assert(
    fc.property(anyCheck, (check) => {
      expect(Buffer.byteLength(`eligibility.change~${toText(check)}`)).toBeLessThanOrEqual(64);
      expect(Buffer.byteLength(`eligibility.ask~9!${toText(check)}`)).toBeLessThanOrEqual(64);
    }),
  );
});

test('one step back takes the last answer away, and all steps back lead to the beginning', () => {
  fc.assert(
    fc.property(anyCheck, (check) => {
      let steps = 0;
      let at: Check = check;
      for (let before = withoutLast(at); before !== undefined; before = withoutLast(at)) {
        at = before;
        steps += 1;
      }
      expect(steps).toBe(check.trail.length);
      expect(at).toEqual(beginCheck(check.programme, check.year));
    }),
  );
});

test('a text of other rules, or no text of ours, is none', () => {
  for (const text of ['', 'pena', 'pena.zzz.2026.,,,,.', 'nothing.abc.2026..', 'pena.....'])
    expect([text, parseCheck(text, programmes)]).toEqual([text, undefined]);
});

test.each([
  [16, true],
  [17, false],
  [{ from: 0, to: 16 }, true],
  [{ from: 13, to: 45 }, false],
])('age %j is under 17: %s', (age, minor) => {
  const programme = programmes.find((one) => one.id === 'kt-member');
  if (programme === undefined) throw new Error('no kt-member');
  expect(isMinor(beginCheck(programme, 2026, { age }))).toBe(minor);
});
