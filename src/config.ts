/** The one reader of the environment. */
import type { Lang, Zone } from './language/locale.ts';
import type { Level } from './log.ts';

export interface Config {
  readonly demo: boolean;
  readonly database: { readonly file: string };
  readonly dataKey?: Uint8Array;
  readonly telegram: null | { token: string; apiRoot?: string };
  readonly slack: null | { botToken: string; admins: readonly string[]; deskChannel?: string };
  readonly httpPort?: number;
  readonly logLevel?: Level;
  readonly locale: Lang;
  readonly timeZone: Zone;
}
export type Parsed = { kind: 'ok'; config: Config } | { kind: 'invalid'; problems: readonly string[] };
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Parsed {
  const url = env['DATABASE_URL'];
  return {
    kind: 'ok',
    config: {
      demo: url === undefined,
      database: { file: url?.replace(/^file:/, '') ?? 'data/demo.db' },
      telegram: null,
      slack: null,
      locale: 'id',
      timeZone: 'Asia/Jakarta',
    },
  };
}
export const loadConfig = (): Parsed => parseConfig(process.env);
