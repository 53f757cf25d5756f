/** One text with its buttons: the shape of most replies. */
import type { Turn } from './feature.ts';
import type { Button, Reply } from './reply.ts';

/** Without buttons of its own a reply ends in the way to help, so that there is always a next step. */
export const say = (
  turn: Pick<Turn, 'texts'>,
  key: string,
  args: Readonly<Record<string, string | number>> = {},
  buttons: readonly Button[] = [],
): Reply => ({
  blocks: [
    { kind: 'text', text: turn.texts.rich(key, args) },
    {
      kind: 'buttons',
      buttons:
        buttons.length > 0 ? buttons : [{ label: turn.texts.t('chat-help-button'), press: 'chat.help' }],
    },
  ],
});
