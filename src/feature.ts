/**
 * A feature as one value: what it adds to the conversation, the schedule, imports and exports, targets, reminders and
 * the rights of people over their data. `app.ts` and the command line collect these lists and know no feature by name.
 */
import type { ChatFeature, NoticeRow, Texts, Turn } from './chat/feature.ts';
import type { Block, Button, Rich } from './chat/reply.ts';
import type { Schedule } from './delivery/scheduler.ts';
import type { ImportSpec } from './imports/import.ts';
import type { Zone } from './language/locale.ts';
import type { WorkCalendar } from './language/work-calendar.ts';
import type { Reader, Writer } from './store/index.ts';

/** A message to somebody else, as use cases write it. */
export type { NoticeRow };

export interface Feature extends ChatFeature {
  /** Planned work, given what the running assistant offers it. */
  readonly jobs?: (tools: JobTools) => readonly Schedule[];
  readonly imports?: readonly ImportSpec[];
  readonly exports?: readonly ExportSpec[];
  readonly attachables?: readonly AttachableSpec[];
  /** This feature's parts of the monthly report, in this order. */
  readonly reportSections?: readonly ReportSection[];
  /** What targets can be set on and are computed from this feature's records. */
  readonly indicators?: readonly IndicatorSpec[];
  /** What this feature reminds people of in their daily digest. */
  readonly reminders?: readonly ReminderSource[];
  /** This feature's part of the staff's weekly digest; nothing when there is nothing to say. */
  readonly weekly?: (context: WeeklyContext) => Promise<readonly Block[]>;
  /** One line about each of these people for the lists of those who accompany them, such as a stage. */
  aboutPeople?(read: Reader, persons: readonly string[], texts: Texts): Promise<ReadonlyMap<string, string>>;
  readonly myData?: MyDataSpec;
  readonly retention?: readonly RetentionSpec[];
  /** What to tell whom after the bot was away longer than the platforms keep messages. */
  readonly afterOutage?: (read: Reader, outage: Outage) => Promise<readonly NoticeRow[]>;
}

export interface WeeklyContext {
  readonly read: Reader;
  readonly texts: Texts;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
  readonly now: number;
  /** `YYYY-MM-DD` in `zone`. */
  readonly today: string;
  /** The beginning of the week told of, in epoch milliseconds. */
  readonly since: number;
}

export interface Outage {
  /** When the last event came in, in epoch milliseconds. */
  readonly since: number;
  readonly now: number;
}

export interface JobTools {
  /** Epoch milliseconds. */
  now(): number;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
}

type Actor = Turn['actor'];

/** A record that photos, places and files can be attached to. */
export interface AttachableRecord {
  readonly id: string;
  /** Whom it is about: with the person's data the attachments are erased. Null where nobody is named. */
  readonly about: string | null;
  /** When it was made, in epoch milliseconds. */
  readonly at: number;
  /** What a receipt calls it, such as its number and a name. */
  readonly name: string;
}

/** Records of one kind that something can be attached to, by those who may: each query finds the actor's own only. */
export interface AttachableSpec {
  /** Stands before the id, `session`. */
  readonly kind: string;
  /** Text key of the kind's name. */
  readonly label: string;
  /** What the actor made last. */
  findLast(read: Reader, actor: Actor): Promise<AttachableRecord | undefined>;
  /** A record by id; undefined when it is gone or not the actor's. */
  find(read: Reader, actor: Actor, id: string): Promise<AttachableRecord | undefined>;
  /** What was made from one message, for photos with a caption; `source` is the conversation's key and the message. */
  findBySource?(read: Reader, source: string): Promise<readonly AttachableRecord[]>;
}

export type Cell = string | number | boolean | null;

export type ColumnType = 'text' | 'whole' | 'money' | 'date' | 'instant' | 'flag';

/** Whose month is reported, and in which words. */
export interface ReportScope {
  /** Person ids of those who did the work, in the order of the report. */
  readonly persons: readonly string[];
  /** The area whose report it is; null in the report of one person. */
  readonly area: string | null;
  /** `YYYY-MM`. */
  readonly month: string;
  /** `YYYY-MM-DD`: the month's last day, or today while it still runs. */
  readonly until: string;
  readonly zone: Zone;
  readonly texts: Texts;
}

export interface ReportColumn {
  /** Text key. */
  readonly label: string;
  readonly type: ColumnType;
  /** Adds the column up below the rows. */
  readonly total?: boolean;
  /** Share of the printed page's width; absent where the column is not printed. */
  readonly printed?: number;
}

