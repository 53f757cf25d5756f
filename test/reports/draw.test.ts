import { describe, expect, it } from 'vitest';
import { drawProgress, mostRows } from '../../src/reports/index.ts';
import { startAssistant } from '../support/assistant.ts';

const row = (at: number) => ({
  label: `Kab. ${at}`,
  done: at,
  number: 40,
  figure: `${at} dari 40`,
  behind: at < 10,
});
const signature = [0x89, 0x50, 0x4e, 0x47];
/** Width and height as a PNG says them itself. */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
};

describe('a picture of progress', () => {
  it('is a PNG as wide as a phone needs, and says all its figures in words', async () => {
    const { alt, png } = await drawProgress({ title: 'Sesi', note: '2026', rows: [row(3), row(30)] });
    expect([...png.slice(0, 4)]).toEqual(signature);
    expect(sizeOf(png).width).toBe(720);
    expect(alt).toBe('Sesi. 2026. Kab. 3: 3 dari 40. Kab. 30: 30 dari 40');
  });

  it('grows with its rows up to a height that can still be read', async () => {
    const many = Array.from({ length: 60 }, (_, at) => row(at));
    const two = await drawProgress({ title: 'Sesi', note: '2026', rows: many.slice(0, 2) });
    const all = await drawProgress({ title: 'Sesi', note: '2026', rows: many });
    expect(sizeOf(all.png).height).toBeGreaterThan(sizeOf(two.png).height);
    expect(all.alt).toContain(`Kab. ${mostRows - 1}:`);
    expect(all.alt).not.toContain(`Kab. ${mostRows}:`);
  });

  it('is drawn for nothing done, too much done and no target at all', async () => {
    const rows = [
      { ...row(0), done: 0 },
      { ...row(0), done: 900 },
      { ...row(0), number: 0, done: 3 },
      { ...row(0), done: -4 },
    ];
    await expect(drawProgress({ title: '<&"', note: '', rows })).resolves.toBeDefined();
    await expect(drawProgress({ title: 'Kosong', note: '', rows: [] })).resolves.toBeDefined();
  });

  it('comes to a facilitator who asks for it, with every figure in words', async () => {
    const { complaints, say } = await startAssistant();
    const [message] = await say('rina', '/target grafik');
    expect(message?.image).toBe(
      'Target saya. Rina Wati · per 23 Nov 2026. Sesi pendampingan 2026: 2 dari 24 (8%)',
    );
    expect((await say('dewi', '/target grafik'))[0]?.image).toContain(
      'Penerima ProKUS 2026 · APBN: 235 dari 7.000 (3%)',
    );
    expect((await say('rina', '/target grafik 33.74'))[0]?.image ?? null).toBeNull();
    expect(complaints).toEqual([]);
  });
});
