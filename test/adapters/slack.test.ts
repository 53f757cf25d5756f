/** What is Slack's own: the desk's channel, threads, the home page, events that come again, signatures, markup. */
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { createSlack } from '../../adapters/slack/create.ts';
import { createAssistant } from '../../src/cli/assistant.ts';
import { openStore } from '../../src/cli/open.ts';
import { insertPerson, insertRole, linkAccount, noteAccount } from '../../src/people/index.ts';
import { monday, testConfig } from '../support/assistant.ts';
import { createTestClock } from '../support/clock.ts';
import { temporaryFolder } from '../support/folder.ts';
import { sign } from '../support/slack/delivery.ts';
import { createPerson, readMessage, type SlackUser } from '../support/slack/people.ts';
import { startSlackStage } from '../support/slack/stage.ts';
import { type SlackStandIn, startSlack } from '../support/slack/stand-in.ts';
import { appToken, botToken, botUser, type Json } from '../support/slack/world.ts';
import { openStage } from './contract-app.ts';
import { openSlack } from './slack-harness.ts';

const desk = 'C0DESK';

/** The whole assistant on Slack, with a channel for the desk and Dewi, who is staff. */
async function startWithDesk() {
  const clock = createTestClock(monday);
  const slack = await startSlack('socket', () => clock.now());
  slack.world.channels.add(desk);
  const config = testConfig(temporaryFolder());
  const opened = await openStore(config, clock);
  const complaints: string[] = [];
  const log = (level: string, event: string, details: object = {}) => {
    if (level === 'warn' || level === 'error') complaints.push(`${event} ${JSON.stringify(details)}`);
  };
  const app = await createAssistant(opened, {
    log,
    deskPlace: { platform: 'slack', place: desk, kind: 'group' },
    unlimitedSending: true,
  });
  const mode = { kind: 'socket' as const, appToken };
  const now = () => clock.now();
  await app.start([createSlack({ botToken, apiUrl: slack.apiUrl, mode, deskChannel: desk, now, log })]);
  onTestFinished(async () => {
    await app.stop();
    await slack.close();
    await opened.store.close();
    expect(complaints).toEqual([]);
  });
  const dewi = createPerson(slack, 'dewi');
  await opened.store.write(async (tx) => {
    await insertPerson(tx, { id: 'dewi', name: 'Dewi Lestari', area: 'ID', now: now() });
    await insertRole(tx, { person: 'dewi', role: 'staff', area: 'ID', grantedBy: 'test', now: now() });
    await noteAccount(tx, { id: `slack|${dewi.id}`, platform: 'slack', shownName: 'dewi', now: now() });
    await linkAccount(tx, `slack|${dewi.id}`, 'dewi', now());
  });
  const quiet = async () => {
    await slack.deliveries.quiet();
    await app.idle();
    // A notice's row is handed over while another is settled.
    await app.idle();
  };
  const said = (user: SlackUser, channel = user.dm) => user.sees(channel).map(readMessage).join('\n---\n');
  return { app, clock, dewi, quiet, said, siti: createPerson(slack, 'siti'), slack };
}

describe('the desk’s channel on Slack', () => {
  it('gets a card, answers from its thread reach the person, and the card shows it in place', async () => {
    const { dewi, quiet, said, siti } = await startWithDesk();
    await siti.type('resep rendang padang yang enak gimana').done;
    await quiet();
    await siti.press('Tanya petugas');
    await quiet();
    expect(said(siti)).toContain('sudah saya teruskan');
    const [card] = dewi.sees(desk);
    expect(readMessage(card ?? ({ blocks: [] } as never))).toContain('resep rendang padang');
    const thread = card?.ts ?? '';

    await dewi.type('menurut saya ini bukan urusan kita', { channel: desk, thread }).done;
    await quiet();
    expect(said(siti)).not.toContain('bukan urusan kita');

    await dewi.type('>> Maaf, kami tidak tahu resepnya', { channel: desk, thread }).done;
    await quiet();
    expect(said(siti)).toContain('Jawaban petugas:\nMaaf, kami tidak tahu resepnya');
    const cards = dewi
      .sees(desk)
      .filter((message) => message.only === undefined && message.thread === undefined);
    expect(cards).toHaveLength(1);
    expect(readMessage(cards[0] ?? ({ blocks: [] } as never))).toContain('Dijawab Dewi Lestari');

    await siti.type('terima kasih ya').done;
    await quiet();
    const inThread = dewi.sees(desk).filter((message) => message.thread === thread);
    expect(inThread.map(readMessage).join()).toContain('terima kasih ya');
  });

  it('is answered with a window, and whoever is no staff is told so privately', async () => {
    const { dewi, quiet, said, siti, slack } = await startWithDesk();
    await siti.type('resep rendang padang yang enak gimana').done;
    await quiet();
    await siti.press('Tanya petugas');
    await quiet();
    const budi = createPerson(slack, 'budi');
    await budi.press('Ambil', desk);
    await quiet();
    expect(said(budi, desk)).toContain('hanya untuk petugas');
    expect(said(dewi, desk)).not.toContain('hanya untuk petugas');
    await dewi.press('Balas warga', desk);
    await quiet();
    expect(await dewi.submit({ text: '   ' })).toMatchObject({
      text: expect.stringContaining('masih kosong'),
    });
    expect(await dewi.submit({ text: 'NIK Ibu 3374010101900001 sudah benar' })).toEqual({});
    await quiet();
    expect(said(siti)).toContain('Jawaban petugas:');
    expect(said(siti)).not.toContain('3374010101900001');
  });

  it('keeps an identity number in a thread from going anywhere', async () => {
    const { dewi, quiet, said, siti } = await startWithDesk();
    await siti.type('resep rendang padang yang enak gimana').done;
    await quiet();
    await siti.press('Tanya petugas');
    await quiet();
    const thread = dewi.sees(desk)[0]?.ts ?? '';
    await dewi.type('>> NIK Ibu 3374010101900001', { channel: desk, thread }).done;
    await quiet();
    expect(said(siti)).not.toContain('Jawaban petugas');
    expect(said(dewi, desk)).toContain('jangan kirim NIK');
  });
});

