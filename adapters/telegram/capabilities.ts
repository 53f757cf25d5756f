import type { Capabilities } from '../../src/chat/capabilities.ts';

/** What Telegram carries, by the documentation of the Bot API and of its limits. */
export const telegramCapabilities: Capabilities = {
  // sendMessage takes 4096 UTF-16 units after entities are parsed; the rest is room for separators.
  textLimit: 4_000,
  // caption: 0-1024 characters after entities are parsed.
  captionLimit: 1_000,
  blocksPerPart: 60,
  // There is no home page.
  blocksPerPage: 0,
  // An inline keyboard takes 100 buttons; more than 24 do not fit a phone's screen.
  buttonsPerPart: 24,
  // No limit is documented; a narrow phone shows about this much of a full-width button.
  buttonLabelLimit: 40,
  // callback_data: 1-64 bytes.
  tokenBytes: 64,
  // Characters of a fixed-width line on a small phone.
  lineWidth: 34,
  // editMessageText.
  edits: true,
  // deleteMessage: a bot may delete incoming messages in private chats within 48 hours.
  erases: true,
  // There are no windows; questions come one by one.
  forms: 'ask',
  formFields: 20,
  fieldLabelLimit: 1_000,
  // A group message is seen by everybody.
  onlySender: false,
  images: true,
  files: true,
  commandPrefix: '/',
  budget: {
    // "about 30 messages per second" over all chats.
    perSecond: 30,
    // "avoid sending more than one message per second" to one chat; short bursts are let through.
    perPlace: { count: 3, perMs: 3_000 },
    // "not more than 20 messages per minute to the same group".
    perGroup: { count: 20, perMs: 60_000 },
  },
  parallel: 40,
};
