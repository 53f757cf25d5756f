/** Plays dialogues on Telegram: the personas of the sample data with the app in their hands, over real HTTP. */
import { createTelegram } from '../../../adapters/telegram/create.ts';
import { personas } from '../../../src/demo.ts';
import { linkAccount, noteAccount } from '../../../src/people/index.ts';
import { startAssistant, type TestAssistant } from '../assistant.ts';
import type { Stage, StageMessage } from '../dialogue.ts';
import { sampleFile } from '../sample-files.ts';
import { botId, type Message } from './chats.ts';
import type { TelegramUser } from './people.ts';
import { startTelegram, type TelegramStandIn, token } from './stand-in.ts';

const minuteMs = 60_000;
/** Long enough that the send budget of a chat is whole again. */
const betweenMs = 5_000;
/** Real milliseconds after which a wait for the budget is taken for granted. */
const patienceMs = 300;

const labelsOf = (message: Message): readonly string[] =>
  (message.keyboard?.inline_keyboard.flat() ?? []).map(({ text }) => text);

/** The bot's messages of every chat as they stand, by chat and number. */
function readChats(people: ReadonlyMap<string, TelegramUser>): ReadonlyMap<string, StageMessage> {
  const read = new Map<string, StageMessage>();
  for (const [persona, { chat }] of people) {
    for (const message of chat.messages.values()) {
      if (message.from !== botId) continue;
      read.set(`${persona} ${message.message_id}`, {
        to: persona,
        text: message.text,
        buttons: labelsOf(message),
      });
    }
  }
  return read;
}

export interface TelegramPlay {
  readonly stage: Stage;
  readonly assistant: TestAssistant;
  readonly telegram: TelegramStandIn;
  /** A persona's own hands, for what a dialogue cannot say. */
  user(persona: string): TelegramUser;
}

export async function startTelegramStage(): Promise<TelegramPlay> {
  const telegram = await startTelegram();
  const adapter = createTelegram({
    token,
    apiRoot: telegram.api.root,
    mode: { kind: 'polling' },
    now: () => assistant.clock.now(),
    log: () => undefined,
  });
  const assistant: TestAssistant = await startAssistant({ adapters: [adapter], onStopped: telegram.close });
  const { app, clock, store } = assistant;
  const people = new Map<string, TelegramUser>();
  for (const { id, name } of personas) {
    const user = telegram.person(name);
    people.set(id, user);
    const account = `telegram|${user.id}`;
    // Met last here, so that what is told to them comes here.
    const now = clock.now() + 1;
    await store.write(async (tx) => {
      const address = { platform: 'telegram', place: String(user.id), kind: 'private' as const };
      await noteAccount(tx, { id: account, platform: 'telegram', shownName: name, address, now });
      await linkAccount(tx, account, id, now);
    });
  }

  async function quiet(): Promise<void> {
    await telegram.updates.taken();
    const idle = app.idle().then(() => true);
    const impatient = () =>
      new Promise<false>((resolve) => {
        setTimeout(() => resolve(false), patienceMs);
      });
    while (!(await Promise.race([idle, impatient()]))) await clock.advance(betweenMs);
  }

  let before = readChats(people);
  /** What is new or changed since the last look. */
  const hear = (): readonly StageMessage[] => {
    const now = readChats(people);
    const changed = [...now].filter(([key, message]) => {
      const old = before.get(key);
      return old === undefined || old.text !== message.text || old.buttons.join() !== message.buttons.join();
    });
    before = now;
    return changed.map(([, message]) => message);
  };

  const lastTyped = new Map<string, number>();
  const act = async (persona: string, work: (user: TelegramUser) => void) => {
    const user = people.get(persona);
    if (user === undefined) throw new Error(`nobody is called ${persona}`);
    await clock.advance(betweenMs);
    work(user);
    await quiet();
    return hear();
  };
  const stage: Stage = {
    name: 'Telegram',
    say: (persona, text) =>
      act(persona, (user) => {
        lastTyped.set(persona, user.type(text).at(-1) ?? 0);
      }),
    press: (persona, label) =>
      act(persona, (user) => {
        user.press(label);
      }),
    send: (persona, name) => act(persona, (user) => user.file(sampleFile(name))),
    edit: (persona, text) => act(persona, (user) => user.edit(lastTyped.get(persona) ?? 0, text)),
    async wait(minutes) {
      await clock.jump(minutes * minuteMs);
      await app.scheduler.tick();
      await quiet();
      return hear();
    },
  };
  return {
    stage,
    assistant,
    telegram,
    user(persona) {
      const found = people.get(persona);
      if (found === undefined) throw new Error(`nobody is called ${persona}`);
      return found;
    },
  };
}
