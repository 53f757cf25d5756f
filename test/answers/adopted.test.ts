import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adoptedFiles } from '../../src/answers/adopted-files.ts';
import { objectionsTo } from '../../src/answers/check-knowledge.ts';
import { loadKnowledge } from '../../src/answers/knowledge.ts';
import { type LiveAnswers, openAnswers } from '../../src/answers/live.ts';
import { gradeOf, overlay, toTopic } from '../../src/answers/overlay.ts';
import { parseTopic, type Topic } from '../../src/answers/topic.ts';
import { toTopicFile } from '../../src/answers/topic-file.ts';
import type { TopicDraft } from '../../src/desk/index.ts';
import { insertProposal, noteAdopted, updateProposal } from '../../src/desk/proposal-store.ts';
import type { Store } from '../../src/store/index.ts';
import { monday, startAssistant } from '../support/assistant.ts';
import { temporaryFolder } from '../support/folder.ts';
import { temporaryStore } from '../support/store.ts';

const folder = join(import.meta.dirname, '../../knowledge');
let cacheFile = '';

const halal = 'cara mengurus sertifikat halal untuk warung';
const draft: TopicDraft = {
  id: 'desk.sertifikat-halal',
  label: { id: 'Sertifikat halal', en: 'Sertifikat halal' },
  body: { id: 'Daftar di ptsp.halal.go.id. Langkah berikutnya: tanyakan ke pendamping.', en: '' },
  questions: { id: [halal], en: [] },
  source: { title: 'Panduan', url: 'https://halal.go.id/panduan', year: 2025 },
  programme: 'general',
  adopted: '2026-11-23',
};

const adopt = (store: Store, one: TopicDraft, id = one.id) =>
  store.write(async (tx) => {
    await insertProposal(tx, {
      id,
      group: 'g',
      draft: one,
      state: 'approved',
      proposedBy: 'dewi',
      proposedAt: monday,
      decidedBy: 'joko',
      decidedAt: monday,
      reason: null,
    });
    await noteAdopted(tx, monday);
  });

const open = (store: Store): Promise<LiveAnswers> => openAnswers({ folder, cacheFile, read: store.read });
const topicOf = (live: LiveAnswers, text: string): string | undefined => {
  const found = live.answering.answer(text, { lang: 'id' });
  return found.kind === 'answered' ? found.topic.id : undefined;
};

beforeAll(async () => {
  cacheFile = join(await mkdtemp(join(tmpdir(), 'adopted-')), 'answers.index');
});
afterAll(() => rm(join(cacheFile, '..'), { recursive: true }));