/** A target as a bar of the printed report. */
export interface ReportBar {
  readonly label: string;
  readonly done: number;
  readonly number: number;
  /** `412 dari 900 (46 %)`. */
  readonly figure: string;
  readonly behind?: boolean;
}

/** One kind of work in the monthly report: a sheet of its workbook, and a table of its printed page. */
export interface ReportSection {
  /** `feature.section`. */
  readonly name: string;
  /** Text key; also the name of the sheet, so at most 31 characters in either language. */
  readonly title: string;
  /** Whose reports have it. */
  readonly in: 'every' | 'own' | 'area';
  /** Which printed reports have it as a table; the workbook always has. */
  readonly printed: 'every' | 'own';
  readonly columns: readonly ReportColumn[];
  /** In a lasting order, read in batches. Complaints about officers and identity numbers are never among them. */
  rows(read: Reader, scope: ReportScope): AsyncIterable<readonly Cell[]>;
  bars?(read: Reader, scope: ReportScope): Promise<readonly ReportBar[]>;
}

/** One kind of record as rows of a file. */
export interface ExportSpec {
  readonly kind: string;
  /** `money` is whole rupiah, `date` is `YYYY-MM-DD`, `instant` is epoch milliseconds. */
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  /** In a lasting order; read in batches, so that a large register never stands in memory as a whole. */
  rows(read: Reader): AsyncIterable<readonly Cell[]>;
}

/** Something that is counted. How much was done is kept by the targets' tally, which the feature adds to in its writes. */
export interface IndicatorSpec {
  /** Lower case with dashes, such as `sessions`: what a target's CSV names. */
  readonly id: string;
  /** Text keys. */
  readonly label: string;
  readonly unit: string;
  /** All that was ever counted, for checking and rebuilding the tally. `month` is `YYYY-MM`. */
  recount(read: Reader): AsyncIterable<{
    readonly area: string;
    readonly person: string | null;
    readonly month: string;
    readonly n: number;
  }>;
}

export interface ReminderItem {
  /** What the reminder is about within its source; one person has each (source, subject) once in a digest. */
  readonly subject: string;
  /** Higher comes first. */
  readonly urgency: number;
  /** What wording needs, so that nothing is read again. */
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface ReminderWords {
  readonly texts: Texts;
  readonly zone: Zone;
  readonly today: string;
  command(name: string): string;
}

/** One kind of reminder. */
export interface ReminderSource {
  /** `feature.kind`, such as `mentoring.unvisited`. */
  readonly kind: string;
  /** Text key of the heading in a digest and of the kind in settings. */
  readonly heading: string;
  /** What is due on `date` for each of these people; asked in batches, so one query for all of them. */
  due(
    read: Reader,
    input: { readonly persons: readonly string[]; readonly date: string; readonly now: number },
  ): Promise<ReadonlyMap<string, readonly ReminderItem[]>>;
  /** Which of these subjects are still due; the rest is ticked off. Runs in the write that may have done the work. */
  stillDue(
    read: Reader,
    input: {
      readonly person: string;
      readonly subjects: readonly string[];
      readonly date: string;
      readonly now: number;
    },
  ): Promise<ReadonlySet<string>>;
  /** One line, and the button that does the thing. */
  word(
    words: ReminderWords,
    item: Pick<ReminderItem, 'subject' | 'facts'>,
  ): { readonly line: Rich; readonly button?: Button };
}

/** Records of one kind that are kept for as long as `knowledge/retention.yaml` says. */
export interface RetentionSpec {
  /** As named there. */
  readonly kind: string;
  /** Forgets a batch of what was over before a moment; 0 when nothing is left to forget. Safe to run again. */
  forget(tx: Writer, before: number): Promise<number>;
}

/** What this feature holds about a person, for `/dataku`, `/berhenti` and `/hapus`. */
export interface MyDataSpec {
  /** Everything, in words for the person; masked where it names identity numbers. */
  show(read: Reader, person: string, words: ReminderWords): Promise<readonly Block[]>;
  /** Ends what goes on with the person's consent, when it is withdrawn; what was done stays. */
  stop?(tx: Writer, person: string, now: number): Promise<void>;
  /** Erases what may be erased; returns text keys of what must be kept and why. */
  erase(tx: Writer, person: string, now: number): Promise<readonly string[]>;
  /** What is kept by account, whoever it stands for: shown and erased for somebody who is no person here, too. */
  readonly account?: {
    show(read: Reader, account: string, words: ReminderWords): Promise<readonly Block[]>;
    erase(tx: Writer, account: string, now: number): Promise<void>;
  };
}
