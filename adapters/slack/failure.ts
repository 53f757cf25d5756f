/** What Slack's refusals mean for the core. */
import type { Failure } from '../../src/chat/adapter.ts';

const gone = new Set([
  'channel_not_found',
  'message_not_found',
  'is_archived',
  'cant_update_message',
  'edit_window_closed',
  'user_not_found',
  'not_found',
]);
const blocked = new Set([
  'account_inactive',
  'user_disabled',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'not_in_channel',
]);
const passing = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
]);

const field = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;

/** The error of a call of the Web API, as the port's union. */
export function toFailure(error: unknown): Failure {
  const code = field(error, 'code');
  if (code === 'slack_webapi_rate_limited_error') {
    return { kind: 'rate-limited', retryAfterMs: Number(field(error, 'retryAfter') ?? 1) * 1_000 };
  }
  if (code === 'slack_webapi_platform_error') {
    const reason = String(field(field(error, 'data'), 'error'));
    const details = field(field(field(error, 'data'), 'response_metadata'), 'messages');
    if (gone.has(reason)) return { kind: 'gone' };
    if (blocked.has(reason)) return { kind: 'blocked' };
    if (passing.has(reason)) return { kind: 'network', reason, sent: 'maybe' };
    return { kind: 'rejected', reason: Array.isArray(details) ? `${reason}: ${details.join('; ')}` : reason };
  }
  const original = field(error, 'original');
  const cause = field(original, 'code') ?? field(error, 'code');
  const sent = cause === 'ECONNREFUSED' || cause === 'ENOTFOUND' ? 'no' : 'maybe';
  return { kind: 'network', reason: error instanceof Error ? error.message : String(error), sent };
}