describe('an adopted answer', () => {
  it('answers its own wordings at once, and others like them when the index is built', async () => {
    const store = temporaryStore();
    const live = await open(store);
    expect(topicOf(live, halal)).toBeUndefined();
    await adopt(store, draft);
    await live.refresh(store.read);
    expect(topicOf(live, halal)).toBe(draft.id);
    expect(topicOf(live, 'sertifikat halal buat warung kecil')).toBeUndefined();
    await live.built();
    expect(topicOf(live, 'sertifikat halal buat warung kecil')).toBe(draft.id);
    expect(live.topics.map((topic) => topic.id)).toContain(draft.id);
  });

  it('is there after a restart, from the cache, and the files alone have a cache of their own', async () => {
    const store = temporaryStore();
    await adopt(store, draft);
    const first = await open(store);
    const second = await open(store);
    expect(second.understanding.from).toBe('cache');
    expect(topicOf(first, halal)).toBe(draft.id);
    expect(topicOf(second, 'sertifikat halal buat warung kecil')).toBe(draft.id);
    expect((await openAnswers({ folder, cacheFile })).understanding.from).toBe('cache');
    expect(await readdir(join(cacheFile, '..'))).toEqual(['answers.index', 'answers.index-adopted']);
  });

  it('reaches another process with its next question, and leaves it with the one after withdrawal', async () => {
    const store = temporaryStore();
    const [here, there] = [await open(store), await open(store)];
    await adopt(store, draft);
    await Promise.all([here.refresh(store.read), there.refresh(store.read)]);
    expect([topicOf(here, halal), topicOf(there, halal)]).toEqual([draft.id, draft.id]);
    await store.write(async (tx) => {
      await updateProposal(tx, draft.id, { state: 'withdrawn' });
      await noteAdopted(tx, monday + 1);
    });
    await there.refresh(store.read);
    expect(topicOf(there, halal)).toBeUndefined();
    await Promise.all([here.built(), there.built()]);
    expect(topicOf(there, halal)).toBeUndefined();
    expect(topicOf(here, halal)).toBe(draft.id);
  });

  it('teaches an existing topic its wordings, whose text stays', async () => {
    const store = temporaryStore();
    const live = await open(store);
    const before = live.answering.topic('psm.what');
    const into = {
      ...draft,
      into: 'psm.what',
      questions: { id: ['relawan desa yang bantu bansos itu siapa'], en: [] },
    };
    await adopt(store, into);
    await live.refresh(store.read);
    await live.built();
    const [question = ''] = into.questions.id;
    expect(topicOf(live, question)).toBe('psm.what');
    expect(live.answering.topic('psm.what')?.body).toEqual(before?.body);
    expect(live.answering.topic(draft.id)).toBeUndefined();
  });

  it('is said in a whole assistant that was started anew', async () => {
    const data = temporaryFolder();
    const first = await startAssistant({ folder: data });
    await adopt(first.store, draft);
    await first.stop();
    const second = await startAssistant({ folder: data });
    const [said] = await second.say('siti', 'sertifikat halal buat warung kecil');
    expect(said?.text).toContain('ptsp.halal.go.id');
    expect(said?.text).toContain('diperiksa petugas kedua');
    const [english] = await second.say('siti', '/ask cara mengurus sertifikat halal untuk warung');
    expect(english?.text).toContain('ptsp.halal.go.id');
    expect(second.complaints).toEqual([]);
  });
});

describe('a file of an adopted answer', () => {
  it('reads back as the same topic', () => {
    const topic = toTopic(draft);
    const parsed = parseTopic('answers/x.md', toTopicFile(topic));
    expect(parsed).toEqual({ topic: { ...topic, file: 'answers/x.md' } });
  });

  it('reads back whatever the words are', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map((text) => text.normalize('NFC').trim())
      .filter((text) => text !== '' && !/^#|[\r\n\u2028\u2029]/mu.test(text));
    fc.assert(
      fc.property(
        words,
        words,
        fc.array(words, { minLength: 1, maxLength: 4 }),
        words,
        (label, text, questions, en) => {
          const topic: Topic = toTopic({
            ...draft,
            label: { id: label, en: label },
            body: { id: text, en },
            questions: { id: questions, en: [] },
          });
          const parsed = parseTopic('x.md', toTopicFile(topic));
          expect(parsed).toEqual({ topic: { ...topic, file: 'x.md' } });
        },
      ),
    );
  });

  it('reads back for every topic there is', async () => {
    const { topics } = await loadKnowledge(folder);
    for (const topic of topics) expect(parseTopic(topic.file ?? '', toTopicFile(topic))).toEqual({ topic });
  });

  it('wins over the answer in the store once it lies in the knowledge folder, and passes the check', async () => {
    const store = temporaryStore();
    await adopt(store, draft);
    const files = await adoptedFiles(store.read, folder);
    expect(files.map((file) => file.name)).toEqual(['desk.sertifikat-halal.md']);
    const parsed = parseTopic('answers/desk.sertifikat-halal.md', files[0]?.text ?? '');
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
    expect(objectionsTo(parsed.topic)).toEqual([]);
    expect(overlay([parsed.topic], [draft])).toEqual([parsed.topic]);
  });
});

describe('the grade of a source', () => {
  it.each([
    ['https://kemensos.go.id/pena', 'A'],
    ['https://peraturan.bpk.go.id/x', 'A'],
    ['https://dinsos.jogjaprov.go.id', 'B'],
    ['https://kompas.com/x', 'C'],
    ['https://kemensos.go.id.example.com', 'C'],
  ])('%s is %s', (url, grade) => {
    expect(gradeOf(url)).toBe(grade);
  });
});
