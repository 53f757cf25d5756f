/**
 * What every adapter must do, told as sentences and played through the whole assistant: each platform brings its
 * stand-in as a harness. A case that does not apply to a platform is skipped there, with the reason.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { AttachmentTooLarge } from '../../src/chat/adapter.ts';
import { type Opened, openStage } from './contract-app.ts';
import { buttonCount, fileBytes, longLabel, longText, pixel } from './feature.ts';
import type { Harness } from './harness.ts';
import { labelsOf, textOf, wordsOf } from './shown.ts';
import { type Play, troubleCases } from './trouble.ts';

/** What people type that could be taken for markup, or turned around, or torn apart. */
const nasty = [
  '<b>tebal</b> & <script>alert(1)</script> &amp; &lt;i&gt;',
  '*tebal* _miring_ ~coret~ `kode` [tautan](http://a.example)',
  'a < b > c, "kutip" \'satu\' \\ garis',
  'مرحبا بالعالم 123 שלום',
  '👨‍👩‍👧‍👦 🇮🇩 👍🏽 e\u0301',
].join('\n');

const nastyName = '<b>Siti</b> & *Bu_di* 👩‍🌾 مرحبا';

/** Text of at least `length` characters whose words are all different. */
const manyWords = (length: number): string => {
  let text = '';
  for (let at = 0; text.length < length; at++) text += `${at > 0 ? ' ' : ''}📌kata${at}`;
  return text;
};

