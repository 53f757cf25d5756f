import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { type Config, loadConfig, parseConfig, settings } from '../src/config.ts';

const telegram = { TELEGRAM_BOT_TOKEN: '123456:ABC-DEF_ghi' };
const slack = { SLACK_BOT_TOKEN: 'xoxb-1-2-abc' };
const socket = { ...slack, SLACK_APP_TOKEN: 'xapp-1-A-2-abc' };
const secret = '0123456789abcdef0123456789abcdef';
const http = { ...slack, SLACK_SIGNING_SECRET: secret, HTTP_PORT: '8080' };

function config(env: Record<string, string>): Config {
  const parsed = parseConfig(env);
  if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('\n'));
  return parsed.config;
}

const problems = (env: Record<string, string>): readonly string[] => {
  const parsed = parseConfig(env);
  return parsed.kind === 'invalid' ? parsed.problems : [];
};

describe('settings that are right', () => {
  it('talk in the terminal on sample data when nothing is set', () => {
    expect(config({})).toEqual({
      database: { kind: 'sqlite', file: 'data/demo.db' },
      demo: true,
      dataKey: undefined,
      telegram: null,
      slack: null,
      httpPort: null,
      logLevel: 'info',
      locale: 'id',
      timeZone: 'Asia/Jakarta',
    });
  });

  it('keep real records as soon as a token or a database is set', () => {
    expect(config(telegram)).toMatchObject({ demo: false, database: { file: 'data/dayabot.db' } });
    expect(config({ DATABASE_URL: 'file:other.db' })).toMatchObject({
      demo: false,
      database: { file: 'other.db' },
    });
  });

  it.each([
    ['file:data/a.db', 'data/a.db'],
    ['file:/var/lib/a.db', '/var/lib/a.db'],
    ['file:///var/lib/a%20b.db', '/var/lib/a b.db'],
  ])('read the path in %s', (url, file) => {
    expect(config({ DATABASE_URL: url }).database.file).toBe(file);
  });

  it('ask Telegram for updates unless a webhook is set', () => {
    expect(config(telegram).telegram).toEqual({
      token: '123456:ABC-DEF_ghi',
      apiRoot: 'https://api.telegram.org',
      mode: { kind: 'polling' },
    });
    const webhook = {
      TELEGRAM_WEBHOOK_URL: 'https://bot.example/tg',
      TELEGRAM_WEBHOOK_SECRET: 's3',
      HTTP_PORT: '8443',
    };
    expect(config({ ...telegram, ...webhook }).telegram?.mode).toEqual({
      kind: 'webhook',
      url: 'https://bot.example/tg',
      secret: 's3',
      port: 8443,
    });
  });

  it('accept a webhook without encryption only from a Bot API server of one’s own', () => {
    const plain = {
      ...telegram,
      TELEGRAM_WEBHOOK_URL: 'http://bot/tg',
      TELEGRAM_WEBHOOK_SECRET: 's',
      HTTP_PORT: '80',
    };
    expect(problems(plain)).toEqual([
      'TELEGRAM_WEBHOOK_URL must begin with https://: Telegram delivers nowhere else',
    ]);
    expect(config({ ...plain, TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/' }).telegram?.apiRoot).toBe(
      'http://127.0.0.1:8081',
    );
  });

  it('use Socket Mode when an app token is set, HTTP otherwise', () => {
    expect(config(socket).slack).toEqual({
      botToken: 'xoxb-1-2-abc',
      apiUrl: 'https://slack.com/api/',
      mode: { kind: 'socket', appToken: 'xapp-1-A-2-abc' },
      deskChannel: null,
      admins: [],
    });
    expect(config(http).slack?.mode).toEqual({ kind: 'http', signingSecret: secret, port: 8080 });
    expect(config({ ...http, ...socket }).slack?.mode.kind).toBe('socket');
  });

  it('read lists, and end the address of the Slack API with a slash', () => {
    const { slack: found } = config({
      ...socket,
      SLACK_ADMINS: 'U01, W02',
      SLACK_DESK_CHANNEL: 'C03',
      SLACK_API_URL: 'http://127.0.0.1:9/api',
    });
    expect(found).toMatchObject({
      admins: ['U01', 'W02'],
      deskChannel: 'C03',
      apiUrl: 'http://127.0.0.1:9/api/',
    });
  });

  it('read a key of 32 bytes', () => {
    const key = Uint8Array.from({ length: 32 }, (_, at) => at * 7);
    expect(config({ DATA_KEY: Buffer.from(key).toString('base64') }).dataKey).toEqual(key);
  });

  it('count an empty setting as not set', () => {
    expect(config({ TELEGRAM_BOT_TOKEN: '', SLACK_BOT_TOKEN: ' ', LOG_LEVEL: '' }).demo).toBe(true);
  });
});

describe('settings that are wrong', () => {
  const wrong = {
    DATABASE_URL: 'wrong-database',
    DATA_KEY: 'wrong-key',
    TELEGRAM_BOT_TOKEN: 'wrong-token',
    TELEGRAM_API_ROOT: 'wrong-root',
    TELEGRAM_WEBHOOK_URL: 'wrong-url',
    TELEGRAM_WEBHOOK_SECRET: 'wrong secret',
    SLACK_BOT_TOKEN: 'wrong-bot',
    SLACK_APP_TOKEN: 'wrong-app',
    SLACK_SIGNING_SECRET: 'wrong-signing',
    SLACK_API_URL: 'wrong-api',
    SLACK_DESK_CHANNEL: '#wrong',
    SLACK_ADMINS: 'wrong-user',
    HTTP_PORT: 'wrong-port',
    LOG_LEVEL: 'wrong-level',
    LOCALE: 'wrong-locale',
    TIME_ZONE: 'wrong-zone',
  };

  it('are all named at once, each with the cure', () => {
    expect(problems(wrong).map((problem) => problem.split(' ')[0])).toEqual(Object.keys(wrong));
    expect(Object.keys(wrong).sort()).toEqual(settings.map(({ name }) => name).sort());
  });

  it('are never printed', () => {
    expect(problems(wrong).join('\n')).not.toMatch(/wrong/);
  });

  it.each(['postgres://bot:hush@db/daya', 'postgresql://bot:hush@db/daya'])(
    'say of %s to use a file for now',
    (url) => {
      expect(problems({ DATABASE_URL: url })).toEqual([
        'DATABASE_URL names a PostgreSQL server, which this version cannot use yet; use file:data/dayabot.db',
      ]);
    },
  );

  it.each(['file:', 'file:data/', 'file::memory:', 'file://host/a.db', 'data/a.db'])(
    'refuse %s as a store',
    (url) => {
      expect(problems({ DATABASE_URL: url })).toHaveLength(1);
    },
  );

  it.each(['0', '65536', '80a', '-1'])('refuse %s as a port', (port) => {
    expect(problems({ HTTP_PORT: port })).toEqual(['HTTP_PORT must be a port from 1 to 65535']);
  });

  it('name each thing that Slack over HTTP lacks, and the simpler way', () => {
    const found = problems(slack);
    expect(found.map((problem) => problem.split(' ')[0])).toEqual(['SLACK_SIGNING_SECRET', 'HTTP_PORT']);
    expect(found[0]).toContain('SLACK_APP_TOKEN');
  });

  it('name what a webhook lacks', () => {
    expect(problems({ ...telegram, TELEGRAM_WEBHOOK_URL: 'https://bot.example' })).toEqual([
      'TELEGRAM_WEBHOOK_SECRET is missing: TELEGRAM_WEBHOOK_URL is set',
      'HTTP_PORT is missing: TELEGRAM_WEBHOOK_URL is set, and Telegram delivers to that port',
    ]);
  });

  it('name the bot token where only other settings of the platform are set', () => {
    expect(problems({ SLACK_DESK_CHANNEL: 'C01' })).toEqual([
      'SLACK_BOT_TOKEN is missing: SLACK_DESK_CHANNEL is set',
    ]);
  });
});

describe('.env', () => {
  const folders: string[] = [];
  const folder = (text?: string): string => {
    const made = mkdtempSync(join(tmpdir(), 'dayabot-env-'));
    folders.push(made);
    if (text !== undefined) writeFileSync(join(made, '.env'), text);
    return made;
  };
  afterEach(() => {
    for (const made of folders.splice(0)) rmSync(made, { recursive: true });
  });

  it('is read from the working directory, and the environment wins over it', () => {
    const loaded = loadConfig({ LOCALE: 'en' }, folder('LOCALE=id\nTIME_ZONE="Asia/Jayapura" # Papua\n'));
    expect(loaded).toMatchObject({ kind: 'ok', config: { locale: 'en', timeZone: 'Asia/Jayapura' } });
  });

  it('may be absent', () => {
    expect(loadConfig({}, folder()).kind).toBe('ok');
  });

  it('is named when it cannot be read', () => {
    const made = folder();
    mkdirSync(join(made, '.env'));
    expect(loadConfig({}, made)).toEqual({
      kind: 'invalid',
      problems: ['.env cannot be read: check that it is a file and that you may read it'],
    });
  });

  it('may not hold a misspelt setting, which would go unnoticed', () => {
    expect(loadConfig({}, folder('TELEGRAM_TOKEN=1:a\nLOCALE=xx\nCOMPOSE_PROJECT_NAME=daya\n'))).toEqual({
      kind: 'invalid',
      problems: [
        'LOCALE must be id (Indonesian) or en (English)',
        'TELEGRAM_TOKEN in .env is no setting of Dayabot; .env.example lists them all',
      ],
    });
  });
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');

  it('lists exactly the settings there are', () => {
    const listed = [...text.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
    expect(listed.toSorted()).toEqual(settings.map(({ name }) => name).sort());
  });

  it('describes each setting right above it, as the program does', () => {
    for (const { name, about } of settings) {
      const block = text.split('\n\n').find((one) => one.includes(`\n${name}=`)) ?? '';
      expect(block.split('\n')[0]).toBe(`# ${about}`);
    }
  });

  it('changes nothing when it is copied to .env as it is', () => {
    expect(parseConfig(parseEnv(text))).toEqual(parseConfig({}));
  });
});
