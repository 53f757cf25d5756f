/** A feature for the contract suite alone: one command for each thing that a reply can hold. */
import type { Texts, Turn } from '../../src/chat/feature.ts';
import type { FormSpec } from '../../src/chat/form.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Feature } from '../../src/feature.ts';
import { findMark, setMark } from '../../src/store/index.ts';

const words: Readonly<Record<string, { readonly id: string; readonly en: string }>> = {
  'contract-summary': { id: 'untuk diuji', en: 'to be tested' },
  'contract-form': { id: 'Formulir uji', en: 'Test form' },
  'contract-ask-name': { id: 'Siapa namanya?', en: 'What is the name?' },
  'contract-ask-minutes': { id: 'Berapa menit?', en: 'How many minutes?' },
  'contract-wrong-minutes': { id: 'Itu bukan angka.', en: 'That is no number.' },
  'contract-hello': { id: 'Selamat datang', en: 'Welcome' },
};

/** The real texts, with those of this feature. */
export function withContractTexts(texts: Texts): Texts {
  const own = (key: string) => words[key]?.[texts.lang];
  return {
    lang: texts.lang,
    t: (key, args) => own(key) ?? texts.t(key, args),
    rich: (key, args) => {
      const text = own(key);
      return text === undefined ? texts.rich(key, args) : [text];
    },
  };
}

/** A PNG of one pixel. */
export const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
export const fileBytes = Buffer.from('nama;menit\nSiti;90\n');
/** Longer than any caption may be. */
export const longText = Array.from({ length: 300 }, (_, at) => `kata${at}`).join(' ');
export const buttonCount = 60;
export const longLabel = 'Saya sudah membaca penjelasan di atas dan ingin melanjutkan ke langkah berikutnya';

const allBlocks: Reply['blocks'] = [
  { kind: 'text', text: ['Biasa ', { bold: 'tebal' }, ' ', { italic: 'miring' }, ' ', { code: 'kode' }] },
  {
    kind: 'facts',
    rows: [
      { label: 'Nama <b>', value: ['Siti & ', { bold: '*Budi*' }] },
      { label: 'Desil', value: ['1'] },
    ],
  },
  {
    kind: 'table',
    head: ['Jenis', 'Jumlah'],
    rows: [
      ['PKH', '12'],
      ['<KUBE>', '3'],
    ],
  },
  { kind: 'link', label: 'Cek & <lihat>', url: 'https://example.org/a?b=1&c=%3Cd%3E' },
];

const text = (...spans: readonly string[]): Reply => ({ blocks: [{ kind: 'text', text: spans }] });

const form: FormSpec = {
  name: 'contract.form',
  version: 1,
  title: 'contract-form',
  fields: [
    {
      id: 'name',
      kind: 'line',
      label: 'contract-ask-name',
      parse: (typed) => ({ kind: 'ok', value: typed }),
    },
    {
      id: 'minutes',
      kind: 'line',
      label: 'contract-ask-minutes',
      parse: (typed) =>
        /^\d+$/.test(typed) ? { kind: 'ok', value: typed } : { kind: 'wrong', key: 'contract-wrong-minutes' },
    },
  ],
  submit: async (_turn, values) => text(`Diterima: ${values.name}, ${values.minutes} menit`),
};

export const countMark = 'contract.count';

/** Stores a record and says which number it got. */
const record = (turn: Turn, note: string) =>
  turn.commit(
    async (tx) => {
      const number = Number((await findMark(tx, countMark)) ?? 0) + 1;
      await setMark(tx, countMark, String(number));
      return number;
    },
    (number) => text(`Tersimpan no. ${number}: ${note}`),
  );

const command = (
  name: string,
  handle: (turn: Turn, rest: string) => Promise<Reply> | ReturnType<typeof record>,
  where: 'private' | 'anywhere' = 'private',
) => ({ name, where, summary: 'contract-summary', handle });

