/** Checks as conversations: what is kept and what is not, old and doubled presses, groups, people under 17. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { consoleCapabilities } from '../../adapters/console/capabilities.ts';
import { createApp } from '../../src/app.ts';
import type { Adapter } from '../../src/chat/adapter.ts';
import type { Address } from '../../src/chat/address.ts';
import type { FittedButton, Part } from '../../src/chat/reply.ts';
import { defineChatTables } from '../../src/chat/store.ts';
import { openCalendar, openCatalogue } from '../../src/cli/open.ts';
import { fillDemo } from '../../src/demo.ts';
import { checkButton, createEligibility } from '../../src/eligibility/index.ts';
import { defineEligibilityTables, findResults } from '../../src/eligibility/store.ts';
import type { Feature } from '../../src/feature.ts';
import { plain } from '../../src/language/rich.ts';
import { people } from '../../src/people/index.ts';
import { defineAuditTables } from '../../src/store/audit.ts';
import { createVault } from '../../src/store/index.ts';
import { monday } from '../support/assistant.ts';
import { createTestClock } from '../support/clock.ts';
import { temporaryStore } from '../support/store.ts';

const platform = 'test';

/** The persona `ani`, whom nobody knows, or one of the sample people, alone with the bot or in a group. */
async function meet(kind: Address['kind'] = 'private', options: { who?: string; others?: Feature } = {}) {
  const who = options.who ?? 'ani';
  const parts: { readonly part: Part; readonly place: string }[] = [];
  let events = 0;
  const complaints: string[] = [];
  const adapter: Adapter = {
    platform,
    capabilities: consoleCapabilities,
    start: async () => undefined,
    stop: async () => undefined,
    close: async () => undefined,
    async deliver({ place }, outgoing) {
      if (outgoing.kind === 'part') parts.push({ part: outgoing.part, place });
      return { kind: 'delivered', refs: [`m${parts.length}`] };
    },
    fetch: () => Promise.reject(new Error('nothing is attached')),
  };
  const store = temporaryStore();
  const clock = createTestClock(monday);
  const zone = 'Asia/Jakarta' as const;
  await fillDemo(store, { now: monday, zone, platform, people: 0 });
  const features: readonly Feature[] = [
    people,
    createEligibility(() => features),
    ...(options.others === undefined ? [] : [options.others]),
  ];
  const catalogue = openCatalogue();
  const app = createApp({
    store,
    vault: createVault(Buffer.alloc(32, 1)),
    clock,
    locale: 'id',
    zone,
    calendar: openCalendar(),
    textsIn: (lang) => catalogue.in(lang),
    detectLang: () => undefined,
    hashCode: (code) => code,
    features,
    log(level, event) {
      if (level === 'warn' || level === 'error') complaints.push(event);
    },
    tellsOutages: false,
  });
  await app.start([adapter]);
  onTestFinished(async () => {
    await app.stop();
    expect(complaints).toEqual([]);
  });
  const envelope = () => {
    events += 1;
    return {
      eventId: `e${events}`,
      receivedAt: clock.now(),
      address: { platform, place: kind === 'group' ? 'g1' : who, kind },
      sender: { account: who, name: 'Ani' },
      addressed: true,
      ref: `u${events}`,
    };
  };
  const hear = async () => {
    await app.idle();
    const said = parts.splice(0);
    const blocks = said.flatMap(({ part }) => part.blocks);
    return {
      text: blocks.map((block) => (block.kind === 'text' ? plain(block.text) : '')).join('\n'),
      buttons: blocks.flatMap((block): readonly FittedButton[] =>
        block.kind === 'buttons' ? block.buttons : [],
      ),
      replaces: said.map(({ part }) => part.replaces),
      places: said.map(({ place }) => place),
    };
  };
  type Screen = Awaited<ReturnType<typeof hear>>;
  const press = async (token: string) => {
    await app.receive([{ kind: 'press', ...envelope(), ref: 'm1', token }]);
    return hear();
  };
  return {
    store,
    clock,
    async command(rest: string) {
      await app.receive([{ kind: 'command', ...envelope(), attachments: [], name: 'syarat', rest }]);
      return hear();
    },
    async type(text: string) {
      await app.receive([{ kind: 'message', ...envelope(), attachments: [], text }]);
      return hear();
    },
    press,
    pressOn(screen: Screen, label: string) {
      const button = screen.buttons.find((one) => one.label === label);
      if (button === undefined) throw new Error(`no ${label} among ${labels(screen).join(', ')}`);
      return press(button.token);
    },
  };
}

const labels = (screen: { readonly buttons: readonly FittedButton[] }): readonly string[] =>
  screen.buttons.map((one) => one.label);

const agree = 'Setuju, saya 17 tahun ke atas';