describe('the home page', () => {
  const wordsOn = (slack: SlackStandIn) => (user: SlackUser) =>
    readMessage({
      ts: '',
      channel: '',
      user: '',
      text: '',
      blocks: (slack.world.homes.get(user.id)?.blocks ?? []) as readonly Json[],
    });

  it('greets, shows staff what waits, and its buttons work', async () => {
    const { dewi, quiet, said, siti, slack } = await startWithDesk();
    const words = wordsOn(slack);
    await siti.openHome();
    await dewi.openHome();
    await quiet();
    expect(words(siti)).toContain('Dayabot');
    expect(words(siti)).not.toContain('Meja petugas');
    expect(words(dewi)).toContain('Meja petugas: tidak ada yang menunggu');
    await siti.pressOnHome('English');
    await quiet();
    expect(said(siti)).toContain('I answer in English');
  });

  it('shows a coordinator the queue, cases, applications and targets, and a press there goes on in the messages', async () => {
    const { assistant, slack, stage, user } = await startSlackStage();
    await stage.say('siti', '/lapor atap bocor');
    await stage.say('siti', 'kota semarang');
    await stage.press('siti', 'Butuh bantuan/layanan');
    const agus = user('agus');
    await agus.openHome();
    await slack.deliveries.quiet();
    await assistant.app.idle();
    const words = wordsOn(slack)(agus);
    for (const part of [
      'Kasus: 1 terbuka',
      'kebutuhan perumahan',
      'Target',
      'Pengajuan: 2 menunggu keputusan',
    ])
      expect(words).toContain(part);
    await agus.pressOnHome('Buka no. 1');
    await slack.deliveries.quiet();
    await assistant.app.idle();
    expect(agus.sees(agus.dm).map(readMessage).join('\n')).toContain('"atap bocor"');
  });

  it('is one page whatever it holds, and is shown anew after what was done on it', async () => {
    const { dewi, quiet, siti, slack } = await startWithDesk();
    const words = wordsOn(slack);
    await siti.type('resep rendang padang yang enak gimana').done;
    await quiet();
    await siti.press('Tanya petugas');
    await dewi.openHome();
    await quiet();
    expect(words(dewi)).toContain('Meja petugas: 1 terbuka');
    // The desk's section has buttons of its own, and so has the help below it.
    expect(words(dewi)).toContain('/daya meja');
    await dewi.pressOnHome('Meja');
    await quiet();
    await dewi.press('Buka no. 1');
    await quiet();
    await dewi.press('Balas warga');
    await quiet();
    expect(await dewi.submit({ text: 'Maaf, kami tidak punya resep.' })).toEqual({});
    await quiet();
    await dewi.press('Selesai');
    await quiet();
    await dewi.pressOnHome('English');
    await quiet();
    expect(words(dewi)).toContain('Staff desk: nothing is waiting');
  });

  it('answers in the channel of the direct messages, where the conversation goes on', async () => {
    const { quiet, said, siti, slack } = await startWithDesk();
    await siti.openHome();
    await quiet();
    await siti.pressOnHome('Cek nama di Cek Bansos');
    await quiet();
    expect(said(siti)).toContain('Sumber:');
    const places = slack.world.messages
      .filter((message) => message.user === botUser)
      .map((one) => one.channel);
    expect(new Set(places)).toEqual(new Set([siti.dm]));
  });
});

