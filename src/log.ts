/** What the program writes about itself: events with details, never the words of a person. */
export type Level = 'debug' | 'info' | 'warn' | 'error';

export type Log = (level: Level, event: string, details?: Readonly<Record<string, unknown>>) => void;

/** Writes to standard error with pino, so that standard output holds results only. */
export async function createLog(level: Level | 'silent'): Promise<Log> {
  const { pino } = await import('pino');
  const logger = pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
  return (at, event, details = {}) => logger[at](details, event);
}
