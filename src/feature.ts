/** A feature as one value: what it adds to the conversation, to the schedule and to the imports. `app.ts` collects them. */
import type { ChatFeature, NoticeRow } from './chat/feature.ts';
import type { Schedule } from './delivery/scheduler.ts';
import type { ImportSpec } from './imports/import.ts';
import type { Reader } from './store/index.ts';

export interface Feature extends ChatFeature {
  /** Planned work, given what the running assistant offers it. */
  readonly jobs?: (tools: JobTools) => readonly Schedule[];
  readonly imports?: readonly ImportSpec[];
  /** What to tell whom after the bot was away longer than the platforms keep messages. */
  readonly afterOutage?: (read: Reader, outage: Outage) => Promise<readonly NoticeRow[]>;
}

export interface Outage {
  /** When the last event came in, in epoch milliseconds. */
  readonly since: number;
  readonly now: number;
}

export interface JobTools {
  /** Epoch milliseconds. */
  now(): number;
  readonly zone: string;
}