describe('a check', () => {
  test('goes on from any of its buttons, old or doubled, in the place of the message', async () => {
    const { command, pressOn } = await meet();
    const first = await command('kube');
    const second = await pressOn(first, '5-20 orang');
    const again = await pressOn(first, '5-20 orang');
    expect(again).toEqual(second);
    expect(second.replaces).toEqual(['m1']);
    const other = await pressOn(first, '1 orang');
    expect(other.text).toContain('tidak untuk satu orang');
    const back = await pressOn(second, '◀ Kembali');
    expect([labels(back), back.text]).toEqual([labels(first), first.text]);
  });

  test('is polite about buttons of other rules, and about nonsense', async () => {
    const { press } = await meet();
    for (const token of [
      'eligibility.go~pena.old.2026.43,t,,,.',
      'eligibility.go~x',
      'eligibility.begin~nothing',
      'eligibility.ask~9!',
    ])
      expect([token, (await press(token)).text]).toEqual([
        token,
        expect.stringContaining('Mulai lagi dari daftar'),
      ]);
  });

  test('takes a typed answer while it is fresh, and leaves questions to the answers', async () => {
    const { clock, command, type } = await meet();
    await command('pena masih pkh, siap lepas bansos');
    expect((await type('pena itu apa?')).text).not.toContain('PENA');
    const result = await type('43');
    expect(result.text).toContain('PENA (bantuan usaha): mungkin bisa');
    await command('pena masih pkh, siap lepas bansos');
    await clock.jump(31 * 60_000);
    expect((await type('43')).text).not.toContain('mungkin bisa');
  });

  test('takes a not-known answer, other facts in the same sentence, and the list of what is missing', async () => {
    const { command, type } = await meet();
    await command('pena');
    const asked = await type('masih pkh, umur 30');
    expect(asked.text).toContain('bersedia lepas');
    const result = await type('nggak tau');
    expect(result.text).toContain('masih perlu data');
    expect(result.text).toContain('Bersedia lepas dari bansos');
    expect(result.text).toContain('Pastikan dulu');
  });

  test('shows each fact it took so that each can be changed', async () => {
    const { command, pressOn } = await meet();
    const first = await command('pena umur 43, masih pkh, siap lepas');
    expect(first.text).toContain('mungkin bisa');
    const change = await pressOn(first, '✏️ Ubah jawaban');
    expect(labels(change)).toEqual([
      'Umur: 43 tahun',
      'Penerima bansos aktif: Ya',
      'Bersedia lepas dari bansos: Ya',
      'Lanjut',
    ]);
    const question = await pressOn(change, 'Umur: 43 tahun');
    const changed = await pressOn(question, '46 tahun ke atas');
    expect(changed.text).toContain('masih perlu data');
    expect(changed.text).toContain('Umur: 46 tahun ke atas');
  });

  test('asks about a past year where the programme is of the past', async () => {
    const { command, pressOn } = await meet();
    const today = await command('prokus sudah graduasi mandiri, punya warung');
    expect(today.text).toContain('program tahun lalu');
    // What is the same fact there is taken along.
    expect((await pressOn(today, 'Cek PENA (bantuan usaha)')).text).toContain('Punya usaha: Ya');
    expect((await pressOn(today, 'Aturan tahun 2021')).text).toContain('mungkin bisa');
    expect((await command('prokus 2021 masih pkh')).text).toContain('belum untuk sekarang');
  });

  test('offers the programmes that a sentence says something for, and carries what it says', async () => {
    const { command, pressOn } = await meet();
    const choice = await command('umur 43, masih pkh, punya warung');
    expect(labels(choice)[0]).toBe('PENA (bantuan usaha)');
    expect((await pressOn(choice, 'PENA (bantuan usaha)')).text).toContain('Umur: 43 tahun');
  });
});

describe('in a group', () => {
  test('the whole check works and nothing of it is kept, and what is private is not offered', async () => {
    const { command, pressOn, store } = await meet('group');
    const first = await command('kt-member umur 30');
    expect(first.text).toContain('terlihat semua orang');
    const result = await pressOn(first, 'Ya');
    expect(result.text).toContain('mungkin bisa');
    expect(labels(result).join()).not.toMatch(/Simpan|Kirim/);
    const { conversation, press } = store.read.tables(defineChatTables);
    const kept = await store.read.db.select().from(conversation);
    expect(kept.filter((row) => JSON.stringify(row).includes('eligibility'))).toEqual([]);
    expect(await store.read.db.select().from(press)).toEqual([]);
  });

  test('a forged press for keeping is led to the private chat', async () => {
    const { command, press, pressOn, store } = await meet('group');
    const result = await pressOn(await command('kt-member umur 30'), 'Ya');
    const state = result.buttons
      .find((one) => one.token.startsWith('eligibility.change'))
      ?.token.split('~')[1];
    await press(`eligibility.keep~${state}`);
    const { eligibilityResult } = store.read.tables(defineEligibilityTables);
    expect(await store.read.db.select().from(eligibilityResult)).toEqual([]);
  });
});

