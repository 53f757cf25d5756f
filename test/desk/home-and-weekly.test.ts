import { describe, expect, it } from 'vitest';
import type { HomeContext } from '../../src/chat/feature.ts';
import { type Block, plain } from '../../src/chat/reply.ts';
import { openCalendar, openCatalogue } from '../../src/cli/open.ts';
import { findActor } from '../../src/people/index.ts';
import { monday, startAssistant, type TestAssistant } from '../support/assistant.ts';

const zone = 'Asia/Jakarta' as const;
const dayMs = 86_400_000;

const read = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.kind === 'text'
        ? plain(block.text)
        : block.kind === 'buttons'
          ? block.buttons.map((button) => `[${button.label}]`).join(' ')
          : '',
    )
    .join('\n');

async function home(assistant: TestAssistant, persona: string): Promise<string> {
  const found = await findActor(assistant.store.read, `console|${persona}`);
  if (found === undefined) throw new Error('nobody');
  const context: HomeContext = {
    actor: found.actor,
    texts: openCatalogue().in('id'),
    zone,
    calendar: openCalendar(),
    now: assistant.clock.now(),
    today: '2026-11-23',
    read: assistant.store.read,
    command: (name) => `/${name}`,
  };
  const desk = assistant.app.features.find((feature) => feature.name === 'desk');
  return read((await desk?.home?.(context)) ?? []);
}

async function weekly(assistant: TestAssistant): Promise<string> {
  const desk = assistant.app.features.find((feature) => feature.name === 'desk');
  const blocks = await desk?.weekly?.({
    read: assistant.store.read,
    texts: openCatalogue().in('id'),
    zone,
    calendar: openCalendar(),
    now: monday + dayMs,
    today: '2026-11-24',
    since: monday - dayMs,
  });
  return read(blocks ?? []);
}

async function play(assistant: TestAssistant, lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const [who = '', ...said] = line.split(' ');
    await assistant.say(who, said.join(' '));
  }
}

const questions = [
  'siti cara mengurus sertifikat halal untuk warung gimana ya',
  'rina sertifikat halal untuk warung ngurusnya gimana',
  'agus resep rendang padang yang enak gimana ya',
];
const proposing = [
  'dewi /meja',
  'dewi :Pertanyaan tak terjawab',
  'dewi :1',
  'dewi :Jawab',
  'dewi :Topik baru',
  'dewi Sertifikat halal warung',
  'dewi Daftar di ptsp.halal.go.id. Langkah berikutnya: tanyakan ke pendamping.',
  'dewi :Lewati',
  'dewi :Lewati',
  'dewi Panduan',
  'dewi halal.go.id',
  'dewi 2025',
  'dewi :Jadikan jawaban',
];

describe('the desk on the home page and in the weekly digest', () => {
  it('says what waits, for whom, and what most people asked in vain', async () => {
    const assistant = await startAssistant();
    await play(assistant, questions);
    expect(await home(assistant, 'dewi')).toContain('Pertanyaan tak terjawab: 2 kelompok dari 3 penanya');
    expect(await weekly(assistant)).toContain('3 tidak terjawab');
    expect(await weekly(assistant)).toMatch(/\n• "cara mengurus sertifikat halal.*" · 2 penanya\n• "resep/u);
    await play(assistant, proposing);
    // The one who proposed has nothing to decide; the colleague has.
    expect(await home(assistant, 'dewi')).not.toContain('Usulan jawaban');
    expect(await home(assistant, 'joko')).toContain('1 menunggu keputusan Anda');
    expect(await home(assistant, 'joko')).toContain('[Usulan jawaban (1)]');
    expect(await weekly(assistant)).toContain('1 menunggu petugas kedua');
  });

  it('is nothing for anybody else', async () => {
    const assistant = await startAssistant();
    await play(assistant, questions);
    for (const persona of ['siti', 'rina', 'agus']) expect(await home(assistant, persona)).toBe('');
  });
});
