/**
 * Ids that sort by time and can be read aloud: twelve characters of Crockford's base 32 (no I, L, O, U), the
 * millisecond first, then a running number that begins anywhere. Two processes meet on one id only if they begin the
 * same millisecond at the same of half a million numbers.
 */
import { randomInt } from 'node:crypto';

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;
const runningBits = 20n;
/** Milliseconds are counted from here; 40 bits last until 2058. */
const epochMs = Date.UTC(2024, 0, 1);

let last = 0n;

/** The next id at `now` (epoch milliseconds). Later calls in one process give larger ids. */
export function newId(now: number): string {
  const ms = BigInt(Math.max(0, Math.floor(now - epochMs)));
  last = last >> runningBits >= ms ? last + 1n : (ms << runningBits) + BigInt(randomInt(1 << 19));
  return encode(last);
}

function encode(value: bigint): string {
  let text = '';
  for (let rest = value, at = 0; at < length; at++, rest >>= 5n) text = letters[Number(rest & 31n)] + text;
  return text;
}

/** The id before every id made at `ms` (epoch milliseconds) or later: ids sort by time. */
export const idBefore = (ms: number): string =>
  encode(BigInt(Math.max(0, Math.floor(ms - epochMs))) << runningBits);

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
