/**
 * What the bot says: a closed union of blocks, as features write it (`Reply`) and as an adapter receives it (`Part`).
 * Text is a list of spans, never markup in a string, so that nothing a person typed can turn into markup.
 */
import type { Rich } from '../language/rich.ts';

export type { Rich, Span } from '../language/rich.ts';
export { plain } from '../language/rich.ts';

export type ButtonStyle = 'normal' | 'main' | 'danger';

/** A button as a feature writes it. `press` names a press handler; `subject` is what the handler receives. */
export interface Button {
  readonly label: string;
  readonly press: string;
  readonly subject?: string;
  readonly style?: ButtonStyle;
}

interface TextBlock {
  readonly kind: 'text';
  readonly text: Rich;
}
interface FactsBlock {
  readonly kind: 'facts';
  readonly rows: readonly { readonly label: string; readonly value: Rich }[];
}
interface TableBlock {
  readonly kind: 'table';
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
interface ImageBlock {
  readonly kind: 'image';
  /** PNG bytes, base64. */
  readonly data: string;
  readonly alt: string;
}
interface FileBlock {
  readonly kind: 'file';
  readonly name: string;
  readonly mime: string;
  /** Bytes, base64. */
  readonly data: string;
}
interface LinkBlock {
  readonly kind: 'link';
  readonly label: string;
  /** An address, or `private:` for the bot's own private chat: the adapter knows where that is. */
  readonly url: string;
}

type SharedBlock = TextBlock | FactsBlock | TableBlock | ImageBlock | FileBlock | LinkBlock;

/** Opens a form: a modal where the platform has one, else its questions one by one. */
export interface FormBlock {
  readonly kind: 'form';
  /** Name of a registered form, `feature.form`. */
  readonly form: string;
  /** Fields already known; only the rest is asked for where fields are asked one by one. */
  readonly values?: Readonly<Record<string, string>>;
  /** Passed on to the form's handler. */
  readonly subject?: string;
}

export type Block =
  | SharedBlock
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | FormBlock;

export interface Reply {
  readonly blocks: readonly Block[];
  /** `only-sender` stays private where others read along. Default: everyone in the place. */
  readonly audience?: 'everyone' | 'only-sender';
  /** `pressed` puts this reply in the place of the message whose button was pressed. */
  readonly replaces?: 'pressed';
  /** The record that this is the receipt of, `session:ID`: a reply to the message is about it. */
  readonly record?: string;
  /** A message of the person's own that should disappear from the chat where the platform allows it. */
  readonly erases?: string;
}

export interface FittedButton {
  readonly label: string;
  /** At most 64 bytes; comes back in a Press. */
  readonly token: string;
  readonly style: ButtonStyle;
}

export interface FittedField {
  readonly id: string;
  readonly label: string;
  readonly kind: 'line' | 'lines' | 'choice';
  readonly hint?: string;
  readonly value?: string;
  readonly optional: boolean;
  /** For `choice`: what may be picked. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A form for a platform with modals. `handle` comes back in a Submit, unchanged. */
export interface FittedForm {
  readonly kind: 'form';
  readonly handle: string;
  readonly title: string;
  readonly submit: string;
  readonly cancel: string;
  readonly intro?: Rich;
  readonly fields: readonly FittedField[];
}

export type FittedBlock =
  | SharedBlock
  | { readonly kind: 'buttons'; readonly buttons: readonly FittedButton[] }
  | FittedForm;

/** One platform message, already within the adapter's capabilities. */
export interface Part {
  readonly blocks: readonly FittedBlock[];
  readonly audience: 'everyone' | 'only-sender';
  /** Reference of the message to change in place. */
  readonly replaces?: string;
}
