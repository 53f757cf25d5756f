/**
 * The settings, read once at the start: the only place that looks at the environment. What it names as wrong never
 * repeats a value, because most values are secrets.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { isLang, isZone, type Lang, type Zone } from './language/locale.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export interface TelegramConfig {
  readonly token: string;
  /** Without a slash at its end. */
  readonly apiRoot: string;
  readonly mode:
    | { readonly kind: 'polling' }
    | { readonly kind: 'webhook'; readonly url: string; readonly secret: string; readonly port: number };
}

export interface SlackConfig {
  readonly botToken: string;
  /** With a slash at its end. */
  readonly apiUrl: string;
  readonly mode:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };
  readonly deskChannel: string | null;
  /** Ids of users who are administrators from the start. */
  readonly admins: readonly string[];
}

export interface Config {
  /** A path, absolute or from the working directory. */
  readonly database: { readonly kind: 'sqlite'; readonly file: string };
  /** Neither a token nor a database is set: the bot talks here, on sample data. */
  readonly demo: boolean;
  /** 32 bytes; undefined where the store brings its own. */
  readonly dataKey: Uint8Array | undefined;
  readonly telegram: TelegramConfig | null;
  readonly slack: SlackConfig | null;
  readonly httpPort: number | null;
  readonly logLevel: LogLevel;
  readonly locale: Lang;
  readonly timeZone: Zone;
}

export type ParsedConfig =
  | { readonly kind: 'ok'; readonly config: Config }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

const telegramCloud = 'https://api.telegram.org';
const slackCloud = 'https://slack.com/api/';
const defaultFile = 'data/dayabot.db';
const demoFile = 'data/demo.db';

/** A text setting of the given shape; `problem` completes the sentence that begins with its name. */
const matching = (shape: RegExp, problem: string) => z.string().regex(shape, problem);

const webAddress = z.string().refine((text) => /^https?:\/\/[^\s?#]+$/.test(text) && URL.canParse(text), {
  message: 'must be a web address that begins with http:// or https://',
});

const database = z.string().transform((text, context) => {
  const refuse = (message: string) => {
    context.addIssue(message);
    return z.NEVER;
  };
  if (/^postgres(ql)?:/.test(text)) {
    return refuse(`names a PostgreSQL server, which this version cannot use yet; use file:${defaultFile}`);
  }
  if (!text.startsWith('file:')) return refuse(`must begin with file:, for example file:${defaultFile}`);
  const path = text.startsWith('file://') ? toLocalPath(text) : text.slice('file:'.length);
  if (path === undefined || path === '' || path.endsWith('/') || path.includes(':memory:')) {
    return refuse(`must name a file on this machine, for example file:${defaultFile}`);
  }
  return path;
});

function toLocalPath(url: string): string | undefined {
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}

const dataKey = z.string().transform((text, context) => {
  const bytes = Buffer.from(text, 'base64');
  if (/^[A-Za-z0-9+/]+={0,2}$/.test(text) && bytes.length === 32) return new Uint8Array(bytes);
  context.addIssue('must be 32 bytes in base64; make one with: openssl rand -base64 32');
  return z.NEVER;
});

const port = matching(/^\d{1,5}$/, 'must be a port from 1 to 65535')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, { message: 'must be a port from 1 to 65535' });

const listOfUsers = z
  .string()
  .transform((text) => text.split(',').map((id) => id.trim()))
  .refine((ids) => ids.every((id) => /^[UW][A-Z0-9]+$/.test(id)), {
    message: 'must be user ids such as U012ABCDEF, separated by commas (in a profile: ⋮, Copy member ID)',
  });

const level = z.enum(
  ['debug', 'info', 'warn', 'error', 'silent'],
  'must be debug, info, warn, error or silent',
);

const locale = z.string().refine(isLang, 'must be id (Indonesian) or en (English)');

const timeZone = z.string().refine(isZone, 'must be Asia/Jakarta, Asia/Makassar or Asia/Jayapura');

