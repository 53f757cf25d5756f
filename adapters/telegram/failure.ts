/** What Telegram's refusals mean for the core. */
import { GrammyError } from 'grammy';
import { AdapterRefused, type Failure } from '../../src/chat/adapter.ts';
import type { Address } from '../../src/chat/address.ts';

const networkSent = (error: unknown): 'maybe' | 'no' => {
  const codes = new Set<unknown>();
  for (
    let at: unknown = error;
    typeof at === 'object' && at !== null && codes.size < 5;
    at = Reflect.get(at, 'cause')
  ) {
    codes.add(Reflect.get(at, 'code'));
  }
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].some((code) => codes.has(code))
    ? 'no'
    : 'maybe';
};

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Why the adapter cannot begin, in words for whoever set it up. */
export function toRefused(error: unknown): AdapterRefused {
  if (!(error instanceof GrammyError)) {
    return new AdapterRefused(
      `Telegram cannot be reached (${textOf(error)}). Check the network, and TELEGRAM_API_ROOT where it is set.`,
    );
  }
  if (error.error_code === 401 || error.error_code === 404) {
    return new AdapterRefused(
      'Telegram does not know this bot. Copy TELEGRAM_BOT_TOKEN again from @BotFather.',
    );
  }
  return new AdapterRefused(`Telegram refuses ${error.method}: ${error.description}`);
}

/** `unchanged` is no failure: the message stands already as it should. */
export function toFailure(error: unknown, address: Address): Failure | 'unchanged' {
  if (!(error instanceof GrammyError)) {
    return {
      kind: 'network',
      reason: textOf(error),
      sent: networkSent(error),
    };
  }
  const { description, error_code: code, parameters } = error;
  if (parameters?.migrate_to_chat_id !== undefined) {
    return { kind: 'moved', to: { ...address, place: String(parameters.migrate_to_chat_id) } };
  }
  if (code === 429) return { kind: 'rate-limited', retryAfterMs: (parameters?.retry_after ?? 1) * 1_000 };
  if (code === 403)
    return /deactivated|kicked|deleted/.test(description) ? { kind: 'gone' } : { kind: 'blocked' };
  if (/message is not modified/.test(description)) return 'unchanged';
  if (
    /chat not found|message to (edit|delete|be replied) not found|message can't be (edited|deleted)|message thread not found/.test(
      description,
    )
  ) {
    return { kind: 'gone' };
  }
  if (code >= 500) return { kind: 'network', reason: description, sent: 'maybe' };
  return { kind: 'rejected', reason: description };
}
