/** The stand-in is only worth something while it refuses what Telegram refuses. */
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { startTelegram, type TelegramStandIn, token } from '../support/telegram/stand-in.ts';

interface Answer {
  readonly ok: boolean;
  readonly error_code?: number;
  readonly description?: string;
  readonly result?: unknown;
}

const call = async (
  telegram: TelegramStandIn,
  method: string,
  given: object,
  as = token,
): Promise<Answer> => {
  const response = await fetch(`${telegram.api.root}/bot${as}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(given),
  });
  return (await response.json()) as Answer;
};

let telegram: TelegramStandIn;
let chat_id: number;
beforeAll(async () => {
  telegram = await startTelegram();
  chat_id = telegram.person('Siti').chat.id;
  await call(telegram, 'sendMessage', { chat_id, text: 'pesan satu' });
  return telegram.close;
});

const html = { parse_mode: 'HTML' };
const button = (callback_data: string) => ({
  reply_markup: { inline_keyboard: [[{ text: 'Ya', callback_data }]] },
});
const commands = (count: number, command = 'sesi') =>
  Array.from({ length: count }, (_, at) => ({ command: `${command}${at}`, description: 'catat' }));

test.each([
  [
    'a parameter it does not know',
    'sendMessage',
    { text: 'a', disable_web_page_preview: true },
    /disable_web_page/,
  ],
  ['no text', 'sendMessage', { text: '' }, /message text is empty/],
  ['only markup', 'sendMessage', { text: '<b> </b>', ...html }, /message text is empty/],
  ['a text too long', 'sendMessage', { text: 'a'.repeat(4_097) }, /message is too long/],
  ['a tag it does not know', 'sendMessage', { text: '<p>a</p>', ...html }, /Unsupported start tag "p"/],
  [
    'a tag left open',
    'sendMessage',
    { text: '<b>a', ...html },
    /Can't find end tag corresponding to start tag "b"/,
  ],
  ['tags that cross', 'sendMessage', { text: '<b><i>a</b></i>', ...html }, /expected "<\/i>", found "<\/b>"/],
  ['a bare sign', 'sendMessage', { text: 'a < b', ...html }, /Unsupported start tag/],
  ['a token of 65 bytes', 'sendMessage', { text: 'a', ...button('é'.repeat(33)) }, /BUTTON_DATA_INVALID/],
  [
    'a button without use',
    'sendMessage',
    { text: 'a', reply_markup: { inline_keyboard: [[{ text: 'Ya' }]] } },
    /BUTTON_TYPE_INVALID/,
  ],
  [
    'an edit that changes nothing',
    'editMessageText',
    { message_id: 1, text: 'pesan satu' },
    /message is not modified/,
  ],
  ['an edit of nothing', 'editMessageText', { message_id: 99, text: 'a' }, /message to edit not found/],
  ['a deletion of nothing', 'deleteMessage', { message_id: 99 }, /message to delete not found/],
  ['an unknown action', 'sendChatAction', { action: 'sleeping' }, /action/],
])('refuses %s', async (_what, method, given, words) => {
  expect(await call(telegram, method, { chat_id, ...given })).toMatchObject({
    ok: false,
    error_code: 400,
    description: expect.stringMatching(words),
  });
});

test.each([
  ['an unknown chat', 'sendMessage', { chat_id: 5, text: 'a' }, 400, /chat not found/],
  ['more than 100 commands', 'setMyCommands', { commands: commands(101) }, 400, /BOT_COMMANDS_TOO_MUCH/],
  ['a command with capitals', 'setMyCommands', { commands: commands(1, 'Sesi') }, 400, /BOT_COMMAND_INVALID/],
  ['an old query', 'answerCallbackQuery', { callback_query_id: 'x' }, 400, /query is too old/],
  ['an unknown file', 'getFile', { file_id: 'x' }, 400, /invalid file_id/],
  ['a webhook without https', 'setWebhook', { url: 'http://example.org/hook' }, 400, /HTTPS/],
  ['an unknown method', 'sendCarrot', {}, 404, /method not found/],
])('refuses %s', async (_what, method, given, code, words) => {
  expect(await call(telegram, method, given)).toMatchObject({
    ok: false,
    error_code: code,
    description: expect.stringMatching(words),
  });
});

test('refuses a token it does not know', async () => {
  expect(await call(telegram, 'getMe', {}, '1:other')).toMatchObject({ ok: false, error_code: 401 });
});

test('an entity counts as what it shows, and 4096 of them fit', async () => {
  const sent = await call(telegram, 'sendMessage', { chat_id, text: '&lt;'.repeat(4_096), ...html });
  expect(sent).toMatchObject({ ok: true, result: { text: '<'.repeat(4_096) } });
});

test('a second poll ends the first with a conflict, and a webhook forbids polling', async () => {
  const own = await startTelegram();
  onTestFinished(own.close);
  const first = call(own, 'getUpdates', { timeout: 20 });
  await expect.poll(() => own.api.calls.length).toBe(1);
  const second = call(own, 'getUpdates', { timeout: 20 });
  expect(await first).toMatchObject({ ok: false, error_code: 409 });
  own.person('Siti').type('halo');
  expect(await second).toMatchObject({ ok: true, result: [{ message: { text: 'halo' } }] });
  await call(own, 'setWebhook', { url: 'https://example.org/hook' });
  expect(await call(own, 'getUpdates', {})).toMatchObject({ error_code: 409 });
});

test('an update comes again until an offset confirms it, and kinds not asked for never come', async () => {
  const own = await startTelegram();
  onTestFinished(own.close);
  const siti = own.person('Siti');
  await call(own, 'getUpdates', { allowed_updates: ['message'] });
  siti.type('satu');
  siti.block();
  const idOf = ({ result }: Answer) => (result as { update_id: number }[]).map(({ update_id }) => update_id);
  const [id = 0, ...others] = idOf(await call(own, 'getUpdates', {}));
  expect(others).toEqual([]);
  expect(idOf(await call(own, 'getUpdates', { offset: id }))).toEqual([id]);
  expect(idOf(await call(own, 'getUpdates', { offset: id + 1 }))).toEqual([]);
  expect(await call(own, 'sendMessage', { chat_id: siti.chat.id, text: 'a' })).toMatchObject({
    error_code: 403,
  });
});
