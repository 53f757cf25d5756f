/**
 * Where a conversation takes place and who wrote. The core stores and compares these values and never looks
 * inside them: what `place`, `thread` and `account` hold is the adapter's own business.
 */
import type { Address } from '../people/address.ts';

export type { Address, Sender } from '../people/address.ts';

/** One string per conversation: events with the same key are handled one after the other. */
export const addressKey = (address: Address): string =>
  [address.platform, address.kind, address.place, address.thread ?? ''].join('|');

/** One string per account of a platform. */
export const accountKey = (platform: string, account: string): string => `${platform}|${account}`;
