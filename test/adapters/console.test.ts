/** The contract on the terminal. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConsoleMessage, createConsole } from '../../adapters/console/create.ts';
import type { ConsoleLine } from '../../adapters/console/parse-line.ts';
import { temporaryFolder } from '../support/folder.ts';
import { testAdapter } from './contract.ts';
import type { Harness, ShownMessage } from './harness.ts';

const noGroups = 'a terminal has no groups';
const noRefusals = 'a terminal takes whatever is printed';

const toShown = (message: ConsoleMessage, at: number): ShownMessage => ({
  ref: `line-${at}`,
  text: message.text,
  buttons: message.buttons.map(({ label }) => label),
  links: [...message.text.matchAll(/^(.*): (https:\S+)$/gm)].map(([, label = '', url = '']) => ({
    label,
    url,
  })),
});

const harness: Harness = {
  name: 'the console',
  skips: {
    'a press is acknowledged and its answer takes the place of the pressed message':
      'printed lines stay; the answer is printed below them',
    'pressing twice does no harm': 'printed lines stay; the answer is printed below them each time',
    'a picture comes with its description, and a long text after it is not lost':
      'a terminal names pictures and does not show them',
    'a file comes whole and under its name': 'a terminal names files and does not save them',
    'what is meant for one person is not seen by the others of a group': noGroups,
    'what is said in a group without speaking to the bot never reaches the store': noGroups,
    'a private command in a group leads to the private chat and is not stored': noGroups,
    'an event delivered twice is one record and gets the same receipt': 'a terminal delivers a line once',
    'what could not be stored is delivered again, and then is one record':
      'a terminal delivers a line once; whoever typed it sees the error',
    'people are answered in the language of their app': 'a terminal tells no language',
    'a rate limit is told with its time, and the message waits for it': noRefusals,
    'being blocked by a person is told as such': noRefusals,
    'a place that is gone is told as such': noRefusals,
    'a place that moved is told with its new address': noRefusals,
    'a message that the platform will never take is told with the reason': noRefusals,
    'what is refused with its link comes again in words': noRefusals,
    'a broken connection is told, with what is known about the message': noRefusals,
    'changing a message that is gone says so': noRefusals,
    'what is sent while the bot is away comes in when it is back': 'nobody types to a bot that does not run',
  },
  async open({ now }) {
    const heard: ConsoleMessage[] = [];
    let people = 0;
    const adapter = createConsole({ now, session: 'contract', onMessage: (message) => heard.push(message) });
    const none = (): never => {
      throw new Error('a terminal cannot do this');
    };
    let speaking = 0;
    return {
      adapter,
      async arrive(name) {
        const persona = `p${++people}`;
        let events = 0;
        const speak = async (line: ConsoleLine) => {
          speaking++;
          try {
            const spoken = await adapter.speak(line, persona, name);
            if (spoken !== 'sent') throw new Error(spoken.problem);
          } finally {
            speaking--;
          }
        };
        return {
          account: persona,
          address: { platform: 'console', place: persona, kind: 'private' },
          async say(text) {
            await speak({ kind: 'text', text });
            return [`contract-said-${++events}`];
          },
          async command(command, rest = '') {
            events++;
            await speak({ kind: 'text', text: `/${command} ${rest}` });
          },
          async press(label) {
            events++;
            await speak({ kind: 'press', label });
          },
          edit: (_ref, text) => speak({ kind: 'edit', text }),
          async sendPhoto(bytes) {
            const path = join(temporaryFolder(), 'foto.png');
            writeFileSync(path, bytes);
            await speak({ kind: 'file', path });
          },
          submit: none,
          sayInGroup: none,
          commandInGroup: none,
          shown: () => heard.filter(({ to }) => to === persona).map(toShown),
          shownInGroup: none,
          isErased: () => false,
        };
      },
      acknowledged: () => Promise.resolve(),
      get unacknowledged() {
        return speaking;
      },
      spinning: 0,
      deliveriesOfNewest: 1,
      deliverAgain: none,
      trouble: none,
      close: () => Promise.resolve(),
    };
  },
};

testAdapter(harness);
