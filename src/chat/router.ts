/**
 * Decides who answers an event: guards, then command, press, a form in progress, free text. Works from the lists that
 * features contribute and names none of them.
 */
import type { Actor } from '../people/actor.ts';
import type { ChatFeature, CommandSpec, GuardSpec, Handled, PressSpec, Turn } from './feature.ts';
import type { FormContext, FormSpec } from './form.ts';
import { answerForm, checkForm, parseHandle, type Step, skipField, stepBack } from './form-engine.ts';
import type { Command, Incoming, Message, Press, Submit } from './incoming.ts';
import { parseToken } from './press.ts';
import type { Reply } from './reply.ts';
import { say } from './say.ts';
import { findPress } from './store.ts';

export interface Routes {
  readonly commands: ReadonlyMap<string, CommandSpec>;
  readonly presses: ReadonlyMap<string, PressSpec>;
  readonly forms: ReadonlyMap<string, FormSpec>;
  readonly guards: readonly GuardSpec[];
  readonly features: readonly ChatFeature[];
}

/** Collects what features contribute; two of one name are a bug. */
export function createRoutes(features: readonly ChatFeature[]): Routes {
  const commands = new Map<string, CommandSpec>();
  const presses = new Map<string, PressSpec>();
  const forms = new Map<string, FormSpec>();
  const add = <T>(map: Map<string, T>, name: string, value: T) => {
    if (map.has(name)) throw new Error(`two features contribute ${name}`);
    map.set(name, value);
  };
  for (const feature of features) {
    for (const command of feature.commands ?? []) {
      for (const name of [command.name, ...(command.aliases ?? [])]) add(commands, name, command);
    }
    for (const press of feature.presses ?? []) add(presses, press.name, press);
    for (const form of feature.forms ?? []) add(forms, form.name, form);
  }
  return { commands, presses, forms, guards: features.flatMap((feature) => feature.guards ?? []), features };
}

/** Whether an actor is offered a command in menus and help. */
export const isOffered = (command: CommandSpec, actor: Actor): boolean =>
  command.hidden !== true &&
  (command.roles === undefined || actor.roles.some((own) => command.roles?.includes(own.role)));

const isCommandTurn = (turn: Turn): turn is Turn<Command> => turn.incoming.kind === 'command';
const isMessageTurn = (turn: Turn): turn is Turn<Message> => turn.incoming.kind === 'message';
const isPressTurn = (turn: Turn): turn is Turn<Press> => turn.incoming.kind === 'press';
const isSubmitTurn = (turn: Turn): turn is Turn<Submit> => turn.incoming.kind === 'submit';

const inGroup = (incoming: Incoming): boolean => incoming.address.kind === 'group';

/** What is said to a private command typed in a group: nothing of it is processed. */
export const toPrivate = (turn: Pick<Turn, 'texts'>): Reply => ({
  audience: 'only-sender',
  blocks: [
    { kind: 'text', text: turn.texts.rich('chat-private-only') },
    { kind: 'link', label: turn.texts.t('chat-private-open'), url: 'private:' },
  ],
});

/** The known command that a mistyped one is closest to: one letter more, less, other or swapped. */
function nearest(name: string, commands: Iterable<string>): string | undefined {
  const near = (a: string, b: string): boolean => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    const [restA, restB] = [a.slice(at), b.slice(at)];
    return (
      restA.slice(1) === restB ||
      restA === restB.slice(1) ||
      restA.slice(1) === restB.slice(1) ||
      (restA.length > 1 &&
        restA[0] === restB[1] &&
        restA[1] === restB[0] &&
        restA.slice(2) === restB.slice(2))
    );
  };
  for (const known of commands) if (near(name, known)) return known;
  return undefined;
}

const contextOf = (turn: Turn, subject: string | undefined): FormContext => ({
  read: turn.read,
  texts: turn.texts,
  today: turn.today,
  ...(turn.actor.person === undefined ? {} : { person: turn.actor.person.id }),
  ...(subject === undefined ? {} : { subject }),
  ...(turn.incoming.sealed === undefined ? {} : { sealed: turn.incoming.sealed }),
});

/** Words one step of a form that is asked field by field, or hands the complete form to its feature. */
async function takeStep(
  turn: Turn,
  spec: FormSpec,
  step: Step,
  subject: string | undefined,
): Promise<Handled> {
  if (step.kind === 'complete') {
    delete turn.talk.form;
    return spec.submit(turn, step.values, subject);
  }
  turn.talk.form = step.open;
  return { blocks: step.blocks, ...erasing(turn) };
}

/** A number that a field took must not stay in the chat where the platform can help it. */
const erasing = (turn: Turn): { readonly erases?: string } =>
  isMessageTurn(turn) && (turn.incoming.sealed?.length ?? 0) > 0 ? { erases: turn.incoming.ref } : {};

async function routePress(turn: Turn<Press>, routes: Routes): Promise<Handled> {
  const token = parseToken(turn.incoming.token);
  const found = token?.kind === 'stored' ? await findPress(turn.read, token.id) : token;
  if (found === undefined) return say(turn, 'chat-press-old');
  const { press, subject } = found;
  if (press.startsWith('form.')) return routeFormPress(turn, routes, press, subject);
  const spec = routes.presses.get(press);
  if (spec === undefined) return say(turn, 'chat-press-old');
  if (inGroup(turn.incoming) && spec.where !== 'anywhere') return toPrivate(turn);
  return spec.handle(turn, subject);
}