describe('the language of a person', () => {
  it('is that of their Slack until they write or choose', async () => {
    const { quiet, said, siti, slack } = await startWithDesk();
    const ann = createPerson(slack, 'ann', 'en-GB');
    await ann.command('bantuan');
    await siti.command('bantuan');
    await quiet();
    expect(said(ann)).toContain('What I can do');
    expect(said(siti)).toContain('Yang bisa saya bantu');
  });
});

describe('events of Slack', () => {
  let complaints: readonly string[] = [];
  afterEach(() => {
    complaints = [];
  });

  it('that could not be stored come again, and then are one record', async () => {
    const opened = await openStage({
      name: 'slack',
      skips: {},
      open: (options) => openSlack('socket', options),
    });
    const siti = await opened.stage.arrive('siti');
    opened.gate.fail(1);
    const [ref] = await siti.say('halo');
    await opened.quiet();
    expect(opened.stage.deliveriesOfNewest).toBeGreaterThan(1);
    expect(await opened.inbox()).toHaveLength(1);
    expect(siti.shown().map(({ text }) => text)).toEqual([`Baru ${ref}\n\nhalo`]);
    complaints = opened.takeComplaints();
    expect(complaints.length).toBeGreaterThan(0);
  });

  it('of other bots, of itself and of channels it was not spoken to in are left alone', async () => {
    const { slack, quiet } = await startWithDesk();
    const base = { channel: 'D0X', channel_type: 'im', ts: '1.1', text: 'halo' };
    for (const inner of [
      { type: 'message', ...base, user: 'U1', bot_id: 'B1' },
      { type: 'message', ...base, user: botUser },
      { type: 'message', ...base, user: 'U1', subtype: 'channel_join' },
      { type: 'reaction_added', user: 'U1' },
    ]) {
      const payload = { type: 'event_callback', event_id: `Ev${JSON.stringify(inner)}`, event: inner };
      expect(await slack.deliveries.deliver({ kind: 'events_api', payload })).toEqual({});
    }
    await quiet();
    expect(slack.world.messages).toEqual([]);
  });

  it.each([
    ['', 'Yang bisa saya bantu'],
    ['bantuan', 'Yang bisa saya bantu'],
    ['BANTUAN', 'Yang bisa saya bantu'],
    ['/bantuan', 'Yang bisa saya bantu'],
    ['bantua', '/daya bantuan'],
    ['ngawur', 'belum kenal perintah'],
  ])('`/daya %s` is understood', async (typed, answer) => {
    const { quiet, said, siti } = await startWithDesk();
    await siti.command(typed);
    await quiet();
    expect(said(siti)).toContain(answer);
  });

  it('mentioning the bot in a channel are answered in the thread', async () => {
    const { quiet, siti, slack } = await startWithDesk();
    slack.world.channels.add('C0UMUM');
    const { done, ts } = siti.type('apa itu prokus', { channel: 'C0UMUM', mention: true });
    await done;
    await quiet();
    const answers = siti.sees('C0UMUM');
    expect(answers.length).toBeGreaterThan(0);
    expect(new Set(answers.map((message) => message.thread))).toEqual(new Set([ts]));
    expect(answers.map(readMessage).join()).toContain('Sumber:');
  });
});

describe('requests over HTTP', () => {
  it.each([
    ['without a signature', () => ({})],
    ['with a wrong signature', (body: string) => sign(body, Date.now(), 'another secret')],
    ['that are six minutes old', (body: string) => sign(body, Date.now() - 6 * 60_000)],
  ])('%s are refused and store nothing', async (_what, headersOf) => {
    const opened = await openStage({
      name: 'slack',
      skips: {},
      open: (options) => openSlack('http', options),
    });
    const body = JSON.stringify({
      type: 'event_callback',
      event_id: 'Ev1',
      event: { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', text: 'halo', ts: '1.1' },
    });
    const stage = opened.stage as Awaited<ReturnType<typeof openSlack>>;
    const response = await fetch(stage.slack.requestUrl, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headersOf(body) },
    });
    expect(response.status).toBe(401);
    expect(await opened.inbox()).toEqual([]);
    opened.takeComplaints();
  });

  it('answer Slack’s question whether the address is ours', async () => {
    const opened = await openStage({
      name: 'slack',
      skips: {},
      open: (options) => openSlack('http', options),
    });
    const stage = opened.stage as Awaited<ReturnType<typeof openSlack>>;
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    const response = await fetch(stage.slack.requestUrl, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...sign(body, Date.now()) },
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('abc');
  });
});
