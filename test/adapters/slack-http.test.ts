/** The contract on Slack over signed HTTP. */
import { testAdapter } from './contract.ts';
import { openSlack, slackSkips } from './slack-harness.ts';

testAdapter({ name: 'Slack, HTTP', skips: slackSkips, open: (options) => openSlack('http', options) });