async function routeFormPress(
  turn: Turn<Press>,
  routes: Routes,
  press: string,
  subject: string,
): Promise<Handled> {
  if (press === 'form.open') {
    const wanted = JSON.parse(subject) as { form: string; values: Record<string, string>; subject?: string };
    return { blocks: [{ kind: 'form', ...wanted }] };
  }
  const open = turn.talk.form;
  const spec = open === undefined ? undefined : routes.forms.get(open.form);
  const [opened, field, ...value] = subject.split('.');
  if (open === undefined || spec === undefined || opened !== open.opened || field !== open.asking) {
    return say(turn, 'chat-press-old');
  }
  const context = contextOf(turn, open.subject);
  if (press === 'form.cancel') {
    delete turn.talk.form;
    return say(turn, 'chat-form-cancelled');
  }
  const step =
    press === 'form.back'
      ? await stepBack(spec, open, context)
      : press === 'form.skip'
        ? await skipField(spec, open, context)
        : await answerForm(spec, open, value.join('.'), context);
  return takeStep(turn, spec, step, open.subject);
}

async function routeSubmit(turn: Turn<Submit>, routes: Routes): Promise<Handled> {
  const handle = parseHandle(turn.incoming.form);
  const spec = handle === undefined ? undefined : routes.forms.get(handle.form);
  if (handle === undefined || spec === undefined) return say(turn, 'chat-press-old');
  if (turn.incoming.values === null) return { blocks: [] };
  const context = contextOf(turn, handle.subject);
  const checked = checkForm(spec, turn.incoming.values, context);
  if (handle.version !== spec.version || checked.errors.length > 0) {
    return {
      blocks: [
        {
          kind: 'form',
          form: spec.name,
          values: checked.values,
          ...(handle.subject === undefined ? {} : { subject: handle.subject }),
        },
      ],
    };
  }
  return spec.submit(turn, checked.values, handle.subject);
}

async function routeCommand(turn: Turn<Command>, routes: Routes): Promise<Handled> {
  const { name, rest, edits } = turn.incoming;
  const spec = routes.commands.get(name);
  if (spec === undefined) {
    const close = nearest(name, routes.commands.keys());
    return close === undefined
      ? say(turn, 'chat-unknown-command', { typed: name })
      : say(turn, 'chat-unknown-command-near', { typed: name, near: turn.command(close) });
  }
  if (inGroup(turn.incoming) && spec.where !== 'anywhere') return toPrivate(turn);
  delete turn.talk.form;
  if (edits === true && spec.edited !== undefined) return spec.edited(turn, rest);
  const run = () => spec.handle(turn, rest);
  const taker = routes.features.find((feature) => feature.withAttachments !== undefined);
  return turn.incoming.attachments.length === 0 || taker?.withAttachments === undefined
    ? run()
    : taker.withAttachments(turn, run);
}

async function routeMessage(turn: Turn<Message>, routes: Routes): Promise<Handled> {
  const open = turn.talk.form;
  const spec = open === undefined ? undefined : routes.forms.get(open.form);
  const typed = turn.incoming.text.trim();
  if (open !== undefined && spec !== undefined && turn.incoming.edits !== true && typed !== '') {
    const step = await answerForm(spec, open, typed, contextOf(turn, open.subject));
    return takeStep(turn, spec, step, open.subject);
  }
  for (const feature of routes.features) {
    const handled = await feature.freeText?.handle(turn);
    if (handled !== undefined) return handled;
  }
  return say(turn, 'chat-cannot-read');
}

/** Guards that the field being asked does not suspend, in order. */
function findGuarded(turn: Turn, routes: Routes): { guard: GuardSpec; found: string } | undefined {
  if (!isCommandTurn(turn) && !isMessageTurn(turn)) return undefined;
  const open = turn.talk.form;
  const field =
    open === undefined
      ? undefined
      : routes.forms.get(open.form)?.fields.find((one) => one.id === open.asking);
  for (const guard of routes.guards) {
    if (isMessageTurn(turn) && field?.suspends?.includes(guard.name) === true) continue;
    const found = guard.find(turn.incoming);
    if (found !== undefined) return { guard, found };
  }
  return undefined;
}

/** Finds the handler of an event and gives back what it says. */
export async function route(turn: Turn, routes: Routes): Promise<Handled> {
  const guarded = findGuarded(turn, routes);
  if (guarded !== undefined) return guarded.guard.handle(turn, guarded.found);
  if (isCommandTurn(turn)) return routeCommand(turn, routes);
  if (isPressTurn(turn)) return routePress(turn, routes);
  if (isSubmitTurn(turn)) return routeSubmit(turn, routes);
  if (isMessageTurn(turn)) return routeMessage(turn, routes);
  if (turn.incoming.kind === 'arrived') {
    for (const feature of routes.features) if (feature.greet !== undefined) return feature.greet(turn);
  }
  return { blocks: [] };
}

/** Opens a form whose values were complete from the start by handing it to its feature. */
export const submitComplete = (
  turn: Turn,
  spec: FormSpec,
  values: Readonly<Record<string, string>>,
  subject: string | undefined,
): Promise<Handled> => {
  delete turn.talk.form;
  return spec.submit(turn, values, subject);
};
