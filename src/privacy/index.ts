/** The rights of people over their data, and how long it is kept, as one feature. */
import type { Feature, RetentionSpec } from '../feature.ts';
import { forgetAuditPayloads } from '../store/index.ts';
import { createRightsChat } from './chat.ts';
import { forgetJob } from './jobs.ts';
import { type Retention, readRetention } from './retention.ts';
import {
  homeRequests,
  pressingReminder,
  staffCommands,
  staffForms,
  staffNotices,
  staffPresses,
} from './staff-chat.ts';
import { forgetRequests } from './store.ts';

const batch = 500;

const ownRetention: readonly RetentionSpec[] = [
  { kind: 'data-requests', forget: (tx, before) => forgetRequests(tx, before, batch) },
  { kind: 'audit-payloads', forget: (tx, before) => forgetAuditPayloads(tx, before, batch) },
];

type Keeper = Pick<Feature, 'name' | 'myData' | 'retention'>;

/** @param keepers all features that keep something about people, asked at first use. */
export function createPrivacy(keepers: () => readonly Keeper[]): Feature {
  const chat = createRightsChat(keepers);
  let read: Retention | undefined;
  const specs = (): readonly RetentionSpec[] => keepers().flatMap((one) => one.retention ?? []);
  const retention = (): Retention => {
    read ??= readRetention(specs().map((one) => one.kind));
    return read;
  };
  return {
    name: 'privacy',
    commands: [...chat.commands, ...staffCommands],
    presses: [...chat.presses, ...staffPresses],
    forms: [chat.form, ...staffForms],
    notices: [...chat.notices, ...staffNotices],
    jobs: (tools) => [forgetJob(tools, specs, retention)],
    reminders: [pressingReminder],
    retention: ownRetention,
    home: homeRequests,
  };
}

/** What is wrong with `knowledge/retention.yaml`; empty when nothing is. */
export function checkRetention(keepers: readonly Keeper[]): readonly string[] {
  try {
    readRetention(keepers.flatMap((one) => (one.retention ?? []).map(({ kind }) => kind)));
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
