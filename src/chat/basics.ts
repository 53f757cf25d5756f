/** What every conversation has whatever the features are: help, language, and the way out of a form. */
import type { ChatFeature, Handled, HomeContext, Turn } from './feature.ts';
import { type HomeDeps, homeNotice, homePage } from './home.ts';
import type { Block, Button, Reply } from './reply.ts';
import { isOffered, type Routes } from './router.ts';

/** `routes` are known only after all features are collected. */
export interface BasicsDeps extends Omit<HomeDeps, 'help'> {
  /** Stores the language an account chose. */
  readonly setLang: (
    tx: import('../store/index.ts').Writer,
    account: string,
    lang: 'id' | 'en',
  ) => Promise<void>;
}

/** More commands than this do not fit on the screen of a phone: help then names the everyday ones first. */
const mostShown = 14;

interface HelpInput {
  readonly opening: string;
  readonly name: string;
  readonly inGroup?: boolean;
  /** Every command, however many there are. */
  readonly all?: boolean;
}

function helpBlocks(context: HomeContext, routes: Routes, input: HelpInput): readonly Block[] {
  const { texts } = context;
  const offered = [...new Set(routes.commands.values())]
    .filter((command) => isOffered(command, context.actor))
    .filter((command) => input.inGroup !== true || command.where === 'anywhere');
  const isShort = offered.length > mostShown && input.all !== true;
  const lines = offered
    .filter((command) => !isShort || command.everyday === true)
    .map((command) => `${context.command(command.name)} · ${texts.t(command.summary)}`);
  const all: Button = { label: texts.t('chat-help-all', { n: offered.length }), press: 'chat.help-all' };
  return [
    { kind: 'text', text: texts.rich(input.opening, { name: input.name }) },
    { kind: 'text', text: [lines.join('\n')] },
    { kind: 'text', text: texts.rich('chat-help-next') },
    { kind: 'buttons', buttons: [...(isShort ? [all] : []), ...firstButtons(context, routes)] },
  ];
}

const help = (turn: Turn, routes: Routes, opening: string, all = false): Reply => ({
  blocks: helpBlocks(turn, routes, {
    opening,
    all,
    name: turn.actor.person?.name ?? turn.incoming.sender.name ?? '',
    inGroup: turn.incoming.address.kind === 'group',
  }),
});

const firstButtons = (context: HomeContext, routes: Routes): readonly Button[] => {
  const { texts } = context;
  const other = texts.lang === 'id' ? 'en' : 'id';
  return [
    ...routes.features.flatMap((feature) => feature.firstSteps?.(context) ?? []),
    { label: texts.t('chat-language-switch'), press: 'chat.language', subject: other },
  ];
};

/** Help, greeting and language. */
export function createBasics(deps: BasicsDeps): ChatFeature {
  const home: HomeDeps = {
    ...deps,
    help: (context, routes) =>
      helpBlocks(context, routes, {
        opening: 'chat-greeting',
        name: context.actor.person?.name ?? context.actor.shownName,
      }),
  };
  const setLanguage = (turn: Turn, lang: 'id' | 'en'): Promise<Handled> =>
    turn.commit(
      async (tx) => {
        await deps.setLang(tx, turn.actor.account, lang);
        turn.talk.lang = lang;
      },
      () => ({
        blocks: [
          { kind: 'text', text: turn.texts.rich('chat-language-set', { lang }) },
          { kind: 'buttons', buttons: [{ label: turn.texts.t('chat-help-button'), press: 'chat.help' }] },
        ],
      }),
    );

  const askLanguage = (turn: Turn): Handled => ({
    blocks: [
      { kind: 'text', text: turn.texts.rich('chat-language-ask') },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Bahasa Indonesia', press: 'chat.language', subject: 'id' },
          { label: 'English', press: 'chat.language', subject: 'en' },
        ],
      },
    ],
  });

  return {
    name: 'chat',
    commands: [
      {
        name: 'bantuan',
        aliases: ['help', 'menu'],
        where: 'anywhere',
        summary: 'chat-summary-help',
        handle: async (turn) => help(turn, deps.routes(), 'chat-help-title'),
      },
      {
        name: 'bahasa',
        aliases: ['language'],
        summary: 'chat-summary-language',
        async handle(turn, rest) {
          const wanted = rest.trim().toLowerCase();
          if (/^(id|indonesia|indonesian)$/.test(wanted)) return setLanguage(turn, 'id');
          if (/^(en|english|inggris)$/.test(wanted)) return setLanguage(turn, 'en');
          return askLanguage(turn);
        },
      },
      {
        name: 'batal',
        aliases: ['cancel'],
        summary: 'chat-summary-cancel',
        hidden: true,
        handle: async (turn) => ({
          blocks: [
            { kind: 'text', text: turn.texts.rich('chat-form-cancelled') },
            { kind: 'buttons', buttons: [{ label: turn.texts.t('chat-help-button'), press: 'chat.help' }] },
          ],
        }),
      },
    ],
    presses: [
      {
        name: 'chat.help',
        where: 'anywhere',
        handle: async (turn) => help(turn, deps.routes(), 'chat-help-title'),
      },
      {
        name: 'chat.help-all',
        handle: async (turn) => help(turn, deps.routes(), 'chat-help-title', true),
      },
      {
        name: 'chat.language',
        handle: (turn, subject) => setLanguage(turn, subject === 'en' ? 'en' : 'id'),
      },
    ],
    async greet(turn) {
      const { incoming } = turn;
      if (incoming.kind !== 'arrived' || incoming.reason !== 'home')
        return help(turn, deps.routes(), 'chat-greeting');
      return { blocks: await homePage(turn, home) };
    },
    notices: [homeNotice(home)],
  };
}
