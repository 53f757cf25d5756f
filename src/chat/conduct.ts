/**
 * Conducts one event from the inbox to its stored reply: who acts, in which language, which handler, and what happens
 * when a handler breaks. The only place, beside the job runner, where exceptions end.
 */
import type { Lang, Zone } from '../language/locale.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';
import type { Actor, RoleName } from '../people/actor.ts';
import type { KnownAccount } from '../people/store.ts';
import type { HashCode, Store, Writer } from '../store/index.ts';
import { type Address, accountKey, addressKey } from './address.ts';
import type { Capabilities } from './capabilities.ts';
import type { Talk } from './conversation.ts';
import type { Handled, Texts } from './feature.ts';
import { refreshHome } from './home.ts';
import type { Incoming } from './incoming.ts';
import { type Routes, route, submitComplete } from './router.ts';
import { findTalk, savePresses, saveTalk } from './store.ts';
import {
  AlreadyDone,
  createTurn,
  FormComplete,
  isCommitted,
  type RunningTurn,
  type TurnStore,
} from './turn.ts';

export interface ConductDeps {
  readonly store: Store;
  readonly hashCode: HashCode;
  readonly routes: Routes;
  readonly locale: Lang;
  readonly calendar: WorkCalendar;
  now(): number;
  textsIn(lang: Lang): Texts;
  capabilitiesOf(platform: string): Capabilities;
  findAccount(account: string): Promise<KnownAccount | undefined>;
  /** Stores that an account was met, in the turn's write. */
  noteAccount(
    tx: Writer,
    seen: { id: string; platform: string; shownName: string; address?: Address; now: number },
  ): Promise<void>;
  setBlocked(tx: Writer, account: string, at: number): Promise<void>;
  /** Language of a free text; undefined when it cannot be told. */
  detectLang(text: string): Lang | undefined;
  zoneOf(area: string | undefined): Zone;
  toDate(ms: number, zone: Zone): string;
  /** The delivery side of one turn. */
  turnStore(incoming: Incoming): Pick<TurnStore, 'finish' | 'reply' | 'notice' | 'forget' | 'committed'> & {
    /** Offers the commands of these roles in a private place. */
    menu(tx: Writer, address: Address, lang: Lang, roles: readonly RoleName[]): Promise<void>;
  };
  fetch(platform: string, attachmentRef: string, mostBytes: number): Promise<Uint8Array>;
  /** Shows that an answer is on its way. */
  typing(address: Address): void;
  /** Calls `work` once after `ms`; the result calls it off. */
  after(ms: number, work: () => void): () => void;
  log(level: 'info' | 'warn' | 'error', event: string, details: Readonly<Record<string, unknown>>): void;
}

const oneHourMs = 3_600_000;
const typingAfterMs = 1_000;

/** One memory per conversation; in a group one per account, so that nobody continues another's form. */
const talkKey = (incoming: Incoming): string => {
  const place = addressKey(incoming.address);
  return incoming.address.kind === 'group' ? `${place}|${incoming.sender.account}` : place;
};

const fromLocale = (locale: string | undefined): Lang | undefined => {
  const language = locale?.toLowerCase().split(/[-_]/)[0];
  if (language === 'id' || language === 'in' || language === 'ms' || language === 'jv' || language === 'su')
    return 'id';
  return language === undefined || language === '' ? undefined : 'en';
};

export interface Conductor {
  /** Handles one stored event. Resolves when its outcome is stored; rejects only when nothing could be stored. */
  handle(incoming: Incoming, turnId: string): Promise<void>;
  /** Who an event comes from, and the words to speak to them with. Used before an event is stored. */
  meet(incoming: Incoming): Promise<{ actor: Actor; texts: Texts; today: string }>;
}

