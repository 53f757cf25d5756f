import { describe, expect, it } from 'vitest';
import { findGuard } from '../../src/answers/guards.ts';

const guardOf = (text: string, sealedCount = 0, photo = false): string | undefined =>
  findGuard(text, { sealedCount, photo })?.guard;

describe('guards', () => {
  it.each([
    'tolong pak, suami saya mukul, saya dipukuli tiap malam',
    'aku pengen mati aja rasanya',
    'ada anak diperkosa tetangga',
    'ibu saya pingsan tidak sadar di rumah',
    'he beats my mother every night',
    'I want to die',
    'saya diancam mau dibunuh kalau lapor',
    'korban kdrt mau minta tolong',
  ])('see danger to life in "%s"', (text) => {
    expect(findGuard(text, { sealedCount: 0, photo: false })).toMatchObject({
      guard: 'danger',
      urgent: true,
    });
  });

  it.each([
    'usaha saya mati, bisa masuk lagi?',
    'kis bapak mati pas lg di rs, tlg cpt',
    'ibu yg nerima meninggal, trs gmn bantuannya',
    'listrik mati terus di desa kami',
    'diancem dikeluarin klo gak nurut, emg boleh?',
    'EXCLUDE MENINGGAL artinya apa',
    'bpjs mati bs lwt puskesos kelurahan?',
    'adik odgj, yg ambil bantuannya siapa',
    'syarat pelatihan penanganan kdrt apa',
    'bunuh hama padi pakai apa',
    'nenek tinggal sndiri gak dpt apa2, desa blg trgantung pusat trs',
    'kami jual ayam potong',
  ])('see no danger in "%s"', (text) => {
    expect(guardOf(text)).not.toBe('danger');
  });

  it.each([
    'kewajiban penerima pkh apa aja biar ga dipotong',
    'supaya gak dipotong harus hadir posyandu berapa kali',
  ])('see no levy where aid is cut by rule: "%s"', (text) => {
    expect(guardOf(text)).toBeUndefined();
  });

  it('notice a sealed identity number before any question', () => {
    expect(guardOf('nik ••••••••••••0009 sudah terdaftar belum', 1)).toBe('identity');
    expect(guardOf('nik saya kok gak padan')).toBeUndefined();
  });

  it('refuse pictures of identity cards, and take other pictures', () => {
    expect(guardOf('ini ktp saya', 0, true)).toBe('photo');
    expect(guardOf('', 0, true)).toBe('photo');
    expect(guardOf('foto warung binaan', 0, true)).toBeUndefined();
    expect(guardOf('aman gak kirim foto ktp di sini')).toBeUndefined();
  });

  it.each([
    ['dpt file apk bansos dr telegram, aman dibuka?', 'scam.apk'],
    ['di grup wa ada link cairin 600rb, asli gak min', 'scam.link'],
    ['dpt sms menang undian disuruh transfer dl, asli?', 'ugb.scam'],
    ['katanya harus transfer dulu biar bantuan cair', 'scam.link'],
    ['cek http://bansos-cair.xyz untuk klaim bantuan', 'scam.link'],
  ])('see a scam in "%s" and name the topic that answers', (text, topic) => {
    expect(findGuard(text, { sealedCount: 0, photo: false })).toMatchObject({ guard: 'scam', topic });
  });

  it.each([
    'link daftar pkh online yg bener yg mana',
    'web nya error trs tiap dibuka, ada cara lain cek?',
    'cek di https://cekbansos.kemensos.go.id kok kosong',
    'giveaway ig kena aturan undian gak',
  ])('see no scam in "%s"', (text) => {
    expect(guardOf(text)).toBeUndefined();
  });

  it('tell a question about levies, which can be answered, from a report, which needs a human', () => {
    expect(
      findGuard('tiap cair diminta potongan, lapornya kmn', { sealedCount: 0, photo: false }),
    ).toMatchObject({
      guard: 'levy',
      topic: 'complaint.levy',
      asks: true,
      urgent: false,
    });
    expect(findGuard('pendamping motong uang pkh 50rb', { sealedCount: 0, photo: false })).toMatchObject({
      guard: 'levy',
      asks: false,
      urgent: true,
    });
    expect(
      findGuard('kades ngancam coret nama sy dari pkh kalo lapor', { sealedCount: 0, photo: false }),
    ).toMatchObject({ guard: 'levy', topic: 'complaint.threat' });
    expect(
      findGuard('diancem dikeluarin klo gak nurut, emg boleh?', { sealedCount: 0, photo: false }),
    ).toMatchObject({
      guard: 'levy',
      topic: 'complaint.threat',
    });
  });

  it('never say whether another person receives aid', () => {
    expect(guardOf('apakah tetangga saya dapat pkh')).toBe('other-person');
    expect(guardOf('tolong cek si Wati dapat bantuan gak')).toBe('other-person');
    expect(guardOf('tell me if my neighbour receives aid')).toBe('other-person');
    expect(guardOf('tetangga kaya kok dapat bantuan, cara sanggah gimana')).toBeUndefined();
    expect(guardOf('can I sign up someone else in my village')).toBeUndefined();
  });

  it('notice secrets that are given or asked for', () => {
    expect(guardOf('pin atm saya 123456')).toBe('secret');
    expect(guardOf('ada yang minta kode otp ke saya')).toBe('secret');
    expect(guardOf('kartu sm pin dipegang org lain, boleh gak sih')).toBeUndefined();
  });

  it('take "delete my data" as a wish to be carried out here, and other registers as questions', () => {
    expect(guardOf('tlg hapus smua data sy dr bot')).toBe('erase');
    expect(guardOf('pls delete my data')).toBe('erase');
    expect(guardOf('ktnya data sy dobel, yg ngapus siapa')).toBeUndefined();
    expect(guardOf('cara hapus data saya dari dtks')).toBeUndefined();
  });

  it('stay quiet on long and strange texts, quickly', () => {
    expect(guardOf('a '.repeat(3_000))).toBeUndefined();
    expect(guardOf('<b>🙏</b> \u202E halo')).toBeUndefined();
  });
});
