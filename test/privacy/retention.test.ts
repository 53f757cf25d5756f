import { describe, expect, it } from 'vitest';
import { keepers } from '../../src/features.ts';
import { checkRetention } from '../../src/privacy/index.ts';
import { parseRetention } from '../../src/privacy/retention.ts';

const file = (keep: readonly { kind: string; days: number }[]) => ({
  status: 'our-suggestion',
  keep: keep.map((one) => ({ ...one, about: 'x' })),
});

describe('the times that records are kept', () => {
  it('are set for everything that is kept, and for nothing else', () => {
    expect(checkRetention(keepers)).toEqual([]);
    expect(() => parseRetention(file([{ kind: 'a', days: 30 }]), ['a', 'b'])).toThrow('no time is set for b');
    expect(() => parseRetention(file([{ kind: 'c', days: 30 }]), [])).toThrow('nothing is kept as c');
    const twice = [
      { kind: 'a', days: 30 },
      { kind: 'a', days: 60 },
    ];
    expect(() => parseRetention(file(twice), ['a'])).toThrow('named twice');
    expect(parseRetention(file([{ kind: 'a', days: 30 }]), ['a']).get('a')).toBe(30);
  });

  it('are never shorter than a week', () => {
    expect(() => parseRetention(file([{ kind: 'a', days: 1 }]), ['a'])).toThrow();
  });
});
