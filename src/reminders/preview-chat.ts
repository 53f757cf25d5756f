/** A digest as it would be worded, without a conversation. */
import type { Texts } from '../chat/feature.ts';
import { plain } from '../chat/reply.ts';
import type { Feature } from '../feature.ts';
import type { Lang } from '../language/locale.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';
import { findReach } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { digestBlocks } from './digest-chat.ts';
import { collectSources } from './plan.ts';
import { previewDigests } from './preview.ts';

export interface PreviewedDigest {
  readonly person: string;
  readonly name: string;
  readonly zone: string;
  /** The kinds it holds, joined by commas. */
  readonly kind: string;
  readonly state: 'due' | 'suppressed';
  readonly reason: string | null;
  readonly text: string;
  readonly buttons: readonly string[];
}

export function createPreview(
  features: readonly Feature[],
  options: {
    readonly textsIn: (lang: Lang) => Texts;
    readonly locale: Lang;
    readonly calendar: WorkCalendar;
  },
) {
  const sources = collectSources(features);
  return async function* preview(read: Reader, at: number): AsyncIterable<PreviewedDigest> {
    for await (const found of previewDigests(read, { at, sources, calendar: options.calendar })) {
      const { items, name, person, suppressed, zone } = found;
      const reach = await findReach(read, person);
      const blocks = digestBlocks(
        {
          texts: options.textsIn(reach?.lang ?? options.locale),
          zone,
          now: at,
          command: (command) => `/${command}`,
        },
        sources,
        { id: '', items },
      );
      yield {
        person,
        name,
        zone,
        kind: [...new Set(items.map((item) => item.kind))].join(','),
        state: suppressed === null ? 'due' : 'suppressed',
        reason: suppressed,
        text: blocks.flatMap((block) => (block.kind === 'text' ? [plain(block.text)] : [])).join('\n\n'),
        buttons: blocks.flatMap((block) =>
          block.kind === 'buttons' ? block.buttons.map((button) => button.label) : [],
        ),
      };
    }
  };
}
