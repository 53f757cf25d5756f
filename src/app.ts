/**
 * The assistant, assembled from its features. Knows neither environment nor network: whoever calls `createApp` brings
 * the store, the clock, the texts and the adapters.
 */
import type { Adapter, MenuEntry, Receive } from './chat/adapter.ts';
import type { Address } from './chat/address.ts';
import { createBasics } from './chat/basics.ts';
import { createConductor } from './chat/conduct.ts';
import type { NoticeRow, NoticeSpec, Texts } from './chat/feature.ts';
import { fit } from './chat/fit.ts';
import { checkForm, parseHandle } from './chat/form-engine.ts';
import type { Incoming } from './chat/incoming.ts';
import type { Block, FormBlock } from './chat/reply.ts';
import { createRoutes, isOffered, type Routes, toPrivate } from './chat/router.ts';
import { forgetOldTalk, savePresses } from './chat/store.ts';
import type { Clock } from './delivery/clock.ts';
import { findLastReceived, finishIncoming } from './delivery/inbox-store.ts';
import { lane, toOutgoing } from './delivery/notice.ts';
import { createOutbox, type NewOutgoing, type Outbox, type Worded } from './delivery/outbox.ts';
import { createReceive } from './delivery/receive.ts';
import { claimRun, forgetRuns } from './delivery/run-store.ts';
import { createScheduler, type JobWrite, type Schedule, type Scheduler } from './delivery/scheduler.ts';
import { forgetCards, forgetDelivered, type OutboxRow, recordCard } from './delivery/store.ts';
import { createTurns } from './delivery/turns.ts';
import type { Feature } from './feature.ts';
import { toDate } from './language/calendar.ts';
import { type Lang, type Zone, zoneOfArea } from './language/locale.ts';
import type { WorkCalendar } from './language/work-calendar.ts';
import type { Log } from './log.ts';
import type { RoleName } from './people/index.ts';
import { findActor, findReach, noteAccount, setAccountLang, setBlocked } from './people/index.ts';
import { type HashCode, type Store, sealAudit, type Vault } from './store/index.ts';

export interface AppDeps {
  readonly store: Store;
  readonly vault: Vault;
  readonly hashCode: HashCode;
  readonly clock: Clock;
  readonly locale: Lang;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
  readonly textsIn: (lang: Lang) => Texts;
  readonly detectLang: (text: string) => Lang | undefined;
  readonly features: readonly Feature[];
  readonly log: Log;
  /** False where nobody could have written while the bot was away, such as in a terminal. */
  readonly tellsOutages?: boolean;
  /** Sends as fast as the platforms take it; for measuring only. */
  readonly unlimitedSending?: boolean;
}

export interface App {
  /** Starts the adapters; resolves when each receives and what an earlier process left has been taken up. */
  start(adapters: readonly Adapter[]): Promise<void>;
  /** Stops receiving, finishes what is under way, and leaves the rest in the store. */
  stop(): Promise<void>;
  /** Resolves when every event received so far is answered and every message handed over is settled. */
  idle(): Promise<void>;
  readonly receive: Receive;
  /** Between a finished start and the beginning of a stop. */
  readonly receiving: boolean;
  readonly scheduler: Scheduler;
  readonly routes: Routes;
  readonly features: readonly Feature[];
}

/** Telegram keeps messages for a day; what was sent in a longer outage may be lost. */
const longOutageMs = 24 * 3_600_000;

const twoDaysMs = 48 * 3_600_000;
const thirtyDaysMs = 30 * 24 * 3_600_000;

/** The place that stands for every conversation of its kind, where a menu is the default one. */
const everywhere = (platform: string, kind: 'private' | 'group'): Address => ({ platform, place: '*', kind });

