/** What only Telegram has: topics, albums, forwards, blocking, deep links, menus, groups with several bots. */
import { expect, onTestFinished, test } from 'vitest';
import { createTelegram } from '../../adapters/telegram/create.ts';
import type { Incoming } from '../../src/chat/incoming.ts';
import { startAssistant } from '../support/assistant.ts';
import { badRequest, Refused } from '../support/telegram/refused.ts';
import { startTelegram, token, username } from '../support/telegram/stand-in.ts';
import { openStage } from './contract-app.ts';
import { openTelegram, shownIn, type TelegramStage } from './telegram-harness.ts';

/** The adapter alone: what it makes of what people do. */
async function listen() {
  const telegram = await startTelegram();
  const heard: Incoming[] = [];
  const complaints: string[] = [];
  const adapter = createTelegram({
    token,
    apiRoot: telegram.api.root,
    mode: { kind: 'polling' },
    now: () => 1,
    log: (_level, event) => complaints.push(event),
  });
  await adapter.start(async (batch) => {
    heard.push(...batch);
    return batch.map(() => ({ kind: 'stored' }));
  });
  onTestFinished(async () => {
    await adapter.stop();
    await adapter.close();
    await telegram.close();
  });
  const take = async () => {
    await telegram.updates.taken();
    return heard.splice(0);
  };
  return { adapter, complaints, take, telegram };
}

const topicMessage = { message_thread_id: 77, is_topic_message: true };

test('a topic of a group is a place of its own, and answers stay in it', async () => {
  const { adapter, take, telegram } = await listen();
  const group = telegram.group('Pendamping');
  const siti = telegram.person('Siti');
  siti.type(`@${username} halo`, { chat: group, extra: topicMessage });
  const [heard] = await take();
  expect(heard?.address).toEqual({
    platform: 'telegram',
    place: String(group.id),
    kind: 'group',
    thread: '77',
  });
  if (heard === undefined) return;
  const part = { blocks: [{ kind: 'text' as const, text: ['hai'] }], audience: 'everyone' as const };
  await adapter.deliver(heard.address, { kind: 'part', part });
  await adapter.deliver(heard.address, { kind: 'typing' });
  expect([...group.messages.values()].at(-1)?.thread).toBe(77);
  expect(telegram.api.calls.at(-1)).toMatchObject({
    method: 'sendChatAction',
    given: { message_thread_id: 77 },
  });
});

test('a reply in a group that is no topic stays in the group', async () => {
  const { take, telegram } = await listen();
  const group = telegram.group('Pendamping');
  telegram.person('Siti').type(`@${username} halo`, { chat: group, extra: { message_thread_id: 5 } });
  expect((await take())[0]?.address).not.toHaveProperty('thread');
});

test('a topic that is gone is told as gone', async () => {
  const { adapter, telegram } = await listen();
  const group = telegram.group('Pendamping');
  telegram.api.arrange({
    method: 'sendMessage',
    fault: { kind: 'refuse', error: badRequest('message thread not found') },
  });
  const address = { platform: 'telegram', place: String(group.id), kind: 'group' as const, thread: '77' };
  const part = { blocks: [{ kind: 'text' as const, text: ['hai'] }], audience: 'everyone' as const };
  expect(await adapter.deliver(address, { kind: 'part', part })).toEqual({
    kind: 'failed',
    failure: { kind: 'gone' },
  });
});

