/** Plays dialogues on Slack: the personas of the sample data in their direct messages, over a real socket. */
import { createSlack } from '../../../adapters/slack/create.ts';
import { personas } from '../../../src/demo.ts';
import { linkAccount, noteAccount } from '../../../src/people/index.ts';
import { startAssistant, type TestAssistant } from '../assistant.ts';
import type { Stage, StageMessage } from '../dialogue.ts';
import { sampleFile } from '../sample-files.ts';
import { buttonsOf, createPerson, readMessage, type SlackUser } from './people.ts';
import { type SlackStandIn, startSlack } from './stand-in.ts';
import { appToken, botToken, type Json, type View } from './world.ts';

const minuteMs = 60_000;
/** Long enough that the send budget of a channel is whole again. */
const betweenMs = 5_000;
/** Real milliseconds after which a wait for the budget is taken for granted. */
const patienceMs = 300;

interface InputBlock {
  readonly type: string;
  readonly block_id?: string;
  readonly optional?: boolean;
  readonly label?: { readonly text: string };
  readonly element?: {
    readonly initial_value?: string;
    readonly initial_option?: { readonly value: string };
    readonly options?: readonly { readonly text: { readonly text: string }; readonly value: string }[];
  };
}

const inputsOf = (view: View): readonly InputBlock[] =>
  (view.view.blocks as readonly InputBlock[]).filter((block) => block.type === 'input');

/** The words of a window: its introduction and the labels of its fields. */
function readView(view: View): string {
  const blocks = view.view.blocks as readonly Json[];
  const intro = readMessage({ ts: '', channel: '', user: '', text: '', blocks });
  return [intro, ...inputsOf(view).map((input) => input.label?.text ?? '')].join('\n');
}

export interface SlackPlay {
  readonly stage: Stage;
  readonly assistant: TestAssistant;
  readonly slack: SlackStandIn;
  /** A persona's own hands, for what a dialogue cannot say. */
  user(persona: string): SlackUser;
}