describe('keeping a result', () => {
  const owner = `account:${platform}|ani`;

  test('needs a yes, keeps one however often it is said, and can be taken back', async () => {
    const { command, pressOn, store } = await meet();
    const result = await command('kt-member umur 30 warga desa');
    const consent = await pressOn(result, '💾 Simpan hasil');
    expect(await findResults(store.read, owner)).toEqual([]);
    const kept = await pressOn(consent, agree);
    await pressOn(consent, agree);
    expect(await findResults(store.read, owner)).toMatchObject([
      { programme: 'kt-member', year: 2026, outcome: 'likely', consent: 1 },
    ]);
    const saved = await pressOn(kept, 'Hasil tersimpan');
    expect(saved.text).toContain('Anggota Karang Taruna: mungkin bisa');
    expect((await pressOn(saved, 'Lihat Anggota Karang Taruna')).text).toContain('Umur: 30 tahun');
    expect((await pressOn(saved, '🗑 Hapus Anggota Karang Taruna')).text).toContain('dihapus');
    expect((await pressOn(saved, '🗑 Hapus Anggota Karang Taruna')).text).toContain('sudah tidak ada');
    expect(await findResults(store.read, owner)).toEqual([]);
  });

  test('is never offered or done for somebody under 17', async () => {
    const { command, press, store } = await meet();
    const result = await command('kt-member umur 16 warga desa');
    expect(labels(result).join()).not.toMatch(/Simpan hasil|Kirim/);
    const state = result.buttons
      .find((one) => one.token.startsWith('eligibility.change'))
      ?.token.split('~')[1];
    for (const verb of ['save', 'keep', 'share', 'send'])
      expect((await press(`eligibility.${verb}~${state}`)).text).toContain(
        'tidak bisa disimpan atau dikirim',
      );
    expect(await findResults(store.read, owner)).toEqual([]);
  });

  test('belongs to the data that a person sees and erases', async () => {
    const { command, pressOn, store } = await meet('private', { who: 'siti' });
    const consent = await pressOn(await command('kt-member umur 30 warga desa'), '💾 Simpan hasil');
    await pressOn(consent, agree);
    expect(await findResults(store.read, 'siti')).toHaveLength(1);
    const { myData } = createEligibility(() => []);
    const words = {
      texts: openCatalogue().in('id'),
      zone: 'Asia/Jakarta' as const,
      today: '2026-11-23',
      command: (name: string) => `/${name}`,
    };
    const shown = (await myData?.show(store.read, 'siti', words)) ?? [];
    expect(shown.map((block) => (block.kind === 'text' ? plain(block.text) : '')).join('\n')).toContain(
      'Anggota Karang Taruna: mungkin bisa (aturan 2026, disimpan Senin, 23 Nov 2026)',
    );
    expect(await store.write(async (tx) => myData?.erase(tx, 'siti', 0))).toEqual([]);
    expect(await findResults(store.read, 'siti')).toEqual([]);
  });

  test('is not offered to officers, who check for others', async () => {
    const { command } = await meet('private', { who: 'rina' });
    expect(labels(await command('kt-member umur 30 warga desa'))).not.toContain('💾 Simpan hasil');
  });
});

describe('sending a result', () => {
  test('tells the facilitator, with consent and audit, where one accompanies the person', async () => {
    const { command, pressOn, store } = await meet('private', { who: 'siti' });
    const result = await command('pena umur 43, masih pkh, siap lepas');
    const asked = await pressOn(result, '📨 Kirim ke pendamping');
    expect(asked.text).toContain('Rina Wati');
    const sent = await pressOn(asked, 'Setuju, kirim');
    expect(sent.text).toContain('Siti Aminah mengirim hasil cek syarat');
    expect(sent.places).toEqual(expect.arrayContaining(['siti', 'rina']));
    const { audit } = store.read.tables(defineAuditTables);
    expect((await store.read.db.select().from(audit)).map((row) => row.action)).toContain('eligibility.sent');
  });

  test('is not offered to somebody unknown', async () => {
    const { command } = await meet();
    expect(labels(await command('kt-member umur 30 warga desa'))).not.toContain('📨 Kirim ke pendamping');
  });
});

describe('what other features offer', () => {
  test('a result becomes a case only where a feature can open one', async () => {
    const without = await meet();
    expect(labels(await without.command('kt-member umur 30 warga desa'))).not.toContain('📋 Jadikan kasus');
    const asked: string[] = [];
    const cases: Feature = {
      name: 'others',
      presses: [
        {
          name: 'cases.begin',
          async handle(_turn, subject) {
            asked.push(subject);
            return { blocks: [] };
          },
        },
      ],
    };
    const { command, pressOn } = await meet('private', { others: cases });
    await pressOn(await command('kt-member umur 30 warga desa'), '📋 Jadikan kasus');
    expect(asked).toEqual(['question|kt-member']);
  });

  test('an answer about conditions offers the check of its programme, with what the question says', async () => {
    const texts = { lang: 'id' as const, t: (key: string) => key, rich: (key: string) => [key] };
    const turn = { texts, today: '2026-11-23' };
    expect(checkButton('pena.criteria', turn, 'umur 43, masih pkh, apa bisa ikut pena?')).toMatchObject({
      press: 'eligibility.begin',
      subject: expect.stringMatching(/^pena\..*\.2026\.43,t,/),
    });
    expect(checkButton('privacy.photo', turn, '')).toBeUndefined();
  });
});
