/**
 * What may be attached to a record, and how its true type is told: by its first bytes, never by its name or by what the
 * platform says. Nothing here is ever run or handed out.
 */

/** Larger files are refused, before they are fetched where the platform tells the size. */
export const mostBytes = 10 * 1024 * 1024;

/** Without a reply to a receipt, what is sent belongs to the last record for this long. */
export const attachMs = 15 * 60_000;

/** More than these on one record are a mistake, or somebody filling the disk. */
export const mostOnRecord = 20;

export const fileTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type FileType = (typeof fileTypes)[number];

const ascii = (bytes: Uint8Array, from: number, text: string): boolean =>
  bytes.length >= from + text.length &&
  [...text].every((letter, at) => bytes[from + at] === letter.charCodeAt(0));

const ends = (bytes: Uint8Array, ...wanted: readonly number[]): boolean =>
  wanted.every((byte, at) => bytes[bytes.length - wanted.length + at] === byte);

/** The type by content; undefined for anything but the four that are taken, and for what is cut off. */
export function typeOf(bytes: Uint8Array): FileType | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff)
    return bytes.lastIndexOf(0xd9) > 2 && bytes[bytes.lastIndexOf(0xd9) - 1] === 0xff
      ? 'image/jpeg'
      : undefined;
  if (bytes[0] === 0x89 && ascii(bytes, 1, 'PNG\r\n\x1a\n'))
    return ends(bytes, 0xae, 0x42, 0x60, 0x82) ? 'image/png' : undefined;
  if (ascii(bytes, 0, 'RIFF') && ascii(bytes, 8, 'WEBP')) return 'image/webp';
  if (ascii(bytes, 0, '%PDF-')) return 'application/pdf';
  return undefined;
}

/** Why a file is not kept. */
export type Refusal = 'too-large' | 'wrong-type' | 'not-fetched';
