import type { Capabilities } from '../../src/chat/capabilities.ts';

/** What Slack carries, by the reference of Block Kit and of the rate limits. */
export const slackCapabilities: Capabilities = {
  // A text object takes 3000 characters; one part then fits into one block whatever it holds.
  textLimit: 2_900,
  // initial_comment is a message's text.
  captionLimit: 2_900,
  // 50 blocks a message; room is kept for rows of buttons.
  blocksPerPart: 30,
  // 100 blocks a view; a group of buttons becomes up to four.
  blocksPerPage: 60,
  // 25 elements in one actions block, which is more than a person looks through.
  buttonsPerPart: 20,
  // Button text: 75 characters, of which about 30 are shown.
  buttonLabelLimit: 70,
  // A value takes 2000, but a token must do everywhere.
  tokenBytes: 64,
  // A phone with Slack shows about this many fixed-width characters.
  lineWidth: 40,
  // chat.update.
  edits: true,
  // A bot cannot delete what a person wrote.
  erases: false,
  // views.open.
  forms: 'modal',
  // 100 blocks a modal.
  formFields: 50,
  // An input's label: 2000 characters.
  fieldLabelLimit: 2_000,
  // chat.postEphemeral.
  onlySender: true,
  images: true,
  files: true,
  commandPrefix: '/daya ',
  budget: {
    // chat.postMessage: "generally one message per second per channel", several hundred a minute for a workspace.
    perSecond: 10,
    perPlace: { count: 3, perMs: 3_000 },
    perGroup: { count: 3, perMs: 3_000 },
  },
  parallel: 8,
};