export function createApp(deps: AppDeps): App {
  const { clock, log, store } = deps;
  const adapters = new Map<string, Adapter>();
  const zoneOf = (area: string | undefined): Zone =>
    area === undefined || area === 'ID' ? deps.zone : zoneOfArea(area);
  const basics = createBasics({
    routes: () => routes,
    setLang: setAccountLang,
    findAccount: findActor,
    zoneOf,
    toDate,
  });
  const features: readonly Feature[] = [basics, ...deps.features];
  const routes = createRoutes(features);
  const notices = new Map<string, NoticeSpec>(
    features.flatMap((feature) => feature.notices ?? []).map((notice) => [notice.name, notice]),
  );

  const adapterOf = (platform: string): Adapter => {
    const adapter = adapters.get(platform);
    if (adapter === undefined) throw new Error(`no adapter is called ${platform}`);
    return adapter;
  };

  async function word(row: OutboxRow, address: Address): Promise<Worded> {
    if (row.body.kind !== 'notice') throw new Error('only notices are worded when they are sent');
    const spec = notices.get(row.body.notice);
    if (spec === undefined) return { kind: 'suppressed', reason: `no notice is called ${row.body.notice}` };
    const { capabilities } = adapterOf(address.platform);
    const reach = row.person === null ? undefined : await findReach(store.read, row.person);
    const now = clock.now();
    const reply = await spec.word(
      {
        read: store.read,
        texts: deps.textsIn(reach?.lang ?? deps.locale),
        textsIn: deps.textsIn,
        zone: zoneOf(reach?.area),
        calendar: deps.calendar,
        now,
        command: (name) => `${capabilities.commandPrefix}${name}`,
        ...(row.person === null ? {} : { person: row.person }),
      },
      row.body.subject,
    );
    if ('suppressed' in reply) return { kind: 'suppressed', reason: reply.suppressed };
    const blocks = reply.blocks.filter((block): block is Exclude<Block, FormBlock> => block.kind !== 'form');
    const fitted = fit({ blocks, asPage: address.kind === 'home' }, capabilities, now);
    if (fitted.presses.length > 0) await store.write((tx) => savePresses(tx, fitted.presses, now));
    return { kind: 'parts', parts: fitted.parts };
  }

  const outbox: Outbox = createOutbox({
    store,
    clock,
    adapters: () => adapters,
    reach: async (person) => (await findReach(store.read, person))?.address,
    word,
    onSettled: async (tx, row, end) => {
      if (row.body.kind !== 'notice') return;
      const { notice, subject } = row.body;
      await notices.get(notice)?.settled?.(tx, subject, { ...end, now: clock.now() });
    },
    onBlocked: (address) =>
      store.write((tx) => setBlocked(tx, `${address.platform}|${address.place}`, clock.now())),
    log,
    ...(deps.unlimitedSending === undefined ? {} : { unlimited: deps.unlimitedSending }),
  });

  const menuFor = (
    texts: Texts,
    roles: readonly RoleName[],
    kind: 'private' | 'group' = 'private',
  ): readonly MenuEntry[] =>
    [...new Set(routes.commands.values())]
      .filter((command) => kind === 'private' || command.where === 'anywhere')
      .filter((command) =>
        isOffered(command, {
          account: '',
          shownName: '',
          persons: [],
          roles: roles.map((role) => ({ role, area: 'ID' })),
        }),
      )
      .map((command) => ({ name: command.name, summary: texts.t(command.summary) }));

  const conductor = createConductor({
    store,
    hashCode: deps.hashCode,
    routes,
    locale: deps.locale,
    calendar: deps.calendar,
    now: () => clock.now(),
    textsIn: deps.textsIn,
    capabilitiesOf: (platform) => adapterOf(platform).capabilities,
    findAccount: (account) => findActor(store.read, account),
    noteAccount,
    setBlocked,
    detectLang: deps.detectLang,
    zoneOf,
    toDate,
    turnStore(_incoming) {
      const written: OutboxRow[] = [];
      const add = async (tx: Parameters<Outbox['write']>[0], outgoing: readonly NewOutgoing[]) => {
        written.push(...(await outbox.write(tx, outgoing)));
      };
      return {
        async finish(tx, turnId) {
          written.length = 0;
          return finishIncoming(tx, turnId);
        },
        async reply(tx, turnId, address, message) {
          const { erases, parts, fallback, answerWith, record } = message;
          await add(tx, [
            {
              inbox: turnId,
              lane: lane.reply,
              address,
              body: { kind: 'parts', parts, ...(fallback === undefined ? {} : { fallback }) },
              ...(answerWith === undefined ? {} : { answerWith }),
              ...(record === undefined ? {} : { card: `${recordCard}${record}` }),
            },
            ...(erases === undefined
              ? []
              : [{ lane: lane.reply, address, body: { kind: 'erase' as const, ref: erases } }]),
          ]);
        },
        async menu(tx, address, lang, roles) {
          await add(tx, [
            {
              lane: lane.notice,
              address,
              body: { kind: 'menu', commands: menuFor(deps.textsIn(lang), roles) },
            },
          ]);
        },
        async notice(tx, notice) {
          await add(tx, [toOutgoing(notice)]);
        },
        forget: (tx, sealed) => deps.vault.forget(tx, sealed),
        committed: () => outbox.send(written.splice(0)),
      };
    },
    fetch: (platform, ref, mostBytes) => adapterOf(platform).fetch(ref, mostBytes),
    typing(address) {
      void adapterOf(address.platform).deliver(address, { kind: 'typing' });
    },
    after: clock.after,
    log,
  });

  const turns = createTurns({ store, clock, handle: conductor.handle, log });

  const receive = createReceive({
    store,
    vault: deps.vault,
    now: () => clock.now(),
    async check(incoming) {
      if (incoming.kind !== 'submit' || incoming.values === null) return [];
      const handle = parseHandle(incoming.form);
      const spec = handle === undefined ? undefined : routes.forms.get(handle.form);
      if (handle === undefined || spec === undefined) return [];
      const { actor, texts, today } = await conductor.meet(incoming);
      return checkForm(spec, incoming.values, {
        read: store.read,
        texts,
        today,
        ...(actor.person === undefined ? {} : { person: actor.person.id }),
        ...(handle.subject === undefined ? {} : { subject: handle.subject }),
      }).errors;
    },
    async turnAway(incoming: Incoming) {
      if (incoming.kind !== 'command' || incoming.address.kind !== 'group') return false;
      const spec = routes.commands.get(incoming.name);
      // Among several bots, a command that names none of them and that nobody here knows is another bot's.
      if (spec === undefined) return !incoming.addressed;
      if (spec.where === 'anywhere') return false;
      const { texts } = await conductor.meet(incoming);
      const adapter = adapterOf(incoming.address.platform);
      const { blocks, audience } = toPrivate({ texts });
      const plainBlocks = blocks.filter((block): block is Exclude<Block, FormBlock> => block.kind !== 'form');
      const { parts } = fit(
        { blocks: plainBlocks, ...(audience === undefined ? {} : { audience }) },
        adapter.capabilities,
        clock.now(),
      );
      for (const part of parts) {
        await adapter.deliver(incoming.address, {
          kind: 'part',
          part,
          ...(incoming.answerWith === undefined ? {} : { answerWith: incoming.answerWith }),
        });
      }
      return true;
    },
    enqueue: turns.enqueue,
    repeat: outbox.repeat,
  });

  /** A job's write: what it tells is sent once the write is on disk. */
  const writeAndTell: JobWrite = async (work) => {
    const rows: OutboxRow[] = [];
    const result = await store.write((tx) => {
      rows.length = 0;
      return work(tx, async (told) => {
        rows.push(...(await outbox.write(tx, told.map(toOutgoing))));
      });
    });
    outbox.send(rows);
    return result;
  };

  const housekeeping: Schedule = {
    name: 'delivery.housekeeping',
    pattern: '17 * * * *',
    zone: deps.zone,
    missed: 'once',
    async run(_planned, write) {
      const now = clock.now();
      await write(async (tx) => {
        await forgetDelivered(tx, now - twoDaysMs);
        await forgetCards(tx, recordCard, now - thirtyDaysMs);
        await forgetRuns(tx, now - twoDaysMs);
        await forgetOldTalk(tx, now - thirtyDaysMs);
        await deps.vault.purge(tx, now);
      });
    },
  };
  const sealing: Schedule = {
    name: 'store.seal-audit',
    pattern: '* * * * *',
    zone: deps.zone,
    missed: 'once',
    run: async (_planned, write) => {
      await write((tx) => sealAudit(tx));
    },
  };
  const tools = { now: () => clock.now(), zone: deps.zone, calendar: deps.calendar };
  const scheduler = createScheduler({
    store,
    clock,
    write: writeAndTell,
    schedules: [housekeeping, sealing, ...features.flatMap((feature) => feature.jobs?.(tools) ?? [])],
    log,
  });

  /** Once per outage: tells those concerned what arrived last. */
  async function tellAfterOutage(): Promise<void> {
    const since = await findLastReceived(store.read);
    const now = clock.now();
    if (since === undefined || now - since < longOutageMs) return;
    const told: NoticeRow[] = [];
    for (const feature of features)
      told.push(...((await feature.afterOutage?.(store.read, { since, now })) ?? []));
    const rows = await store.write(async (tx) =>
      (await claimRun(tx, 'delivery.outage', since, now)) ? outbox.write(tx, told.map(toOutgoing)) : [],
    );
    outbox.send(rows);
  }

  let receiving = false;
  return {
    receive,
    get receiving() {
      return receiving;
    },
    scheduler,
    routes,
    features,
    async start(list) {
      for (const adapter of list) adapters.set(adapter.platform, adapter);
      await outbox.start();
      if (deps.tellsOutages !== false) await tellAfterOutage();
      for (const adapter of list) await adapter.start(receive);
      await turns.resume();
      receiving = true;
      scheduler.start();
      const texts = deps.textsIn(deps.locale);
      for (const adapter of list) {
        for (const kind of ['private', 'group'] as const) {
          void adapter
            .deliver(everywhere(adapter.platform, kind), { kind: 'menu', commands: menuFor(texts, [], kind) })
            .catch((error) =>
              log('warn', 'menu.failed', { platform: adapter.platform, error: String(error) }),
            );
        }
      }
    },
    async idle() {
      for (let quiet = false; !quiet; ) {
        await turns.idle();
        await new Promise((resolve) => setImmediate(resolve));
        quiet = turns.size === 0 && outbox.size === 0;
      }
    },
    async stop() {
      receiving = false;
      await Promise.all([...adapters.values()].map((adapter) => adapter.stop()));
      await scheduler.stop();
      await turns.stop();
      await outbox.stop();
      await Promise.all([...adapters.values()].map((adapter) => adapter.close()));
    },
  };
}
