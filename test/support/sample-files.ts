/** Files that people of dialogues send, by name: what they hold is told by the name. */

export interface SampleFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** A JPEG as far as its first and last bytes tell; `salt` makes another one. */
const jpeg = (salt: number, size = 64): Uint8Array =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(size, salt), Buffer.from([0xff, 0xd9])]);

const samples: Readonly<Record<string, () => Omit<SampleFile, 'name'>>> = {
  'foto.jpg': () => ({ mime: 'image/jpeg', bytes: jpeg(1) }),
  'foto2.jpg': () => ({ mime: 'image/jpeg', bytes: jpeg(2) }),
  'surat.pdf': () => ({ mime: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }),
  /** A program that says it is a picture. */
  'palsu.jpg': () => ({
    mime: 'image/jpeg',
    bytes: Buffer.from('MZ\u0090\u0000 this program cannot be run'),
  }),
  'besar.jpg': () => ({ mime: 'image/jpeg', bytes: jpeg(3, 30 * 1024 * 1024) }),
};

export function sampleFile(name: string): SampleFile {
  const sample = samples[name];
  if (sample === undefined) throw new Error(`there is no sample file ${name}`);
  return { name, ...sample() };
}
