/** Where a conversation takes place and who wrote, as values that are stored and compared but never looked into. */

export type PlaceKind = 'private' | 'group' | 'home';

export interface Address {
  /** The adapter's name. Opaque to the core. */
  readonly platform: string;
  /** The chat, channel or direct message, as the platform numbers it. */
  readonly place: string;
  /** A thread inside the place, where the platform has threads. */
  readonly thread?: string;
  /** `home` is a page that is replaced as a whole, such as an app's home tab. */
  readonly kind: PlaceKind;
}

export interface Sender {
  /** The platform's id of the account, unique within the platform. */
  readonly account: string;
  /** The name shown on the platform; never a proof of who somebody is. */
  readonly name?: string;
  /** The language set in the platform's app, such as `id` or `en-GB`. */
  readonly locale?: string;
}
