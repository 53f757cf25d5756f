/** Bolt's log lines, passed on as events of ours. */
import type { Logger } from '@slack/bolt';
import type { SlackConfig } from './config.ts';

export function createLogger(log: SlackConfig['log']): Logger {
  const at =
    (level: Parameters<typeof log>[0]) =>
    (...parts: unknown[]) =>
      log(level, 'slack', {
        message: parts.map((part) => (typeof part === 'string' ? part : String(part))).join(' '),
      });
  return {
    debug: () => undefined,
    info: at('debug'),
    warn: at('info'),
    error: at('warn'),
    setLevel: () => undefined,
    getLevel: () => 'info' as ReturnType<Logger['getLevel']>,
    setName: () => undefined,
  };
}
