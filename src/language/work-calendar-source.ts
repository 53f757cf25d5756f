/** Reads the holidays that editors keep, one YAML file a year. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { isDate } from './calendar.ts';
import { createWorkCalendar, type Holiday, type WorkCalendar } from './work-calendar.ts';

const schema = z.strictObject({
  /** `decreed` by the ministers, or `computed` while their decree for the year is not in hand. */
  status: z.enum(['decreed', 'computed']),
  holidays: z.array(
    z.strictObject({
      date: z.string().refine(isDate, 'is no date'),
      name: z.string().min(1),
      kind: z.enum(['national', 'joint-leave']),
    }),
  ),
});

export interface CalendarYear {
  readonly year: number;
  readonly status: 'decreed' | 'computed';
  readonly holidays: readonly Holiday[];
}

export interface CalendarProblem {
  readonly file: string;
  readonly reason: string;
}

/** Every year in the folder, and what is wrong with a file. Throws only when the folder cannot be read. */
export function readCalendarYears(folder: string): {
  readonly years: readonly CalendarYear[];
  readonly problems: readonly CalendarProblem[];
} {
  const years: CalendarYear[] = [];
  const problems: CalendarProblem[] = [];
  for (const file of readdirSync(folder).sort()) {
    const year = Number(/^(\d{4})\.yaml$/.exec(file)?.[1]);
    if (Number.isNaN(year)) continue;
    let value: unknown;
    try {
      value = parse(readFileSync(join(folder, file), 'utf8'));
    } catch (error) {
      problems.push({ file, reason: error instanceof Error ? error.message : String(error) });
      continue;
    }
    const checked = schema.safeParse(value);
    if (!checked.success) {
      for (const issue of checked.error.issues)
        problems.push({ file, reason: `${issue.path.join('.')}: ${issue.message}` });
      continue;
    }
    const strangers = checked.data.holidays.filter((holiday) => !holiday.date.startsWith(`${year}-`));
    if (strangers.length > 0)
      problems.push({ file, reason: `${strangers[0]?.date ?? ''} is not in ${year}` });
    years.push({ year, status: checked.data.status, holidays: checked.data.holidays });
  }
  return { years, problems };
}

/** The working days and office hours of every year in the folder. */
export const loadWorkCalendar = (folder: string): WorkCalendar =>
  createWorkCalendar(readCalendarYears(folder).years.flatMap(({ holidays }) => holidays));
