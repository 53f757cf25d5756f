/**
 * Forms as data: the same form is a modal on one platform and a chain of questions on another. A field parses what was
 * typed and says, as a text key, what is wrong with it.
 */

import type { Reader } from '../store/index.ts';
import type { Handled, Texts, Turn } from './feature.ts';
import type { Sealed } from './incoming.ts';

export interface FormContext {
  readonly read: Reader;
  readonly texts: Texts;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Person id of who fills the form in, where known. */
  readonly person?: string;
  readonly subject?: string;
  /**
   * Identity numbers that were taken out of what was typed, for fields that suspend their guard. Absent while a window is
   * checked before it is stored: then the digits still stand in the text.
   */
  readonly sealed?: readonly Sealed[];
}

export type FieldResult =
  | { readonly kind: 'ok'; readonly value: string }
  | {
      readonly kind: 'wrong';
      /** Text key of what to type instead. */
      readonly key: string;
      readonly args?: Readonly<Record<string, string | number>>;
      /** What may have been meant; offered as buttons where fields are asked one by one. */
      readonly options?: readonly Option[];
    };

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface FieldSpec {
  readonly id: string;
  readonly kind: 'line' | 'lines' | 'choice';
  /** Text key of the question. */
  readonly label: string;
  /** Text key of an example or explanation. */
  readonly hint?: string;
  readonly optional?: boolean;
  /** Guards that this field needs switched off, such as the one for identity numbers. */
  readonly suspends?: readonly string[];
  /** For `choice`; for other kinds: quick answers offered as buttons. */
  options?(context: FormContext, values: Readonly<Record<string, string>>): Promise<readonly Option[]>;
  /** Pure. Must accept its own output, so that values can be checked twice. */
  parse(typed: string, context: FormContext): FieldResult;
}

export interface FormSpec {
  /** `feature.form`. */
  readonly name: string;
  /** Raised whenever fields change their meaning; older open forms then start anew. */
  readonly version: number;
  /** Text key, at most 24 characters in either language. */
  readonly title: string;
  readonly submitLabel?: string;
  readonly intro?: string;
  readonly fields: readonly FieldSpec[];
  submit(turn: Turn, values: Readonly<Record<string, string>>, subject: string | undefined): Promise<Handled>;
}