const shape = {
  DATABASE_URL: database.optional().describe('Where records are kept: file: and a path.'),
  DATA_KEY: dataKey.optional().describe('Key that encrypts identity numbers: 32 bytes in base64.'),
  TELEGRAM_BOT_TOKEN: matching(/^\d+:[\w-]+$/, 'must look like 123456:ABC-DEF, as @BotFather wrote it')
    .optional()
    .describe('Token of the Telegram bot, from @BotFather.'),
  TELEGRAM_API_ROOT: webAddress.optional().describe('Address of your own Telegram Bot API server.'),
  TELEGRAM_WEBHOOK_URL: webAddress
    .optional()
    .describe('Public https address where Telegram delivers; without it the bot asks Telegram itself.'),
  TELEGRAM_WEBHOOK_SECRET: matching(/^[\w-]{1,256}$/, 'must be 1 to 256 letters, digits, _ or -')
    .optional()
    .describe('Any secret of your own, by which the bot knows that a delivery comes from Telegram.'),
  SLACK_BOT_TOKEN: matching(/^xoxb-[\w-]+$/, 'must begin with xoxb- (page OAuth & Permissions of your app)')
    .optional()
    .describe('Bot token of the Slack app; it begins with xoxb-.'),
  SLACK_APP_TOKEN: matching(/^xapp-[\w-]+$/, 'must begin with xapp- (page Basic Information of your app)')
    .optional()
    .describe('App-level token of the Slack app for Socket Mode; it begins with xapp-.'),
  SLACK_SIGNING_SECRET: matching(
    /^\w{16,}$/,
    'must be letters and digits only (page Basic Information of your app)',
  )
    .optional()
    .describe('Signing secret of the Slack app, needed where Socket Mode is not used.'),
  SLACK_API_URL: webAddress
    .optional()
    .describe('Address of the Slack Web API, where it is not the usual one.'),
  SLACK_DESK_CHANNEL: matching(
    /^[CG][A-Z0-9]+$/,
    'must be a channel id such as C012ABCDEF (in the channel: About)',
  )
    .optional()
    .describe('Id of the Slack channel where staff receive hand-overs and digests.'),
  SLACK_ADMINS: listOfUsers
    .optional()
    .describe('Ids of Slack users who are administrators from the start, separated by commas.'),
  HTTP_PORT: port
    .optional()
    .describe('Port for webhooks, /healthz and /metrics; nothing is opened without it.'),
  LOG_LEVEL: level
    .default('info')
    .describe('How much the bot writes about itself: debug, info, warn, error or silent.'),
  LOCALE: locale.default('id').describe('Language for people who have not chosen one: id or en.'),
  TIME_ZONE: timeZone
    .default('Asia/Jakarta')
    .describe('Time zone where a place does not say another: Asia/Jakarta, Asia/Makassar or Asia/Jayapura.'),
} as const;

type SettingName = keyof typeof shape;

const names = Object.keys(shape) as SettingName[];

/** Every setting with its one-line description, in the order of `.env.example`. */
export const settings: readonly { readonly name: string; readonly about: string }[] = names.map((name) => ({
  name,
  about: shape[name].description ?? '',
}));

const schema = z.object(shape);
type Values = z.infer<typeof schema>;

/** What settings demand of one another, whether or not each is right by itself. One problem for each missing setting. */
function findConflicts(given: Readonly<Partial<Record<SettingName, string>>>): string[] {
  const missing = new Map<SettingName, string>();
  const has = (name: SettingName): boolean => given[name] !== undefined;
  const demand = (name: SettingName, why: string) => {
    if (!has(name)) missing.set(name, why);
  };
  for (const name of ['TELEGRAM_WEBHOOK_URL', 'TELEGRAM_WEBHOOK_SECRET'] as const) {
    if (!has(name)) continue;
    demand('TELEGRAM_BOT_TOKEN', `${name} is set`);
    demand('TELEGRAM_WEBHOOK_URL', `${name} is set`);
    demand('TELEGRAM_WEBHOOK_SECRET', `${name} is set`);
    demand('HTTP_PORT', `${name} is set, and Telegram delivers to that port`);
  }
  for (const name of [
    'SLACK_APP_TOKEN',
    'SLACK_SIGNING_SECRET',
    'SLACK_DESK_CHANNEL',
    'SLACK_ADMINS',
  ] as const) {
    if (has(name)) demand('SLACK_BOT_TOKEN', `${name} is set`);
  }
  if (has('SLACK_BOT_TOKEN') && !has('SLACK_APP_TOKEN')) {
    const why =
      'Slack delivers over HTTP; or set SLACK_APP_TOKEN for Socket Mode, which needs no public address';
    demand('SLACK_SIGNING_SECRET', why);
    demand('HTTP_PORT', why);
  }
  const problems = [...missing].map(([name, why]) => `${name} is missing: ${why}`);
  if (given.TELEGRAM_WEBHOOK_URL?.startsWith('http://') && !has('TELEGRAM_API_ROOT')) {
    problems.push('TELEGRAM_WEBHOOK_URL must begin with https://: Telegram delivers nowhere else');
  }
  return problems;
}