test.each([
  ['user is deactivated', 403, { kind: 'gone' }],
  ['bot was kicked from the supergroup chat', 403, { kind: 'gone' }],
  ['the group chat was deleted', 403, { kind: 'gone' }],
  ['bot was blocked by the user', 403, { kind: 'blocked' }],
  ["bot can't initiate conversation with a user", 403, { kind: 'blocked' }],
  ['Bad Gateway', 502, { kind: 'network', reason: 'Bad Gateway', sent: 'maybe' }],
])('"%s" is understood', async (words, code, failure) => {
  const { adapter, telegram } = await listen();
  const { chat } = telegram.person('Siti');
  telegram.api.arrange({ method: 'sendMessage', fault: { kind: 'refuse', error: new Refused(code, words) } });
  const part = { blocks: [{ kind: 'text' as const, text: ['hai'] }], audience: 'everyone' as const };
  const address = { platform: 'telegram', place: String(chat.id), kind: 'private' as const };
  expect(await adapter.deliver(address, { kind: 'part', part })).toEqual({ kind: 'failed', failure });
});

test('an answer that is none, as from a proxy, is a broken connection', async () => {
  const { adapter, telegram } = await listen();
  const { chat } = telegram.person('Siti');
  telegram.api.arrange({ method: 'sendMessage', fault: { kind: 'http', status: 502 } });
  const part = { blocks: [{ kind: 'text' as const, text: ['hai'] }], audience: 'everyone' as const };
  const address = { platform: 'telegram', place: String(chat.id), kind: 'private' as const };
  expect(await adapter.deliver(address, { kind: 'part', part })).toMatchObject({
    kind: 'failed',
    failure: { kind: 'network', sent: 'maybe' },
  });
});

test('a photo carries its caption, its largest size and its album, and an edited caption is an edit', async () => {
  const { take, telegram } = await listen();
  const siti = telegram.person('Siti');
  const bytes = Buffer.from('gambar');
  const first = siti.photo(bytes, { caption: '/sesi siti 90m', media_group_id: 'album-1' });
  siti.photo(bytes, { media_group_id: 'album-1' });
  siti.edit(first, '', { text: undefined, caption: '/sesi siti 60m' });
  expect(await take()).toMatchObject([
    {
      kind: 'command',
      name: 'sesi',
      rest: 'siti 90m',
      album: 'album-1',
      attachments: [{ kind: 'photo', ref: `photo-${siti.id}-1`, size: bytes.length }],
    },
    { kind: 'message', text: '', album: 'album-1', attachments: [{ ref: `photo-${siti.id}-2` }] },
    { kind: 'command', edits: true, ref: String(first), rest: 'siti 60m' },
  ]);
});

test('a forwarded command is only a text, and whose it was is not kept', async () => {
  const { take, telegram } = await listen();
  const origin = { type: 'user', date: 1, sender_user: { id: 9, is_bot: false, first_name: 'Rahasia' } };
  telegram.person('Siti').type('/sesi siti 90m', { extra: { forward_origin: origin } });
  const heard = await take();
  expect(heard).toMatchObject([{ kind: 'message', text: '/sesi siti 90m', forwarded: true }]);
  expect(JSON.stringify(heard)).not.toContain('Rahasia');
});

test('voice, video, sticker, document, contact and place arrive as what they are', async () => {
  const { take, telegram } = await listen();
  const siti = telegram.person('Siti');
  siti.send({ voice: { file_id: 'v', duration: 3, mime_type: 'audio/ogg', file_size: 10 } });
  siti.send({ video_note: { file_id: 'n', duration: 3, length: 1 } });
  siti.send({ sticker: { file_id: 's', emoji: '👍' } });
  siti.send({
    document: { file_id: 'd', file_name: 'kk.pdf', mime_type: 'application/pdf' },
    caption: 'ini',
  });
  siti.send({ contact: { phone_number: '0812', first_name: 'Budi' } });
  siti.send({ location: { latitude: -6.9, longitude: 110.4, horizontal_accuracy: 5 } });
  siti.send({ dice: { emoji: '🎲', value: 3 } });
  expect(await take()).toMatchObject([
    { attachments: [{ ref: 'v', kind: 'voice', mime: 'audio/ogg', size: 10 }] },
    { attachments: [{ ref: 'n', kind: 'video' }] },
    { attachments: [{ ref: 's', kind: 'sticker' }] },
    { text: 'ini', attachments: [{ ref: 'd', kind: 'document', name: 'kk.pdf' }] },
    { attachments: [{ kind: 'contact' }] },
    { location: { latitude: -6.9, longitude: 110.4 } },
    { text: '', attachments: [] },
  ]);
});

