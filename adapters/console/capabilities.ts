import type { Capabilities } from '../../src/chat/capabilities.ts';

/** What a terminal carries. It has no limits of its own; the numbers keep a screen readable. */
export const consoleCapabilities: Capabilities = {
  // A terminal scrolls: the longest answer still comes in one piece.
  textLimit: 16_000,
  captionLimit: 16_000,
  blocksPerPart: 100,
  // There is no home page.
  blocksPerPage: 0,
  // More than this many numbered buttons cannot be found at a glance.
  buttonsPerPart: 30,
  buttonLabelLimit: 80,
  // The same as the strictest platform, so that long subjects are tried here too.
  tokenBytes: 64,
  // A narrow phone, so that what is read here is what is read there.
  lineWidth: 40,
  // Lines once printed stay: a changed message is shown again as a new one, and nothing can be taken back.
  edits: true,
  erases: false,
  // Questions one by one, as on a phone.
  forms: 'ask',
  formFields: 20,
  fieldLabelLimit: 200,
  // One person sits before a terminal.
  onlySender: true,
  images: true,
  files: true,
  commandPrefix: '/',
  budget: null,
  parallel: 16,
};