export async function startSlackStage(): Promise<SlackPlay> {
  const slack = await startSlack('socket', () => assistant.clock.now());
  const adapter = createSlack({
    botToken,
    apiUrl: slack.apiUrl,
    mode: { kind: 'socket', appToken },
    deskChannel: null,
    now: () => assistant.clock.now(),
    log: () => undefined,
  });
  // Opened before the adapter starts, whose clock it is.
  const assistant: TestAssistant = await startAssistant({ adapters: [adapter], onStopped: slack.close });
  const { app, clock, store } = assistant;
  const people = new Map<string, SlackUser>();
  for (const { id, name } of personas) {
    const user = createPerson(slack, name);
    people.set(id, user);
    const account = `slack|${user.id}`;
    const now = clock.now() + 1;
    await store.write(async (tx) => {
      const address = { platform: 'slack', place: user.dm, kind: 'private' as const };
      await noteAccount(tx, { id: account, platform: 'slack', shownName: name, address, now });
      await linkAccount(tx, account, id, now);
    });
  }

  async function quiet(): Promise<void> {
    await slack.deliveries.quiet();
    const idle = app.idle().then(() => true);
    const impatient = () =>
      new Promise<false>((resolve) => {
        setTimeout(() => resolve(false), patienceMs);
      });
    while (!(await Promise.race([idle, impatient()]))) await clock.advance(betweenMs);
  }

  /** Everything the personas see: messages by their time, and windows that stand open. */
  function look(): ReadonlyMap<string, StageMessage> {
    const seen = new Map<string, StageMessage>();
    for (const [persona, user] of people) {
      for (const message of user.sees(user.dm)) {
        const buttons = buttonsOf(message.blocks).flatMap(({ label, url }) =>
          url === undefined ? [label] : [],
        );
        seen.set(`${persona} ${message.ts}`, { to: persona, text: readMessage(message), buttons });
      }
      for (const view of slack.world.views.filter((one) => one.user === user.id))
        seen.set(`${persona} ${view.id}`, { to: persona, text: readView(view), buttons: [] });
    }
    return seen;
  }
  let before = look();
  const hear = (): readonly StageMessage[] => {
    const now = look();
    const changed = [...now].filter(([key, message]) => {
      const old = before.get(key);
      return old === undefined || old.text !== message.text || old.buttons.join() !== message.buttons.join();
    });
    before = now;
    return changed.map(([, message]) => message);
  };

  const lastTyped = new Map<string, string>();
  const filled = new Map<string, Record<string, string>>();

  /** Types into the window's next empty field; the last one sends it. */
  async function fill(
    persona: string,
    user: SlackUser,
    view: View,
    text: string,
  ): Promise<readonly StageMessage[]> {
    const given = filled.get(view.id) ?? {};
    const prefilled = (input: InputBlock) =>
      input.element?.initial_value ?? input.element?.initial_option?.value;
    const values: Record<string, string> = {};
    for (const input of inputsOf(view)) {
      const value = given[input.block_id ?? ''] ?? prefilled(input);
      if (value !== undefined) values[input.block_id ?? ''] = value;
    }
    const next = inputsOf(view).find((input) => values[input.block_id ?? ''] === undefined);
    const chosen = next?.element?.options?.find(
      (option) => option.text.text.toLowerCase() === text.toLowerCase(),
    );
    if (next !== undefined) values[next.block_id ?? ''] = chosen?.value ?? text;
    filled.set(view.id, values);
    const open = inputsOf(view).filter(
      (input) => input.optional !== true && values[input.block_id ?? ''] === undefined,
    );
    if (open.length > 0) return [{ to: persona, text: open[0]?.label?.text ?? '', buttons: [] }];
    const errors = await user.submit(values);
    for (const field of Object.keys(errors)) delete values[field];
    await quiet();
    return [...Object.values(errors).map((error) => ({ to: persona, text: error, buttons: [] })), ...hear()];
  }

  const act = async (persona: string, work: (user: SlackUser) => Promise<unknown>) => {
    const user = people.get(persona);
    if (user === undefined) throw new Error(`nobody is called ${persona}`);
    await clock.advance(betweenMs);
    await work(user);
    await quiet();
    return hear();
  };

  const stage: Stage = {
    name: 'Slack',
    async say(persona, text) {
      const user = people.get(persona);
      const view = slack.world.views.findLast((one) => one.user === user?.id);
      const command = /^\/([a-z]+)([\s\S]*)$/.exec(text);
      if (user !== undefined && view !== undefined && command === null)
        return fill(persona, user, view, text);
      // Whoever types elsewhere has put the window away.
      if (user !== undefined && view !== undefined) await user.dismiss();
      return act(persona, async (who) => {
        if (command !== null) return who.command(`${command[1]}${command[2]}`);
        const { done, ts } = who.type(text);
        lastTyped.set(persona, ts);
        return done;
      });
    },
    press(persona, label) {
      const user = people.get(persona);
      const view = slack.world.views.findLast((one) => one.user === user?.id);
      const offered =
        view !== undefined &&
        inputsOf(view).some((input) =>
          input.element?.options?.some((option) => option.text.text.toLowerCase() === label.toLowerCase()),
        );
      if (user !== undefined && view !== undefined && offered) return fill(persona, user, view, label);
      return act(persona, (one) => one.press(label));
    },
    send: (persona, name) =>
      act(persona, (user) => {
        const { bytes, mime } = sampleFile(name);
        return user.upload(bytes, name, mime);
      }),
    edit: (persona, text) => act(persona, (user) => user.edit(lastTyped.get(persona) ?? '', text)),
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
    slack,
    user(persona) {
      const found = people.get(persona);
      if (found === undefined) throw new Error(`nobody is called ${persona}`);
      return found;
    },
  };
}
