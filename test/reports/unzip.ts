/** Reads the parts of a workbook, which is a zip archive, without the library that wrote it. */
import { inflateRawSync } from 'node:zlib';

const centralMark = 0x02014b50;

/** The parts by their names. */
export function unzip(bytes: Buffer): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (
    let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0 && bytes.readUInt32LE(at) === centralMark;
  ) {
    const [packed, nameSize, extra, comment] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameSize);
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(from, from + packed);
    const deflated = bytes.readUInt16LE(at + 10) === 8;
    parts.set(name, (deflated ? inflateRawSync(content) : content).toString('utf8'));
    at += 46 + nameSize + extra + comment;
  }
  return parts;
}
