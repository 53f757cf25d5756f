/** A feature as one value: what it adds to the conversation, to the schedule and to the imports. `app.ts` collects them. */
import type { ChatFeature } from './chat/feature.ts';
import type { Schedule } from './delivery/scheduler.ts';
import type { ImportSpec } from './imports/import.ts';

export interface Feature extends ChatFeature {
  /** Planned work, given what the running assistant offers it. */
  readonly jobs?: (tools: JobTools) => readonly Schedule[];
  readonly imports?: readonly ImportSpec[];
}

export interface JobTools {
  /** Epoch milliseconds. */
  now(): number;
  readonly zone: string;
}
