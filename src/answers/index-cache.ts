/**
 * Writes a built index to bytes and reads it back, so that a start need not learn anything. The bytes carry the key they
 * were made for; a different key, or anything unreadable, reads as "not there".
 */
import type { Model } from './model.ts';
import type { Problem, Topic } from './topic.ts';

const MAGIC = 'DAYAIDX1';
const ALIGNMENT = 8;

interface ArrayPlace {
  readonly kind: string;
  readonly at: number;
  readonly length: number;
}

/** What is kept beside the index, so that a start from the cache parses no Markdown. */
export interface IndexContent {
  readonly topics: readonly Topic[];
  readonly problems: readonly Problem[];
}

type NumberArray = Int16Array | Int32Array | Uint8Array | Uint16Array | Uint32Array | Float32Array;

interface Header {
  readonly key: string;
  readonly arrays: Readonly<Record<string, ArrayPlace>>;
  readonly plain: Pick<Model, 'topics' | 'lexicon' | 'weightUnit' | 'calibration'> & {
    readonly phrasings: readonly (readonly [string, number])[];
    readonly names: readonly (readonly [string, number])[];
    readonly programmeNames: readonly (readonly [string, string])[];
    readonly vocabularySize: number;
  };
  readonly content: IndexContent;
}

export interface DecodedIndex extends Model {
  readonly content: IndexContent;
}

/** One block of bytes. */
export function encodeModel(model: Model, key: string, content: IndexContent): Uint8Array<ArrayBuffer> {
  const parts: Record<string, NumberArray> = {
    hashes: model.vocabulary.hashes,
    numbers: model.vocabulary.numbers,
    idf: model.vocabulary.idf,
    kinds: model.vocabulary.kinds,
    starts: model.postings.starts,
    documents: model.postings.documents,
    values: model.postings.values,
    topicOf: model.postings.topicOf,
    weights: model.weights,
    language: model.language,
  };
  let size = 0;
  const arrays: Record<string, ArrayPlace> = {};
  for (const [name, part] of Object.entries(parts)) {
    arrays[name] = { kind: part.constructor.name, at: size, length: part.length };
    size += align(part.byteLength);
  }
  const header: Header = {
    key,
    arrays,
    plain: {
      topics: model.topics,
      lexicon: model.lexicon,
      weightUnit: model.weightUnit,
      calibration: model.calibration,
      phrasings: [...model.phrasings],
      names: [...model.names],
      programmeNames: [...model.programmeNames],
      vocabularySize: model.vocabulary.size,
    },
    content,
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const from = align(MAGIC.length + 8 + head.length);
  const bytes = new Uint8Array(from + size);
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, head.length, true);
  bytes.set(head, MAGIC.length + 8);
  for (const [name, part] of Object.entries(parts)) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), from + (arrays[name]?.at ?? 0));
  }
  return bytes;
}

/** The index, its arrays being views into `bytes`; undefined when the bytes are not one made for `key`. */
export function decodeModel(bytes: Uint8Array, key: string): DecodedIndex | undefined {
  const aligned = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice();
  const decode = (from: number, to: number): string => new TextDecoder().decode(aligned.subarray(from, to));
  if (aligned.length < MAGIC.length + 8 || decode(0, MAGIC.length) !== MAGIC) return undefined;
  const length = new DataView(aligned.buffer, aligned.byteOffset).getUint32(MAGIC.length, true);
  const header = parseHeader(decode(MAGIC.length + 8, MAGIC.length + 8 + length));
  if (header === undefined || header.key !== key) return undefined;
  const start = align(MAGIC.length + 8 + length);
  const view = <T extends NumberArray>(
    name: string,
    kind: new (b: ArrayBufferLike, o: number, l: number) => T,
  ): T => {
    const place = header.arrays[name];
    if (place?.kind !== kind.name) throw new RangeError(`no ${kind.name} ${name}`);
    return new kind(aligned.buffer, aligned.byteOffset + start + place.at, place.length);
  };
  const { plain } = header;
  try {
    return {
      topics: plain.topics,
      lexicon: plain.lexicon,
      weightUnit: plain.weightUnit,
      calibration: plain.calibration,
      phrasings: new Map(plain.phrasings),
      names: new Map(plain.names),
      programmeNames: new Map(plain.programmeNames),
      vocabulary: {
        size: plain.vocabularySize,
        hashes: view('hashes', Uint32Array),
        numbers: view('numbers', Int32Array),
        idf: view('idf', Float32Array),
        kinds: view('kinds', Uint8Array),
      },
      postings: {
        starts: view('starts', Int32Array),
        documents: view('documents', Uint16Array),
        values: view('values', Float32Array),
        topicOf: view('topicOf', Int32Array),
      },
      weights: view('weights', Int16Array),
      language: view('language', Float32Array),
      content: header.content,
    };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function align(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT;
}

/** The shape behind the key is ours (the key holds the engine's own hash), so only damage has to be noticed. */
function parseHeader(text: string): Header | undefined {
  try {
    const header: Header = JSON.parse(text);
    return typeof header.key === 'string' && typeof header.arrays === 'object' ? header : undefined;
  } catch {
    return undefined;
  }
}
