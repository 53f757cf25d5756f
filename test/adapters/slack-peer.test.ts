/** The whole bot on a Slack written by others (local-slack), which checks less than ours and was made without us. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SlackConfig } from '../../adapters/slack/config.ts';
import { createSlack } from '../../adapters/slack/create.ts';
import { createAssistant } from '../../src/cli/assistant.ts';
import { openStore } from '../../src/cli/open.ts';
import { fillDemo } from '../../src/demo.ts';
import { linkAccount, noteAccount } from '../../src/people/index.ts';
import { monday, testConfig } from '../support/assistant.ts';
import { createTestClock } from '../support/clock.ts';
import { temporaryFolder } from '../support/folder.ts';
import { root } from '../support/sources.ts';

const binary = join(root, 'node_modules/local-slack-linux-x64/bin/local-slack');
const missing = existsSync(binary) ? undefined : 'local-slack is published for Linux on Intel and AMD only';

const app = {
  appId: 'A01APP',
  botUserId: 'U0BOT',
  botName: 'dayabot',
  botToken: 'xoxb-peer',
  appToken: 'xapp-peer',
  signingSecret: 'peersigningsecret00',
};
const dm = 'D01RINA';

interface PeerMessage {
  readonly ts: string;
  readonly user?: string;
  readonly text: string;
  readonly blocks?: readonly {
    readonly type: string;
    readonly block_id?: string;
    readonly elements?: readonly {
      readonly text?: { readonly text: string };
      readonly action_id?: string;
      readonly value?: string;
    }[];
  }[];
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function startPeer(mode: 'socket' | 'events', requestUrl: string) {
  const folder = temporaryFolder();
  const port = await freePort();
  const config = join(folder, 'workspace.json');
  writeFileSync(
    config,
    JSON.stringify({
      workspace: { name: 'Kemensos', domain: 'kemensos', teamId: 'T01' },
      apps: [{ ...app, mode, requestUrl }],
      users: [{ id: 'U01RINA', name: 'rina', real_name: 'Rina Wati' }],
      channels: [
        { id: dm, name: 'rina', is_im: true, is_channel: false, members: ['U01RINA', app.botUserId] },
      ],
    }),
  );
  const child: ChildProcess = spawn(
    binary,
    ['--config', config, '--port', String(port), '--base-host', '127.0.0.1', '--files-dir', folder],
    {
      stdio: 'ignore',
    },
  );
  onTestFinished(() => {
    child.kill();
  });
  const url = `http://127.0.0.1:${port}`;
  await expect
    .poll(
      () =>
        fetch(`${url}/_control/state`).then(
          (r) => r.ok,
          () => false,
        ),
      { timeout: 15_000 },
    )
    .toBe(true);
  const control = async (path: string, body: object) => {
    const response = await fetch(`${url}/_control${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.ok, `${path}: ${await response.clone().text()}`).toBe(true);
  };
  return {
    url,
    say: (text: string) => control('/message', { channel: dm, user: 'U01RINA', text }),
    command: (text: string) => control('/command', { channel: dm, user: 'U01RINA', command: '/daya', text }),
    async messages(): Promise<readonly PeerMessage[]> {
      const body = (await (await fetch(`${url}/_control/messages/${dm}`)).json()) as
        | { messages?: PeerMessage[] }
        | PeerMessage[];
      const all = Array.isArray(body) ? body : (body.messages ?? []);
      return all.filter((message) => message.user !== 'U01RINA');
    },
    async press(label: string): Promise<void> {
      for (const message of (await this.messages()).toReversed()) {
        for (const block of message.blocks ?? []) {
          const element = block.elements?.find((one) => one.text?.text === label);
          if (element === undefined) continue;
          const action = {
            type: 'button',
            action_id: element.action_id,
            block_id: block.block_id ?? 'b',
            value: element.value,
          };
          return control('/interact', { channel: dm, messageTs: message.ts, user: 'U01RINA', action });
        }
      }
      throw new Error(`nobody shows the button ${label}`);
    },
  };
}

async function listen() {
  let handle: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  const server = createServer((request, response) => handle?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const route: Extract<SlackConfig['mode'], { kind: 'http' }>['route'] = (_path, handler) => {
    handle = handler;
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`, route };
}

describe('on a Slack written by others', () => {
  it.for(['socket', 'events'] as const)(
    'the bot answers, logs and takes back (%s)',
    { timeout: 60_000 },
    async (mode, context) => {
      if (missing !== undefined) return context.skip(missing);
      const http = await listen();
      const peer = await startPeer(mode, http.url);
      const clock = createTestClock(monday);
      const opened = await openStore(testConfig(temporaryFolder()), clock);
      await fillDemo(opened.store, {
        now: clock.now(),
        zone: 'Asia/Jakarta',
        platform: 'console',
        people: 0,
      });
      await opened.store.write(async (tx) => {
        await noteAccount(tx, {
          id: 'slack|U01RINA',
          platform: 'slack',
          shownName: 'rina',
          now: clock.now(),
        });
        await linkAccount(tx, 'slack|U01RINA', 'rina', clock.now());
      });
      const assistant = await createAssistant(opened, { log: () => undefined, unlimitedSending: true });
      const adapter = createSlack({
        botToken: app.botToken,
        apiUrl: `${peer.url}/api/`,
        mode:
          mode === 'socket'
            ? { kind: 'socket', appToken: app.appToken }
            : { kind: 'http', signingSecret: app.signingSecret, route: http.route },
        deskChannel: null,
        now: () => clock.now(),
        log: () => undefined,
      });
      await assistant.start([adapter]);
      onTestFinished(async () => {
        await assistant.stop();
        await opened.store.close();
      });
      const said = async () => (await peer.messages()).map((message) => message.text).join('\n');

      await peer.say('apa itu prokus');
      await expect.poll(said, { timeout: 10_000 }).toContain('Sumber:');
      await peer.command('sesi siti mentoring 90m kas rapi, omzet 1,2jt');
      await expect.poll(said, { timeout: 10_000 }).toContain('Tersimpan no. 3');
      expect(await said()).toContain('omzet Rp1.200.000');
      await peer.press('Batalkan');
      await expect.poll(said, { timeout: 10_000 }).toContain('Catatan no. 3 dibatalkan');
      expect(await said()).not.toContain('Tersimpan no. 3');
    },
  );
});
