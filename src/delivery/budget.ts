/** How fast one adapter may send: a budget for everything, one for each place, and pauses the platform asked for. */
import type { Address } from '../chat/address.ts';
import type { Budget } from '../chat/capabilities.ts';

export interface SendBudget {
  /** Milliseconds to wait before this place may be sent to; 0 means now, and counts the message. */
  take(address: Address, place: string, now: number): number;
  /** The platform asked for silence in this place until then. Two places at once mean silence everywhere. */
  pause(place: string, until: number, now: number): void;
}

const everywhereMs = 5_000;

export function createSendBudget(budget: Budget | null): SendBudget {
  let all: number[] = [];
  const places = new Map<string, number[]>();
  const pauses = new Map<string, number>();
  let pausedUntil = 0;
  let lastPause: { place: string; at: number } | undefined;

  const within = (times: readonly number[], now: number, perMs: number) =>
    times.filter((time) => time > now - perMs);

  return {
    take(address, place, now) {
      const paused = Math.max(pausedUntil, pauses.get(place) ?? 0);
      if (paused > now) return paused - now;
      pauses.delete(place);
      if (budget === null) return 0;
      all = within(all, now, 1_000);
      const [oldest] = all;
      if (oldest !== undefined && all.length >= budget.perSecond) return oldest + 1_000 - now;
      const limit = address.kind === 'group' ? budget.perGroup : budget.perPlace;
      const times = within(places.get(place) ?? [], now, limit.perMs);
      const first = times.at(-limit.count);
      if (first !== undefined && times.length >= limit.count) return first + limit.perMs - now;
      all.push(now);
      times.push(now);
      places.set(place, times);
      if (places.size > 20_000) {
        for (const [key, seen] of places) if ((seen.at(-1) ?? 0) < now - 60_000) places.delete(key);
      }
      return 0;
    },
    pause(place, until, now) {
      pauses.set(place, Math.max(until, pauses.get(place) ?? 0));
      if (lastPause !== undefined && lastPause.place !== place && now - lastPause.at < everywhereMs) {
        pausedUntil = Math.max(pausedUntil, until);
      }
      lastPause = { place, at: now };
    },
  };
}
