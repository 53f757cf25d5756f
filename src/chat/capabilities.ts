/** What a platform can carry. One constant per adapter, a reason beside each number; only `fit` reads it. */

export interface Capabilities {
  /** Characters of visible text in one message. */
  readonly textLimit: number;
  /** Characters of visible text in a message that carries a picture or a file; a picture's description is part of it. */
  readonly captionLimit: number;
  /** Blocks in one message. */
  readonly blocksPerPart: number;
  /** Blocks on a home page, which is one part whatever it holds; 0 where there is no such page. */
  readonly blocksPerPage: number;
  readonly buttonsPerPart: number;
  readonly buttonLabelLimit: number;
  /** Bytes of a button's token. */
  readonly tokenBytes: number;
  /** Columns of a narrow screen: tables wider than this become lists. */
  readonly lineWidth: number;
  /** Whether a message can be changed in place. */
  readonly edits: boolean;
  /** Whether a person's own message can be taken out of the chat. */
  readonly erases: boolean;
  /** `modal`: a form is one window; `ask`: fields are asked one by one. */
  readonly forms: 'modal' | 'ask';
  readonly formFields: number;
  readonly fieldLabelLimit: number;
  /** Whether a reply can be shown to one person among many. */
  readonly onlySender: boolean;
  readonly images: boolean;
  readonly files: boolean;
  /** What stands before a command's name when the bot shows how to type it: `/` or `/daya `. */
  readonly commandPrefix: string;
  /** How much may be sent, as the platform's documentation says; null when nothing limits it. */
  readonly budget: Budget | null;
  /** Deliveries under way at once. */
  readonly parallel: number;
}

export interface Budget {
  /** Messages a second over all places. */
  readonly perSecond: number;
  /** At most `count` messages in `perMs` milliseconds to one place. */
  readonly perPlace: { readonly count: number; readonly perMs: number };
  /** The same for places of kind `group`, where the platform is stricter. */
  readonly perGroup: { readonly count: number; readonly perMs: number };
}
