/**
 * Short ids that sort by time and can be read aloud: nine characters of Crockford's base 32 (no I, L, O, U), the
 * minute first, then a running number that begins anywhere.
 */
import { randomInt } from 'node:crypto';

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 9;
const runningBits = 22n;
/** Minutes are counted from here. */
const epochMs = Date.UTC(2024, 0, 1);

let last = 0n;

/** The next id at `now` (epoch milliseconds). Later calls in one process give larger ids. */
export function newId(now: number): string {
  const minute = BigInt(Math.max(0, Math.floor((now - epochMs) / 60_000)));
  const begin = (minute << runningBits) + BigInt(randomInt(1 << 21));
  last = begin > last + (1n << runningBits) || last >> runningBits < minute ? begin : last + 1n;
  let text = '';
  for (let rest = last, at = 0; at < length; at++, rest >>= 5n) text = letters[Number(rest & 31n)] + text;
  return text;
}

/** A random code for invitations and the like: `groups` times four characters, 20 bits a group. */
export function newCode(groups: number): string {
  const parts = Array.from({ length: groups }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
  );
  return parts.join('-');
}

/** A code as typed by a person, brought to the form in which it is kept: O is 0, I and L are 1, no spaces. */
export function readCode(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return plain.match(/.{1,4}/g)?.join('-') ?? '';
}
