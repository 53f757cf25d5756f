/** What every conversation has whatever the features are: help, language, and the way out of a form. */
import type { ChatFeature, CommandSpec, Handled, Turn } from './feature.ts';
import type { Block, Button, Reply } from './reply.ts';
import { isOffered, type Routes } from './router.ts';

export interface BasicsDeps {
  /** Known only after all features are collected. */
  readonly routes: () => Routes;
  /** Stores the language an account chose. */
  readonly setLang: (
    tx: import('../store/index.ts').Writer,
    account: string,
    lang: 'id' | 'en',
  ) => Promise<void>;
}

const offered = (turn: Turn, routes: Routes): readonly CommandSpec[] => {
  const group = turn.incoming.address.kind === 'group';
  return [...new Set(routes.commands.values())].filter(
    (command) => isOffered(command, turn.actor) && (!group || command.where === 'anywhere'),
  );
};

function help(turn: Turn, routes: Routes, opening: string): Reply {
  const { texts } = turn;
  const lines = offered(turn, routes).map(
    (command) => `${turn.command(command.name)} · ${texts.t(command.summary)}`,
  );
  const name = turn.actor.person?.name ?? turn.incoming.sender.name ?? '';
  const blocks: Block[] = [
    { kind: 'text', text: texts.rich(opening, { name }) },
    { kind: 'text', text: [lines.join('\n')] },
    { kind: 'text', text: texts.rich('chat-help-next') },
  ];
  return { blocks: [...blocks, { kind: 'buttons', buttons: firstButtons(turn, routes) }] };
}

const firstButtons = (turn: Turn, routes: Routes): readonly Button[] => {
  const { texts } = turn;
  const other = texts.lang === 'id' ? 'en' : 'id';
  return [
    ...routes.features.flatMap((feature) => feature.firstSteps?.(turn) ?? []),
    { label: texts.t('chat-language-switch'), press: 'chat.language', subject: other },
  ];
};

/** Help, greeting and language. */
export function createBasics(deps: BasicsDeps): ChatFeature {
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
        name: 'chat.language',
        handle: (turn, subject) => setLanguage(turn, subject === 'en' ? 'en' : 'id'),
      },
    ],
    async greet(turn) {
      const { incoming } = turn;
      if (incoming.kind !== 'arrived' || incoming.reason !== 'home')
        return help(turn, deps.routes(), 'chat-greeting');
      const sections: Block[] = [];
      for (const feature of deps.routes().features) sections.push(...((await feature.home?.(turn)) ?? []));
      const first = help(turn, deps.routes(), 'chat-greeting');
      return { blocks: [...sections, ...first.blocks] };
    },
  };
}
