/**
 * The answer engines that ours is measured beside, on the same topics: nlp.js, the usual library for this, and plain
 * BM25. Each gives a ranking and a score; whether the score says anything about being right is what the bench shows.
 */
import { createRequire } from 'node:module';
import MiniSearch from 'minisearch';
import type { Lang } from '../src/answers/topic.ts';
import { LANGUAGES, type Topic } from '../src/answers/topic.ts';

export interface Ranked {
  /** Topic ids, best first. */
  readonly topics: readonly string[];
  /** Of the first one; 0 when there is none. */
  readonly score: number;
}

export interface Peer {
  readonly name: string;
  /** The score from which the peer answers by itself, where it has one. */
  readonly threshold: number | undefined;
  ask(text: string, lang: Lang): Promise<Ranked> | Ranked;
}

export function createPlainSearch(topics: readonly Topic[]): Peer {
  const search = new MiniSearch({ fields: ['text'], storeFields: ['topic'] });
  let id = 0;
  for (const topic of topics)
    for (const lang of LANGUAGES)
      for (const text of topic.questions[lang]) {
        id += 1;
        search.add({ id, text, topic: topic.id });
      }
  return {
    name: 'BM25 (minisearch)',
    threshold: undefined,
    ask(text) {
      const hits = search.search(text);
      return { topics: [...new Set(hits.map((hit) => String(hit.topic)))], score: hits[0]?.score ?? 0 };
    },
  };
}

interface NlpManager {
  settings: Record<string, unknown>;
  addLanguage(lang: string): void;
  addDocument(lang: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(
    lang: string,
    text: string,
  ): Promise<{ classifications: readonly { intent: string; score: number }[] }>;
}

interface Container {
  use(plugin: unknown): void;
  get(name: string): NlpManager;
}

/** It prints every step of its training; a measurement has a table to print. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { log } = console;
  console.log = () => undefined;
  try {
    return await work();
  } finally {
    console.log = log;
  }
}

/** Trains nlp.js with its Indonesian and English parts. Throws when it cannot be loaded. */
export async function createNlpJs(topics: readonly Topic[]): Promise<Peer> {
  const require = createRequire(import.meta.url);
  const core = require('@nlpjs/core') as { containerBootstrap(): Promise<Container> };
  const { Nlp } = require('@nlpjs/nlp') as { Nlp: unknown };
  const { LangId } = require('@nlpjs/lang-id') as { LangId: unknown };
  const { LangEn } = require('@nlpjs/lang-en') as { LangEn: unknown };
  const container = await core.containerBootstrap();
  for (const plugin of [Nlp, LangId, LangEn]) container.use(plugin);
  const nlp = container.get('nlp');
  nlp.settings.autoSave = false;
  for (const lang of LANGUAGES) nlp.addLanguage(lang);
  for (const topic of topics)
    for (const lang of LANGUAGES)
      for (const text of topic.questions[lang]) nlp.addDocument(lang, text, topic.id);
  await quietly(() => nlp.train());
  return {
    name: 'nlp.js',
    // Its own default: below it the intent is "None".
    threshold: 0.5,
    async ask(text, lang) {
      const { classifications } = await nlp.process(lang, text);
      const known = classifications.filter((one) => one.intent !== 'None' && one.score > 0);
      return { topics: known.map((one) => one.intent), score: known[0]?.score ?? 0 };
    },
  };
}
