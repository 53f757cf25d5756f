/** What a digest says: its lines under the headings of their sources, with the buttons that do the work. */
import type { Texts } from '../chat/feature.ts';
import type { Block, Button, Rich } from '../chat/reply.ts';
import type { ReminderSource, ReminderWords } from '../feature.ts';
import type { DigestItem } from './store.ts';

const linesShown = 8;
const buttonsShown = 4;

export interface WordedItems {
  readonly blocks: readonly Block[];
  readonly buttons: readonly Button[];
  /** Lines that did not fit. */
  readonly more: number;
}

/** @param most lines to show. */
export function wordItems(
  words: ReminderWords,
  sources: readonly ReminderSource[],
  items: readonly DigestItem[],
  most = linesShown,
): WordedItems {
  const blocks: Block[] = [];
  const buttons = new Map<string, Button>();
  let shown = 0;
  for (const source of sources) {
    const own = items.filter((item) => item.kind === source.kind).slice(0, most - shown);
    if (own.length === 0) continue;
    shown += own.length;
    const lines: Rich = own.flatMap((item) => {
      const { button, line } = source.word(words, item);
      if (!item.done && button !== undefined) buttons.set(`${button.press} ${button.subject ?? ''}`, button);
      return ['\n', item.done ? '✅ ' : '• ', ...line];
    });
    blocks.push({ kind: 'text', text: [{ bold: words.texts.t(source.heading) }, ...lines] });
  }
  return { blocks, buttons: [...buttons.values()].slice(0, buttonsShown), more: items.length - shown };
}

export const settingsButton = (texts: Texts): Button => ({
  label: texts.t('reminders-button-settings'),
  press: 'reminders.settings',
});