export function createConductor(deps: ConductDeps): Conductor {
  const { store, routes } = deps;

  async function meetAccount(incoming: Incoming) {
    const id = accountKey(incoming.address.platform, incoming.sender.account);
    const known = await deps.findAccount(id);
    const actor: Actor = known?.actor ?? {
      account: id,
      shownName: incoming.sender.name ?? '',
      persons: [],
      roles: [],
    };
    return { id, known, actor };
  }

  function langOf(incoming: Incoming, known: KnownAccount | undefined, talk: Talk): Lang {
    const chosen = known?.lang ?? known?.actor.person?.lang;
    if (incoming.kind === 'message' && talk.form === undefined) {
      const found = deps.detectLang(incoming.text);
      if (found !== undefined) talk.lang = found;
    }
    return chosen ?? talk.lang ?? fromLocale(incoming.sender.locale) ?? deps.locale;
  }

  async function begin(incoming: Incoming, turnId: string): Promise<RunningTurn> {
    const now = deps.now();
    const key = talkKey(incoming);
    const { id, known, actor } = await meetAccount(incoming);
    const talk = await findTalk(store.read, key);
    const talkBefore = JSON.stringify(talk);
    const lang = langOf(incoming, known, talk);
    const zone = deps.zoneOf(actor.person?.area);
    const address = incoming.address.kind === 'private' ? incoming.address : undefined;
    const shownName = incoming.sender.name ?? known?.actor.shownName ?? '';
    const fresh =
      known === undefined ||
      known.blocked ||
      now - known.seenAt > oneHourMs ||
      known.actor.shownName !== shownName ||
      (address !== undefined &&
        (known.address === null || addressKey(known.address) !== addressKey(address)));
    const side = deps.turnStore(incoming);
    const roles = [...new Set(actor.roles.map((role) => role.role))].sort();
    const menu = roles.length === 0 && lang === deps.locale ? '' : [lang, ...roles].join(' ');
    const newMenu = address !== undefined && menu !== (talk.menu ?? '');
    if (newMenu) talk.menu = menu;
    return createTurn({
      incoming,
      turnId,
      actor,
      texts: deps.textsIn(lang),
      lang,
      zone,
      now,
      today: deps.toDate(now, zone),
      talk,
      talkBefore,
      capabilities: deps.capabilitiesOf(incoming.address.platform),
      store,
      hashCode: deps.hashCode,
      fetch: (ref, mostBytes) => deps.fetch(incoming.address.platform, ref, mostBytes),
      formOf: (name) => routes.forms.get(name),
      turns: {
        ...side,
        savePresses: (tx, presses) => savePresses(tx, presses, now),
        saveTalk: (tx, changed) => saveTalk(tx, key, changed, now),
      },
      async before(tx) {
        if (incoming.kind === 'left') {
          if (known !== undefined) await deps.setBlocked(tx, id, now);
        } else if (fresh) {
          await deps.noteAccount(tx, {
            id,
            platform: incoming.address.platform,
            shownName,
            now,
            ...(address === undefined ? {} : { address }),
          });
        }
        if (newMenu) await side.menu(tx, incoming.address, lang, roles);
        const home = refreshHome(incoming, id, lang);
        if (home !== undefined) await side.notice(tx, home);
      },
      calendar: deps.calendar,
      async afterWork(tx, turn) {
        for (const feature of routes.features) await feature.afterWork?.(tx, turn);
      },
      report: (changes) => deps.log('info', 'reply.fitted', { event: incoming.eventId, changes }),
    });
  }

  /** Runs the handler; a form that is complete from the start goes straight to its feature. */
  async function run(running: RunningTurn): Promise<void> {
    const { turn } = running;
    let handled: Handled;
    try {
      handled = await route(turn, routes);
      if (isCommitted(handled)) return;
      await running.finish(handled);
    } catch (error) {
      if (!(error instanceof FormComplete)) throw error;
      await running.finish(await submitComplete(turn, error.spec, error.values, error.subject));
    }
  }

  async function apologise(incoming: Incoming, turnId: string): Promise<void> {
    const running = await begin(incoming, turnId);
    delete running.turn.talk.form;
    await running.finish({
      blocks: [
        { kind: 'text', text: running.turn.texts.rich('chat-broken', { event: incoming.eventId }) },
        {
          kind: 'buttons',
          buttons: [{ label: running.turn.texts.t('chat-help-button'), press: 'chat.help' }],
        },
      ],
    });
  }

  return {
    async handle(incoming, turnId) {
      const callOff = deps.after(typingAfterMs, () => deps.typing(incoming.address));
      try {
        await run(await begin(incoming, turnId));
      } catch (error) {
        if (error instanceof AlreadyDone) return;
        deps.log('error', 'turn.broken', {
          event: incoming.eventId,
          kind: incoming.kind,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
        await apologise(incoming, turnId);
      } finally {
        callOff();
      }
    },
    async meet(incoming) {
      const { known, actor } = await meetAccount(incoming);
      const talk = await findTalk(store.read, talkKey(incoming));
      const zone = deps.zoneOf(actor.person?.area);
      return {
        actor,
        texts: deps.textsIn(langOf(incoming, known, talk)),
        today: deps.toDate(deps.now(), zone),
      };
    },
  };
}
