/** The whole bot against a Telegram written by others: a question, a log, a button. */
import { expect, onTestFinished, test } from 'vitest';
import { createTelegram } from '../../adapters/telegram/create.ts';
import { startAssistant } from '../support/assistant.ts';
import { startPeer } from '../support/telegram/peer.ts';
import { token } from '../support/telegram/stand-in.ts';

const tenSecondsMs = 10_000;

test('a facilitator arrives, asks, logs a session and takes it back', async () => {
  const peer = await startPeer();
  onTestFinished(peer.close);
  const telegram = createTelegram({
    token,
    apiRoot: peer.root,
    mode: { kind: 'polling' },
    now: () => Date.now(),
    log: () => undefined,
  });
  const { app, clock, complaints, say } = await startAssistant({ adapters: [telegram] });
  /** What stands in the chat after something was done; time passes, so that the send budget is never in the way. */
  const after = async (act: () => void) => {
    await clock.advance(tenSecondsMs);
    act();
    await peer.taken();
    await app.idle();
    return peer.shown();
  };
  const [invitation] = await say('joko', '/undang pendamping Semarang Tengah, Rina Kedua');
  const code = /start ([A-Z0-9-]+)/.exec(invitation?.text ?? '')?.[1] ?? '';

  const answer = (await after(() => peer.say('apa itu pkh?'))).at(-1);
  expect(answer?.text).toContain('Sumber:');
  expect(answer?.buttons.length).toBeGreaterThan(0);

  const welcome = (await after(() => peer.say(`/start ${code}`))).at(-1);
  expect(welcome?.text).toContain('Selamat datang, Rina Kedua');

  const consent = (await after(() => peer.say('/warga Nyai Dasima, desa Pekunden'))).at(-1);
  expect(consent?.text).toContain('Nyai Dasima');
  await after(() => peer.press('Setuju, simpan'));

  const receipt = (await after(() => peer.say('/sesi dasima mentoring 90m kas rapi, omzet 1,2jt'))).at(-1);
  expect(receipt?.text).toContain('Tersimpan no. 1 · Nyai Dasima');
  expect(receipt?.buttons).toContain('Batalkan');

  const undone = await after(() => peer.press('Batalkan'));
  expect(undone.at(-1)).toMatchObject({ id: receipt?.id, text: expect.stringContaining('dibatalkan') });
  expect(peer.calls.map(({ method }) => method)).toContain('answerCallbackQuery');
  expect(complaints).toEqual([]);
});