const cases = {
  async 'a text is answered with a text'({ quiet, stage }) {
    const siti = await stage.arrive('Siti');
    const [ref] = await siti.say('Apa itu PKH?');
    await quiet();
    const [answer, ...more] = siti.shown();
    expect(more).toEqual([]);
    expect(answer?.text).toBe(`Baru ${ref}\n\nApa itu PKH?`);
  },

  async 'a command keeps what follows it, in all its lines'({ quiet, stage }) {
    const siti = await stage.arrive('Siti');
    await siti.command('gema', 'satu dua\n  tiga: 1,2jt\n\nempat');
    await quiet();
    expect(textOf(siti.shown())).toBe('satu dua\n  tiga: 1,2jt\n\nempat');
  },

  async 'two people talk side by side and each hears only the own answers'({ quiet, stage }) {
    const [siti, budi] = [await stage.arrive('Siti'), await stage.arrive('Budi')];
    await siti.command('gema', 'untuk siti');
    await budi.command('gema', 'untuk budi');
    await quiet();
    expect([textOf(siti.shown()), textOf(budi.shown())]).toEqual(['untuk siti', 'untuk budi']);
  },

  async 'a press is acknowledged and its answer takes the place of the pressed message'({ quiet, stage }) {
    const siti = await stage.arrive('Siti');
    await siti.command('tombol');
    await quiet();
    const [before] = siti.shown();
    expect(before?.buttons).toEqual(['Ganti']);
    await siti.press('Ganti');
    await quiet();
    await expect.poll(() => stage.spinning).toBe(0);
    expect(siti.shown()).toEqual([{ ref: before?.ref, text: 'Sudah diganti.', buttons: [], links: [] }]);
  },

  async 'pressing twice does no harm'({ quiet, stage, takeComplaints }) {
    const siti = await stage.arrive('Siti');
    await siti.command('tombol');
    await quiet();
    await Promise.all([siti.press('Ganti'), siti.press('Ganti')]);
    await quiet();
    expect(textOf(siti.shown())).toBe('Sudah diganti.');
    expect(takeComplaints()).toEqual([]);
  },

  async 'a wrong answer in a form is named and can be corrected'({ quiet, stage }) {
    const siti = await stage.arrive('Siti');
    await siti.command('isian');
    await quiet();
    if (stage.adapter.capabilities.forms === 'modal') {
      expect(await siti.submit({ name: nasty, minutes: 'banyak' })).toEqual({ minutes: 'Itu bukan angka.' });
      expect(siti.shown()).toEqual([]);
      expect(await siti.submit({ name: nasty, minutes: '90' })).toEqual({});
    } else {
      expect(textOf(siti.shown())).toContain('Siapa namanya?');
      await siti.say(nasty);
      await quiet();
      await siti.say('banyak');
      await quiet();
      expect(siti.shown().at(-1)?.text).toContain('Itu bukan angka.');
      await siti.say('90');
    }
    await quiet();
    expect(siti.shown().at(-1)?.text).toBe(`Diterima: ${nasty}, 90 menit`);
  },

  async 'five thousand characters arrive whole, and so does the answer'({ quiet, stage }) {
    const siti = await stage.arrive('Siti');
    const long = manyWords(5_000);
    const refs = await siti.say(long);
    await quiet();
    const heard = refs.reduce((text, ref) => text.replace(`Baru ${ref} `, ''), wordsOf(siti.shown()));
    expect(heard).toBe(long);
  },

  async 'what people type is shown as they typed it'({ quiet, stage }) {
    const siti = await stage.arrive('Siti');
    const [ref] = await siti.say(nasty);
    await quiet();
    expect(textOf(siti.shown())).toBe(`Baru ${ref}\n\n${nasty}`);
  },

  async 'names are shown as they are, on buttons too'({ quiet, stage }) {
    const siti = await stage.arrive(nastyName);
    await siti.command('sapa');
    await quiet();
    expect(siti.shown()).toMatchObject([
      { text: `Halo ${nastyName}\n\n${nastyName}: ${nastyName}`, buttons: [nastyName.slice(0, 30)] },
    ]);
  },

  async 'text, facts, table and link are shown, whatever is in them'({ quiet, stage }) {
    const siti = await stage.arrive('Siti');
    await siti.command('semua');
    await quiet();
    const shown = siti.shown();
    const text = textOf(shown);
    expect(text).toContain('Biasa tebal miring kode');
    expect(text).toContain('Nama <b>: Siti & *Budi*');
    expect(text).toMatch(/Jenis +Jumlah\nPKH +12\n<KUBE> +3/);
    expect(shown.flatMap(({ links }) => links)).toEqual([
      { label: 'Cek & <lihat>', url: 'https://example.org/a?b=1&c=%3Cd%3E' },
    ]);
  },

  async 'a wide table becomes a list, and nothing of it is lost'({ quiet, stage }) {
    const siti = await stage.arrive('Siti');
    await siti.command('lebar');
    await quiet();
    const text = textOf(siti.shown());
    for (const at of [0, 99, 199]) {
      expect(text).toMatch(
        new RegExp(`Warga ${at}\\s+Kecamatan: Semarang Tengah\\s+Keterangan kunjungan: Catatan ke-${at}\\b`),
      );
    }
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
  },

  async 'a picture comes with its description, and a long text after it is not lost'({ quiet, stage }) {
    const siti = await stage.arrive('Siti');
    await siti.command('gambar');
    await quiet();
    const shown = siti.shown();
    const images = shown.flatMap(({ image }) => (image === undefined ? [] : [image]));
    expect(images).toHaveLength(1);
    expect(images[0]?.alt).toContain('Grafik: 12 dari 20 sesi');
    expect(Buffer.from(images[0]?.bytes ?? []).toString('base64')).toBe(pixel);
    expect(wordsOf(shown)).toContain(longText);
    expect(labelsOf(shown)).toEqual(['Ganti']);
  },

  async 'a file comes whole and under its name'({ quiet, stage }) {
    const siti = await stage.arrive('Siti');
    await siti.command('berkas');
    await quiet();
    const shown = siti.shown();
    const files = shown.flatMap(({ file }) => (file === undefined ? [] : [file]));
    expect(files.map(({ name }) => name)).toEqual(['laporan november.csv']);
    expect(Buffer.from(files[0]?.bytes ?? []).equals(fileBytes)).toBe(true);
    expect(textOf(shown)).toContain('Ini berkasnya.');
  },

  async 'more buttons than one message takes are spread over several, and each works'({ quiet, stage }) {
    const siti = await stage.arrive('Siti');
    await siti.command('banyak');
    await quiet();
    const labels = labelsOf(siti.shown());
    expect(labels.slice(0, buttonCount)).toEqual(
      Array.from({ length: buttonCount }, (_, at) => `Pilihan ${at + 1}`),
    );
    expect(labels).toHaveLength(buttonCount + 1);
    expect(longLabel.startsWith(labels.at(-1)?.replace('…', '') ?? 'none')).toBe(true);
    await siti.press('Pilihan 1');
    await siti.press(labels.at(-1) ?? '');
    await quiet();
    expect(textOf(siti.shown())).toContain('Dipilih: 1\nDipilih: panjang');
  },

  async 'what is meant for one person is not seen by the others of a group'({ quiet, stage }) {
    const [siti, budi] = [await stage.arrive('Siti'), await stage.arrive('Budi')];
    await siti.commandInGroup('bisik');
    await quiet();
    expect(textOf(siti.shownInGroup())).toBe('Hanya untuk Anda.');
    expect(budi.shownInGroup()).toEqual([]);
  },

  async 'an edited message arrives as a new version of the same message'({ quiet, stage }) {
    const siti = await stage.arrive('Siti');
    const [ref = ''] = await siti.say('sesi pertama');
    await quiet();
    await siti.edit(ref, 'sesi yang benar');
    await quiet();
    expect(siti.shown().at(-1)?.text).toBe(`Diubah ${ref}\n\nsesi yang benar`);
  },

  async 'a photo arrives as a reference, and its bytes can be fetched'({ quiet, stage }) {
    const siti = await stage.arrive('Siti');
    const bytes = Buffer.from(pixel, 'base64');
    await siti.sendPhoto(bytes);
    await quiet();
    const ref = /^Berkas: (.+)$/.exec(textOf(siti.shown()))?.[1] ?? '';
    expect(Buffer.from(await stage.adapter.fetch(ref, bytes.length)).equals(bytes)).toBe(true);
    await expect(stage.adapter.fetch(`${ref}-nothing`, 1_000)).rejects.toThrow();
  },

  async 'a file is not read beyond what is asked for at most'({ quiet, stage }) {
    const siti = await stage.arrive('Siti');
    await siti.sendPhoto(Buffer.alloc(2_000_000, 7));
    await quiet();
    const ref = /^Berkas: (.+)$/.exec(textOf(siti.shown()))?.[1] ?? '';
    await expect(stage.adapter.fetch(ref, 1_000_000)).rejects.toThrow(AttachmentTooLarge);
  },

  async 'an event delivered twice is one record and gets the same receipt'({ quiet, records, stage }) {
    const siti = await stage.arrive('Siti');
    await siti.command('catat', 'kunjungan');
    await quiet();
    await stage.deliverAgain();
    await quiet();
    expect(await records()).toBe(1);
    expect(new Set(siti.shown().map(({ text }) => text))).toEqual(new Set(['Tersimpan no. 1: kunjungan']));
  },

  async 'nothing is acknowledged before it is stored'({ gate, inbox, quiet, stage }) {
    const siti = await stage.arrive('Siti');
    const held = gate.hold();
    const said = siti.command('catat', 'kunjungan');
    await held.reached;
    await new Promise((resolve) => setImmediate(resolve));
    expect(stage.unacknowledged).toBe(1);
    expect(await inbox()).toEqual([]);
    held.release();
    await said;
    await quiet();
    expect(stage.unacknowledged).toBe(0);
    expect(await inbox()).toMatchObject([{ state: 'done' }]);
  },

  async 'what could not be stored is delivered again, and then is one record'(opened) {
    const { gate, quiet, records, stage, takeComplaints } = opened;
    const siti = await stage.arrive('Siti');
    gate.fail(1);
    await siti.command('catat', 'kunjungan');
    await quiet();
    expect(stage.deliveriesOfNewest).toBeGreaterThan(1);
    expect(await records()).toBe(1);
    expect(textOf(siti.shown())).toBe('Tersimpan no. 1: kunjungan');
    takeComplaints();
  },

  async 'identity numbers are never stored in the open, and the message goes where it can'(opened) {
    const { everythingStored, quiet, stage } = opened;
    const siti = await stage.arrive('Siti');
    const refs: string[] = [];
    for (const number of ['3374011205800001', '3374 0112 0580 0002', '3374.0112.0580.0003']) {
      refs.push(...(await siti.say(`NIK saya ${number}, tolong dicek`)));
    }
    await siti.command('gema', '3374-0112-0580-0004');
    await quiet();
    expect(siti.shown().map(({ text }) => text)).toEqual(
      [1, 2, 3, 4].map((at) => `Nomor ••••••••••••000${at} saya simpan aman.`),
    );
    for (const ref of refs) expect(siti.isErased(ref)).toBe(stage.adapter.capabilities.erases);
    expect(everythingStored()).not.toMatch(/3374.?0112.?0580.?000/);
  },

  async 'a name of a file or a person with an identity number in it is masked too'(opened) {
    const { everythingStored, quiet, stage } = opened;
    const siti = await stage.arrive('Siti 3374011205800001');
    await siti.command('sapa');
    await quiet();
    expect(textOf(siti.shown())).toContain('Siti ••••••••••••0001');
    expect(everythingStored()).not.toContain('3374011205800001');
  },

  async 'what is said in a group without speaking to the bot never reaches the store'(opened) {
    const { everythingStored, inbox, quiet, stage } = opened;
    const siti = await stage.arrive('Siti');
    await siti.sayInGroup('rapat rahasia jam tujuh', { mention: false });
    await siti.sayInGroup('apa kabar bot', { mention: true });
    await quiet();
    expect(await inbox()).toHaveLength(1);
    expect(textOf(siti.shownInGroup())).toContain('apa kabar bot');
    expect(everythingStored()).not.toContain('rapat rahasia');
  },

  async 'a private command in a group leads to the private chat and is not stored'(opened) {
    const { everythingStored, inbox, quiet, records, stage } = opened;
    const siti = await stage.arrive('Siti');
    await siti.commandInGroup('catat', 'rahasia keluarga');
    await quiet();
    expect(siti.shownInGroup()).toMatchObject([{ links: [{ label: 'Buka obrolan pribadi' }] }]);
    expect(textOf(siti.shownInGroup())).not.toContain('rahasia');
    expect(await records()).toBe(0);
    expect(await inbox()).toEqual([]);
    expect(everythingStored()).not.toContain('rahasia keluarga');
  },

  async 'people are answered in the language of their app'({ quiet, stage }) {
    const answers: string[] = [];
    for (const locale of ['id', 'jv', 'en-GB', 'fr', undefined]) {
      const user = await stage.arrive('Siti', locale);
      await user.command('salam');
      await quiet();
      answers.push(textOf(user.shown()));
    }
    expect(answers).toEqual(['Selamat datang', 'Selamat datang', 'Welcome', 'Welcome', 'Selamat datang']);
  },

  ...troubleCases,
} satisfies Record<string, Play>;

export type CaseName = keyof typeof cases;

/** Runs every case on one platform. */
export function testAdapter(harness: Harness): void {
  describe(`the adapter contract on ${harness.name}`, () => {
    let opened: Opened | undefined;
    afterEach(() => {
      const complaints = opened?.takeComplaints() ?? [];
      opened = undefined;
      expect(complaints, 'complaints in the log').toEqual([]);
    });
    for (const [name, play] of Object.entries(cases) as [CaseName, Play][]) {
      const reason = harness.skips[name];
      test(name, async (context) => {
        if (reason !== undefined) return context.skip(reason);
        opened = await openStage(harness);
        await play(opened);
      });
    }
  });
}
