/** The figures of 2020 and 2021 that today's counts are shown beside: those of the targets' history, unchanged. */
import { isDate } from '../language/calendar.ts';
import { formatDay } from '../language/date.ts';
import type { Lang } from '../language/locale.ts';
import { readHistory } from '../targets/index.ts';
import type { RegisterName } from './register.ts';

const entriesOf: Readonly<Record<RegisterName, readonly string[]>> = {
  kat: ['kat-count-2021', 'kat-result-2021'],
  pillar: ['psm-2021', 'tksk-2021', 'karang-taruna-2021', 'lks-2021'],
  puskesos: ['puskesos-village-2021', 'puskesos-regency-2021'],
};

export interface Baseline {
  /** Id of the entry in `knowledge/targets/history.yaml`. */
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly label: string;
  readonly unit: string;
  readonly source: string;
}

let read: ReturnType<typeof readHistory>['history'] | undefined;

/** National figures, whole and with where they stand; none for an entry that editors took out. */
export function baselinesOf(register: RegisterName, lang: Lang): readonly Baseline[] {
  read ??= readHistory().history;
  const { entries, sources } = read;
  return entriesOf[register].flatMap((id) => {
    const entry = entries.find((one) => one.id === id);
    const source = sources[entry?.source ?? ''];
    if (entry === undefined || source === undefined) return [];
    return [
      {
        id,
        year: entry.year,
        number: entry.number,
        label: entry.label[lang],
        unit: entry.unit[lang],
        source: `${source.publisher}, ${isDate(source.date) ? formatDay(source.date, lang) : source.date}`,
      },
    ];
  });
}
