/** What all features keep about a person, collected for the chat and as a file to take away. */
import type { Turn } from '../chat/feature.ts';
import { type Block, plain } from '../chat/reply.ts';
import { formatInstant } from '../language/date.ts';
import type { Keepers } from './rights.ts';
import { findRequestsOf } from './store.ts';

/** Everything, the account first; `person` is null for somebody who is no person here. */
export async function collectData(
  turn: Turn,
  keepers: Keepers,
  person: string | null,
): Promise<readonly Block[]> {
  const { actor, read, texts, zone } = turn;
  const blocks: Block[] = [];
  for (const { myData } of keepers())
    if (person !== null) blocks.push(...((await myData?.show(read, person, turn)) ?? []));
  blocks.push({ kind: 'text', text: texts.rich('privacy-account', { name: actor.shownName || '—' }) });
  for (const { myData } of keepers())
    blocks.push(...((await myData?.account?.show(read, actor.account, turn)) ?? []));
  const requests = await findRequestsOf(read, actor.account);
  if (requests.length > 0) {
    const lines = requests.map((row) => {
      const at = formatInstant(row.openedAt, zone, texts.lang);
      const words = [texts.t(`privacy-kind-${row.kind}`), texts.t(`privacy-state-${row.state}`), row.text];
      return `\n• ${[at, ...words.filter((word) => word !== '')].join(' · ')}`;
    });
    blocks.push({ kind: 'text', text: [...texts.rich('privacy-requests'), ...lines] });
  }
  return blocks;
}

function toText(block: Block): string {
  if (block.kind === 'text') return plain(block.text);
  if (block.kind === 'facts') return block.rows.map((row) => `${row.label}: ${plain(row.value)}`).join('\n');
  if (block.kind === 'table') return [block.head, ...block.rows].map((row) => row.join('\t')).join('\n');
  return '';
}

/** The same as a text file, which every phone opens. */
export function dataFile(turn: Turn, blocks: readonly Block[]): Block {
  const head = turn.texts.t('privacy-file-head', {
    time: formatInstant(turn.now, turn.zone, turn.texts.lang),
  });
  const text = `${[head, ...blocks.map(toText).filter((one) => one !== '')].join('\n\n')}\n`;
  return {
    kind: 'file',
    name: `${turn.texts.t('privacy-file-name')}-${turn.today}.txt`,
    mime: 'text/plain',
    data: Buffer.from(text).toString('base64'),
  };
}