test('an update that nobody foresaw is passed over, and the next one is read', async () => {
  const { complaints, take, telegram } = await listen();
  const siti = telegram.person('Siti');
  telegram.updates.add('message', { message_id: 'not a number' });
  telegram.world.queries.add('q');
  telegram.updates.add('callback_query', { id: 'q', from: { id: siti.id }, chat_instance: '1' });
  siti.type('halo');
  expect(await take()).toMatchObject([{ text: 'halo' }]);
  await expect.poll(() => telegram.world.queries.size).toBe(0);
  expect(complaints).toEqual([]);
});

test('a person who blocks the bot is noticed, and is answered again after coming back', async () => {
  const { quiet, stage } = await openStage({
    name: 'polling',
    skips: {},
    open: (options) => openTelegram('polling', options),
  });
  const { telegram } = stage as TelegramStage;
  const siti = telegram.person('Siti');
  siti.type('halo');
  await quiet();
  siti.block();
  await quiet();
  siti.unblock();
  siti.type('/gema kembali');
  await quiet();
  expect(shownIn(siti.chat).at(-1)?.text).toBe('kembali');
});

test('in a group a command of another bot is neither answered nor stored', async () => {
  const { everythingStored, inbox, quiet, stage } = await openStage({
    name: 'polling',
    skips: {},
    open: (options) => openTelegram('polling', options),
  });
  const { group, telegram } = stage as TelegramStage;
  const siti = telegram.person('Siti');
  siti.type('/cuaca besok', { chat: group });
  siti.type('/gema@bot_lain halo', { chat: group });
  await quiet();
  expect(shownIn(group)).toEqual([]);
  expect(await inbox()).toEqual([]);
  expect(everythingStored()).not.toContain('cuaca');
  siti.type('/gema halo', { chat: group });
  siti.type(`/cuaca@${username} besok`, { chat: group });
  await quiet();
  expect(shownIn(group).map(({ text }) => text)).toEqual(['halo', expect.stringContaining('cuaca')]);
});

test('a deep link with a code gives the role, and the menu of commands follows role and language', async () => {
  const telegram = await startTelegram();
  onTestFinished(telegram.close);
  const adapter = createTelegram({
    token,
    apiRoot: telegram.api.root,
    mode: { kind: 'polling' },
    now: () => Date.now(),
    log: () => undefined,
  });
  const { app, clock, say } = await startAssistant({ adapters: [adapter] });
  const [invitation] = await say('joko', '/undang pendamping Semarang Tengah, Rina Kedua');
  const code = /start ([A-Z0-9-]+)/.exec(invitation?.text ?? '')?.[1] ?? '';
  const menu = (name: string) => telegram.world.menus.get(name)?.map(({ command }) => command) ?? [];
  const settle = async () => {
    await telegram.updates.taken();
    await app.idle();
    await clock.advance(10_000);
  };
  await expect.poll(() => menu('all_private_chats')).toContain('bantuan');
  expect(menu('all_private_chats')).not.toContain('sesi');
  await expect.poll(() => menu('all_group_chats')).toContain('bantuan');
  expect(menu('all_group_chats')).not.toContain('start');

  const rina = telegram.person('Rina', 'id');
  rina.type(`/start ${code}`);
  await settle();
  rina.type('/bantuan');
  await settle();
  expect(menu(`chat ${rina.id}`)).toContain('sesi');
  const indonesian = telegram.world.menus.get(`chat ${rina.id}`);
  rina.type('/bahasa en');
  await settle();
  rina.type('/bantuan');
  await settle();
  expect(telegram.world.menus.get(`chat ${rina.id}`)).not.toEqual(indonesian);
});
