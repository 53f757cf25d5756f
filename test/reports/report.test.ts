import { describe, expect, it } from 'vitest';
import type { Part } from '../../src/chat/reply.ts';
import { defineDeliveryTables } from '../../src/delivery/store.ts';
import { parseMonth } from '../../src/language/month.ts';
import { startAssistant, type TestAssistant } from '../support/assistant.ts';
import { unzip } from './unzip.ts';

/** The files sent to a persona, by name. */
async function filesOf({ store }: TestAssistant): Promise<ReadonlyMap<string, Buffer>> {
  const { outbox } = store.read.tables(defineDeliveryTables);
  const rows = await store.read.db.select().from(outbox);
  const files = new Map<string, Buffer>();
  for (const { body } of rows) {
    const parts = (body as { readonly parts?: readonly Part[] }).parts ?? [];
    for (const block of parts.flatMap((part) => part.blocks))
      if (block.kind === 'file') files.set(block.name, Buffer.from(block.data, 'base64'));
  }
  return files;
}

const sheetNames = (parts: ReadonlyMap<string, string>): readonly string[] =>
  [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/gu)].map(
    (one) => one[1] ?? '',
  );

describe('the month that is asked for', () => {
  it.each([
    ['', '2026-11'],
    ['oktober', '2026-10'],
    ['desember', '2025-12'],
    ['10', '2026-10'],
    ['3/2025', '2025-03'],
    ['2025-03', '2025-03'],
    ['bulan lalu', '2026-10'],
    ['last month', '2026-10'],
    ['siti', undefined],
    ['13', undefined],
  ])('"%s" is %s on 23 November 2026', (typed, month) => {
    expect(parseMonth(typed, '2026-11-23')).toBe(month);
  });
});

describe('a monthly report', () => {
  it('is a workbook with a sheet a section, typed cells, a header that stays and totals', async () => {
    const assistant = await startAssistant();
    await assistant.say('rina', '/sesi siti mentoring 90m kas rapi, omzet 1,2jt');
    await assistant.say('rina', '/laporan');
    const files = await filesOf(assistant);
    expect([...files.keys()]).toEqual(['laporan-rina-wati-2026-11.pdf', 'laporan-rina-wati-2026-11.xlsx']);
    const parts = unzip(files.get('laporan-rina-wati-2026-11.xlsx') ?? Buffer.alloc(0));
    expect(sheetNames(parts)).toEqual([
      'Ringkasan',
      'Capaian',
      'Sesi',
      'BSiMU diterima',
      'Naik tahap',
      'Kasus',
      'Pengajuan',
      'Kegiatan dan kunjungan',
    ]);
    const sessions = parts.get('xl/worksheets/sheet3.xml') ?? '';
    expect(sessions).toContain('state="frozen"');
    // 900.000 of the sample session and 1.200.000 of the new one, as a number.
    expect(sessions).toContain('<v>2100000</v>');
    expect(sessions).toContain('<v>150</v>');
    expect(parts.get('xl/sharedStrings.xml')).toContain('Siti Aminah');
    expect(assistant.complaints).toEqual([]);
  });

  it('is pages to print as well', async () => {
    const assistant = await startAssistant();
    await assistant.say('agus', '/laporan kota semarang');
    const pdf = (await filesOf(assistant)).get('laporan-kota-semarang-jawa-tengah-2026-11.pdf');
    expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf?.toString('latin1')).toContain('/Image');
    expect(pdf?.toString('latin1').trimEnd().endsWith('%%EOF')).toBe(true);
  });

  it('of an area has what every facilitator did, and no complaint about an officer', async () => {
    const assistant = await startAssistant();
    await assistant.say('siti', '/lapor petugas minta uang 50 ribu');
    await assistant.say('agus', '/laporan kota semarang');
    const xlsx = (await filesOf(assistant)).get('laporan-kota-semarang-jawa-tengah-2026-11.xlsx');
    const parts = unzip(xlsx ?? Buffer.alloc(0));
    expect(sheetNames(parts)).toEqual([
      'Ringkasan',
      'Capaian',
      'Pendamping',
      'Sesi',
      'BSiMU diterima',
      'Naik tahap',
      'Kasus',
      'Pengajuan',
      'Kegiatan dan kunjungan',
    ]);
    expect(parts.get('xl/sharedStrings.xml')).toContain('Rina Wati');
    expect(parts.get('xl/sharedStrings.xml')).not.toContain('petugas minta uang');
  });

  it('is not made for somebody of another area, nor for a citizen', async () => {
    const assistant = await startAssistant();
    const heard = [
      ...(await assistant.say('siti', '/laporan')),
      ...(await assistant.say('rina', '/laporan kota semarang')),
      ...(await assistant.say('agus', '/laporan kota surabaya')),
    ];
    expect(heard.map((one) => one.file)).toEqual([null, null, null]);
    expect((await filesOf(assistant)).size).toBe(0);
  });
});
