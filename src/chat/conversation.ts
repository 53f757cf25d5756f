/** What the bot remembers of one conversation between two messages. */
import type { Lang } from '../language/locale.ts';

export interface OpenForm {
  readonly form: string;
  readonly version: number;
  readonly values: Readonly<Record<string, string>>;
  /** Id of the field asked last. */
  readonly asking: string;
  readonly subject?: string;
  /** Changes with every opening, so that buttons of an older one are known as stale. */
  readonly opened: string;
}

export interface Talk {
  /** Language of the last free text. */
  lang?: Lang;
  /** Topic answered last. */
  topic?: string;
  form?: OpenForm;
  /** Which command menu stands in this place: language and roles. */
  menu?: string;
  /** What features keep, each under its own name. */
  notes: Record<string, string>;
}

export const emptyTalk = (): Talk => ({ notes: {} });
