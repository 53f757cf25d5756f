/** The registers on a home page and in the staff's weekly digest: how many there are, and what came in this week. */
import type { HomeContext } from '../chat/feature.ts';
import type { Block } from '../chat/reply.ts';
import type { WeeklyContext } from '../feature.ts';
import { areaName } from '../language/areas.ts';
import { formatNumber } from '../language/number.ts';
import type { Reader } from '../store/index.ts';
import { workArea } from './list-chat.ts';
import { countEntries, countSince } from './list-store.ts';
import { registerNames } from './register.ts';

const totals = (read: Reader, area: string) =>
  Promise.all(
    registerNames.map(async (register) => {
      const counts = await countEntries(read, { register, area, kind: '', query: '' });
      const standing = counts.filter((one) => one.active);
      return { register, n: standing.reduce((sum, one) => sum + one.entries, 0) };
    }),
  );

export async function homeRegisters({ actor, read, texts }: HomeContext): Promise<readonly Block[]> {
  const area = workArea(actor);
  if (area === undefined) return [];
  const counts = await totals(read, area);
  const words = counts.map(
    ({ n, register }) => `${texts.t(`registers-name-${register}`)} ${formatNumber(n, texts.lang)}`,
  );
  return [
    {
      kind: 'text',
      text: texts.rich('registers-home', { area: areaName(area, texts.lang), counts: words.join(' · ') }),
    },
    {
      kind: 'buttons',
      buttons: registerNames.map((register) => ({
        label: texts.t(`registers-name-${register}`),
        press: 'registers.list',
        subject: `${register}~~~0~`,
      })),
    },
  ];
}

export async function weeklyRegisters({ read, since, texts }: WeeklyContext): Promise<readonly Block[]> {
  const counts = await totals(read, 'ID');
  if (counts.every(({ n }) => n === 0)) return [];
  const fresh = await countSince(read, since);
  const lines = counts.map(({ n, register }) => {
    const added = fresh.find((one) => one.register === register)?.entries ?? 0;
    const name = texts.t(`registers-name-${register}`);
    return `\n• ${texts.t('registers-weekly-line', { register: name, n, added })}`;
  });
  return [{ kind: 'text', text: [...texts.rich('registers-weekly'), ...lines] }];
}
