/** What is wrong with the calendars that editors keep, and which year they still have to bring. */
import type { CalendarProblem, CalendarYear } from './work-calendar-source.ts';

/** Mistakes inside the files: dates out of order or twice, a year without the holidays every year has. */
export function checkCalendarYears(years: readonly CalendarYear[]): readonly CalendarProblem[] {
  return years.flatMap(({ year, holidays }) => {
    const file = `${year}.yaml`;
    const problems: CalendarProblem[] = [];
    for (const [at, { date }] of holidays.entries()) {
      const before = holidays[at - 1]?.date ?? '';
      if (date === before) problems.push({ file, reason: `${date} stands twice` });
      else if (date < before) problems.push({ file, reason: `${date} stands after ${before}` });
    }
    for (const day of ['01-01', '05-01', '06-01', '08-17', '12-25'])
      if (!holidays.some(({ date, kind }) => date === `${year}-${day}` && kind === 'national'))
        problems.push({ file, reason: `${year}-${day} is a national holiday every year and is missing` });
    return problems;
  });
}

/** What an operator should be told on `today`: from October the next year is needed too, and decreed rather than computed. */
export function calendarWarnings(years: readonly CalendarYear[], today: string): readonly string[] {
  const year = Number(today.slice(0, 4));
  const needed = today.slice(5, 7) >= '10' ? [year, year + 1] : [year];
  return needed.flatMap((wanted) => {
    const found = years.find((one) => one.year === wanted);
    if (found === undefined)
      return [
        `the holidays of ${wanted} are missing: add knowledge/calendar/${wanted}.yaml from the ministers' decree`,
      ];
    return found.status === 'computed'
      ? [`the holidays of ${wanted} are computed: replace them when the ministers' decree is out`]
      : [];
  });
}