export const contractFeature: Feature = {
  name: 'contract',
  forms: [form],
  commands: [
    command('gema', async (_turn, rest) => text(rest), 'anywhere'),
    command('sapa', async (turn) => {
      const name = turn.incoming.sender.name ?? '';
      return {
        blocks: [
          { kind: 'text', text: ['Halo ', { bold: name }] },
          { kind: 'facts', rows: [{ label: name, value: [{ code: name }] }] },
          { kind: 'buttons', buttons: [{ label: name.slice(0, 30), press: 'contract.swap' }] },
        ],
      };
    }),
    command('salam', async (turn) => ({
      blocks: [{ kind: 'text', text: turn.texts.rich('contract-hello') }],
    })),
    command('tombol', async () => ({
      blocks: [
        { kind: 'text', text: ['Ini bisa diganti.'] },
        { kind: 'buttons', buttons: [{ label: 'Ganti', press: 'contract.swap', subject: 'x'.repeat(300) }] },
      ],
    })),
    command('isian', async () => ({ blocks: [{ kind: 'form', form: 'contract.form' }] })),
    command('catat', record),
    command('semua', async () => ({ blocks: allBlocks })),
    command('lebar', async () => ({
      blocks: [
        {
          kind: 'table',
          head: ['Nama penerima manfaat', 'Kecamatan', 'Keterangan kunjungan'],
          rows: Array.from({ length: 200 }, (_, at) => [
            `Warga ${at}`,
            'Semarang Tengah',
            `Catatan ke-${at}`,
          ]),
        },
      ],
    })),
    command('gambar', async () => ({
      blocks: [
        { kind: 'text', text: ['Grafik bulan ini'] },
        { kind: 'image', data: pixel, alt: 'Grafik: 12 dari 20 sesi' },
        { kind: 'text', text: [longText] },
        { kind: 'buttons', buttons: [{ label: 'Ganti', press: 'contract.swap' }] },
      ],
    })),
    command('berkas', async () => ({
      blocks: [
        { kind: 'file', name: 'laporan november.csv', mime: 'text/csv', data: fileBytes.toString('base64') },
        { kind: 'text', text: ['Ini berkasnya.'] },
      ],
    })),
    command('banyak', async () => ({
      blocks: [
        { kind: 'text', text: ['Pilih satu.'] },
        {
          kind: 'buttons',
          buttons: [
            ...Array.from({ length: buttonCount }, (_, at) => ({
              label: `Pilihan ${at + 1}`,
              press: 'contract.pick',
              subject: String(at + 1),
            })),
            { label: longLabel, press: 'contract.pick', subject: 'panjang' },
          ],
        },
      ],
    })),
    command(
      'bisik',
      async () => ({ audience: 'only-sender', blocks: [{ kind: 'text', text: ['Hanya untuk Anda.'] }] }),
      'anywhere',
    ),
  ],
  presses: [
    { name: 'contract.swap', handle: async () => ({ ...text('Sudah diganti.'), replaces: 'pressed' }) },
    { name: 'contract.pick', handle: async (_turn, subject) => text(`Dipilih: ${subject}`) },
  ],
  guards: [
    {
      name: 'identity',
      find: (incoming) => incoming.sealed?.[0]?.masked,
      handle: async (turn, found) => {
        const ref = 'ref' in turn.incoming ? turn.incoming.ref : undefined;
        return { ...text(`Nomor ${found} saya simpan aman.`), ...(ref === undefined ? {} : { erases: ref }) };
      },
    },
  ],
  freeText: {
    handle: async ({ incoming }) => {
      const [photo] = incoming.attachments;
      if (photo !== undefined) return text(`Berkas: ${photo.ref}`);
      return {
        blocks: [
          {
            kind: 'text',
            text: [incoming.edits === true ? `Diubah ${incoming.ref}` : `Baru ${incoming.ref}`],
          },
          { kind: 'text', text: [incoming.text] },
        ],
      };
    },
  },
};
