/** The contract on Slack over Socket Mode. */
import { testAdapter } from './contract.ts';
import { openSlack, slackSkips } from './slack-harness.ts';

testAdapter({
  name: 'Slack, Socket Mode',
  skips: slackSkips,
  open: (options) => openSlack('socket', options),
});
