/** The size of the area whose report is measured, and the month. */
import { addDays, firstDayOf, monthOf, toDate } from '../src/language/calendar.ts';

export const facilitators = 1_000;
export const sessionsEach = 20;
export const area = '33.74';
/** The last whole month. */
export const month = monthOf(addDays(firstDayOf(monthOf(toDate(Date.now(), 'Asia/Jakarta'))), -1));
