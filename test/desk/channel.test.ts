/** Questions that ask the same, in the staff's channel on Slack: one card, changed in place, and windows for the answers. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSlack } from '../../adapters/slack/create.ts';
import { createAssistant } from '../../src/cli/assistant.ts';
import { openStore } from '../../src/cli/open.ts';
import { insertPerson, insertRole, linkAccount, noteAccount } from '../../src/people/index.ts';
import { monday, testConfig } from '../support/assistant.ts';
import { createTestClock } from '../support/clock.ts';
import { temporaryFolder } from '../support/folder.ts';
import { createPerson, readMessage, type SlackUser } from '../support/slack/people.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import { appToken, botToken } from '../support/slack/world.ts';

const desk = 'C0DESK';
const hourMs = 3_600_000;

async function start(at: number) {
  const clock = createTestClock(at);
  const slack = await startSlack('socket', () => clock.now());
  slack.world.channels.add(desk);
  const opened = await openStore(testConfig(temporaryFolder()), clock);
  const complaints: string[] = [];
  const log = (level: string, event: string, details: object = {}) => {
    if (level === 'warn' || level === 'error') complaints.push(`${event} ${JSON.stringify(details)}`);
  };
  const now = () => clock.now();
  const deskPlace = { platform: 'slack', place: desk, kind: 'group' as const };
  const app = await createAssistant(opened, { log, deskPlace, unlimitedSending: true });
  const mode = { kind: 'socket' as const, appToken };
  await app.start([createSlack({ botToken, apiUrl: slack.apiUrl, mode, deskChannel: desk, now, log })]);
  await app.scheduler.tick();
  onTestFinished(async () => {
    await app.stop();
    await slack.close();
    await opened.store.close();
    expect(complaints).toEqual([]);
  });
  const staff = async (id: string) => {
    const user = createPerson(slack, id);
    await opened.store.write(async (tx) => {
      await insertPerson(tx, { id, name: id, area: 'ID', now: now() });
      await insertRole(tx, { person: id, role: 'staff', area: 'ID', grantedBy: 'test', now: now() });
      await noteAccount(tx, {
        id: `slack|${user.id}`,
        platform: 'slack',
        shownName: id,
        address: { platform: 'slack', place: user.dm, kind: 'private' },
        now: now(),
      });
      await linkAccount(tx, `slack|${user.id}`, id, now());
    });
    return user;
  };
  const quiet = async () => {
    await slack.deliveries.quiet();
    await app.idle();
    await app.idle();
  };
  const ask = async (user: SlackUser, text: string) => {
    await user.type(text).done;
    await quiet();
  };
  const press = async (user: SlackUser, label: string, channel = desk) => {
    await user.press(label, channel);
    await quiet();
  };
  /** What everybody in the channel sees, without what is said to one person. */
  const cards = (user: SlackUser) =>
    user.sees(desk).flatMap((message) => (message.only === undefined ? [readMessage(message)] : []));
  const told = (user: SlackUser, channel = user.dm) => user.sees(channel).map(readMessage).join('\n---\n');
  return { app, ask, cards, clock, press, quiet, slack, staff, told };
}

const halal = 'cara mengurus sertifikat halal untuk warung gimana ya';
const halalToo = 'sertifikat halal untuk warung ngurusnya gimana';

const answer = {
  topic: 'new',
  label: 'Sertifikat halal warung',
  id: 'Daftar di ptsp.halal.go.id. Langkah berikutnya: tanyakan ke pendamping.',
  source: 'Panduan',
  url: 'halal.go.id/panduan',
  year: '2025',
};

describe('questions that ask the same, in the desk’s channel', () => {
  it('are one card that changes in place, answered in a window, adopted by a second person', async () => {
    const { ask, cards, press, quiet, slack, staff, told } = await start(monday);
    const [dewi, joko] = [await staff('dewi'), await staff('joko')];
    const [siti, budi, ani] = ['siti', 'budi', 'ani'].map((name) => createPerson(slack, name));
    if (siti === undefined || budi === undefined || ani === undefined) throw new Error('nobody');
    await ask(siti, halal);
    expect(cards(dewi)).toEqual([]);
    await ask(budi, halalToo);
    await ask(ani, 'sertifikat halal untuk warung cara ngurusnya gimana');
    expect(cards(dewi)).toHaveLength(1);
    expect(cards(dewi)[0]).toContain('3 penanya');

    await press(siti, 'Jawab');
    expect(told(siti, desk)).toContain('hanya untuk petugas');
    await press(dewi, 'Jawab');
    expect(await dewi.submit({ ...answer, id: 'Pasti cair besok.', year: '1800' })).toMatchObject({
      id: expect.stringContaining('menjanjikan bantuan'),
      year: expect.stringContaining('empat angka'),
    });
    expect(await dewi.submit(answer)).toEqual({});
    await quiet();
    for (const user of [siti, budi, ani]) expect(told(user)).toContain('Daftar di ptsp.halal.go.id');
    expect(cards(dewi)).toHaveLength(1);
    expect(cards(dewi)[0]).toContain('Dijawab dewi');

    await press(dewi, 'Jadikan jawaban');
    expect(cards(dewi)).toHaveLength(2);
    await press(dewi, 'Setujui');
    expect(told(dewi, desk)).toContain('Usulan sendiri tidak bisa diputuskan sendiri');
    await press(joko, 'Setujui');
    expect(cards(dewi)[1]).toContain('Disetujui joko');
    await ask(budi, halal);
    expect(told(budi)).toContain('diperiksa petugas kedua');
  });

  it('wait for office hours; whoever is in danger does not', async () => {
    const night = monday + 12 * hourMs;
    const { app, ask, cards, clock, quiet, slack, staff } = await start(night);
    const dewi = await staff('dewi');
    const [siti, budi] = [createPerson(slack, 'siti'), createPerson(slack, 'budi')];
    await ask(siti, halal);
    await ask(budi, halalToo);
    expect(cards(dewi)).toEqual([]);
    await ask(budi, 'tolong saya dipukuli suami');
    expect(cards(dewi)).toHaveLength(1);
    expect(cards(dewi)[0]).toContain('mungkin ada bahaya');
    await clock.jump(12 * hourMs);
    await app.scheduler.tick();
    await quiet();
    expect(cards(dewi)).toHaveLength(2);
    expect(cards(dewi)[1]).toContain('2 penanya');
  });
});