function toTelegram(values: Values): TelegramConfig | null {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = values;
  if (token === undefined) return null;
  const apiRoot = (values.TELEGRAM_API_ROOT ?? telegramCloud).replace(/\/+$/, '');
  const port = values.HTTP_PORT;
  const isWebhook = url !== undefined && secret !== undefined && port !== undefined;
  return { token, apiRoot, mode: isWebhook ? { kind: 'webhook', url, secret, port } : { kind: 'polling' } };
}

function toSlack(values: Values): SlackConfig | null {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
  } = values;
  if (botToken === undefined) return null;
  const common = {
    botToken,
    apiUrl: `${(values.SLACK_API_URL ?? slackCloud).replace(/\/+$/, '')}/`,
    deskChannel: values.SLACK_DESK_CHANNEL ?? null,
    admins: values.SLACK_ADMINS ?? [],
  };
  if (appToken !== undefined) return { ...common, mode: { kind: 'socket', appToken } };
  if (signingSecret === undefined || values.HTTP_PORT === undefined) return null;
  return { ...common, mode: { kind: 'http', signingSecret, port: values.HTTP_PORT } };
}

/** Reads settings from the given environment. A setting that is empty counts as not set. */
export function parseConfig(env: Environment): ParsedConfig {
  const given: Partial<Record<SettingName, string>> = {};
  for (const name of names) {
    const value = env[name]?.trim();
    if (value !== undefined && value !== '') given[name] = value;
  }
  const parsed = schema.safeParse(given);
  const ofEach = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  const problems = [...ofEach, ...findConflicts(given)];
  if (!parsed.success || problems.length > 0) return { kind: 'invalid', problems };
  const values = parsed.data;
  const telegram = toTelegram(values);
  const slack = toSlack(values);
  const demo = telegram === null && slack === null && values.DATABASE_URL === undefined;
  return {
    kind: 'ok',
    config: {
      database: { kind: 'sqlite', file: values.DATABASE_URL ?? (demo ? demoFile : defaultFile) },
      demo,
      dataKey: values.DATA_KEY,
      telegram,
      slack,
      httpPort: values.HTTP_PORT ?? null,
      logLevel: values.LOG_LEVEL,
      locale: values.LOCALE,
      timeZone: values.TIME_ZONE,
    },
  };
}

/** The settings in `.env` of a folder; an empty object where there is no such file. Throws when it cannot be read. */
function readEnvFile(folder: string): Environment {
  try {
    return parseEnv(readFileSync(join(folder, '.env'), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}

/** Names in `.env` that look like ours and are not, most often a slip of the finger that would go unnoticed. */
function findStrangers(file: Environment): string[] {
  const known = new Set(settings.map(({ name }) => name));
  return Object.keys(file)
    .filter(
      (name) => /^(TELEGRAM|SLACK|DATA|DATABASE|HTTP|LOG|LOCALE|TIME)(_|$)/.test(name) && !known.has(name),
    )
    .map((name) => `${name} in .env is no setting of Dayabot; .env.example lists them all`);
}

/** Reads the settings from the environment and `.env` in the working directory; where both name one, the environment wins. */
export function loadConfig(env: Environment = process.env, folder: string = process.cwd()): ParsedConfig {
  let file: Environment;
  try {
    file = readEnvFile(folder);
  } catch {
    return {
      kind: 'invalid',
      problems: ['.env cannot be read: check that it is a file and that you may read it'],
    };
  }
  const parsed = parseConfig({ ...file, ...env });
  const strangers = findStrangers(file);
  if (strangers.length === 0) return parsed;
  return { kind: 'invalid', problems: [...(parsed.kind === 'invalid' ? parsed.problems : []), ...strangers] };
}
