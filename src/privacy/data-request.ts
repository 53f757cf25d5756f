/** A person's request about their own data, and the law's clock for it. Times are epoch milliseconds. */

export type RequestKind = 'correct' | 'withdraw' | 'erase';
export type RequestState = 'open' | 'done' | 'refused';

/** UU 27/2022: three times twenty-four hours, weekends and holidays included. */
const lawMs = 3 * 24 * 3_600_000;

export const dueAt = (openedAt: number): number => openedAt + lawMs;

/** Whole hours left; below zero when it is overdue. */
export const hoursLeft = (due: number, now: number): number => Math.floor((due - now) / 3_600_000);

/** Staff are reminded when this much is left. */
export const pressingMs = 24 * 3_600_000;

export const longestText = 1_000;
export const requestsADay = 5;
