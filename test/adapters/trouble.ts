/** The cases of the contract in which the platform refuses, breaks off or was not listened to. */
import { expect } from 'vitest';
import type { Delivered, Failure } from '../../src/chat/adapter.ts';
import type { Opened } from './contract-app.ts';
import type { StageUser, Trouble } from './harness.ts';
import { textOf } from './shown.ts';

export type Play = (opened: Opened) => Promise<void>;

const textPart = (text: string, replaces?: string) => ({
  kind: 'part' as const,
  part: {
    blocks: [{ kind: 'text' as const, text: [text] }],
    audience: 'everyone' as const,
    ...(replaces === undefined ? {} : { replaces }),
  },
});

const expectFailure = async (opened: Opened, user: StageUser, kind: Trouble): Promise<Failure> => {
  opened.stage.trouble(kind, user);
  const result: Delivered = await opened.stage.adapter.deliver(user.address, textPart('halo'));
  if (result.kind !== 'failed') throw new Error(`the message was delivered in spite of: ${kind}`);
  return result.failure;
};

export const troubleCases = {
  async 'a rate limit is told with its time, and the message waits for it'(opened) {
    const { app, clock, stage } = opened;
    const siti = await stage.arrive('Siti');
    expect(await expectFailure(opened, siti, 'rate-limited')).toEqual({
      kind: 'rate-limited',
      retryAfterMs: 7_000,
    });
    stage.trouble('rate-limited', siti);
    await siti.command('gema', 'sabar');
    await stage.acknowledged();
    await expect.poll(() => clock.pending).toContain(7_000);
    expect(siti.shown()).toEqual([]);
    await clock.advance(7_000);
    await app.idle();
    expect(textOf(siti.shown())).toBe('sabar');
  },

  async 'being blocked by a person is told as such'(opened) {
    const siti = await opened.stage.arrive('Siti');
    expect(await expectFailure(opened, siti, 'blocked')).toEqual({ kind: 'blocked' });
  },

  async 'a place that is gone is told as such'(opened) {
    const siti = await opened.stage.arrive('Siti');
    expect(await expectFailure(opened, siti, 'gone')).toEqual({ kind: 'gone' });
  },

  async 'a place that moved is told with its new address'(opened) {
    const siti = await opened.stage.arrive('Siti');
    const failure = await expectFailure(opened, siti, 'moved');
    expect(failure.kind).toBe('moved');
    const to = failure.kind === 'moved' ? failure.to : siti.address;
    expect(to.place).not.toBe(siti.address.place);
    expect(await opened.stage.adapter.deliver(to, textPart('halo'))).toMatchObject({ kind: 'delivered' });
  },

  async 'a message that the platform will never take is told with the reason'(opened) {
    const siti = await opened.stage.arrive('Siti');
    expect(await expectFailure(opened, siti, 'rejected')).toEqual({
      kind: 'rejected',
      reason: expect.stringMatching(/\w/),
    });
  },

  async 'what is refused with its link comes again in words'(opened) {
    const { quiet, stage, takeComplaints } = opened;
    const siti = await stage.arrive('Siti');
    stage.trouble('rejected', siti);
    await siti.command('semua');
    await quiet();
    expect(textOf(siti.shown())).toContain('Cek & <lihat>: https://example.org/a?b=1');
    expect(takeComplaints()).toEqual([expect.stringContaining('outbox.in-words')]);
  },

  async 'a broken connection is told, with what is known about the message'(opened) {
    const siti = await opened.stage.arrive('Siti');
    for (const kind of ['cut-before', 'cut-after'] as const) {
      expect(await expectFailure(opened, siti, kind)).toMatchObject({ kind: 'network', sent: 'maybe' });
    }
  },

  async 'changing a message that is gone says so'({ stage }) {
    const siti = await stage.arrive('Siti');
    const sent = await stage.adapter.deliver(siti.address, textPart('halo'));
    const ref = sent.kind === 'delivered' ? (sent.refs[0] ?? '') : '';
    expect(await stage.adapter.deliver(siti.address, textPart('halo lagi', ref))).toEqual({
      kind: 'delivered',
      refs: [ref],
    });
    expect(await stage.adapter.deliver(siti.address, textPart('halo lagi', ref))).toEqual({
      kind: 'delivered',
      refs: [ref],
    });
    expect(await stage.adapter.deliver(siti.address, textPart('halo', `${ref}999`))).toEqual({
      kind: 'failed',
      failure: { kind: 'gone' },
    });
  },

  async 'what is sent while the bot is away comes in when it is back'({ app, quiet, records, stage }) {
    const siti = await stage.arrive('Siti');
    await siti.command('catat', 'satu');
    await quiet();
    await stage.adapter.stop();
    const said = siti.command('catat', 'dua');
    await new Promise((resolve) => setImmediate(resolve));
    expect(await records()).toBe(1);
    await stage.adapter.start(app.receive);
    await said;
    await quiet();
    expect(await records()).toBe(2);
  },
} satisfies Record<string, Play>;
