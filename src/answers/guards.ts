/**
 * What must be noticed in a message before anything else: identity numbers, photos of identity cards, scams, levies,
 * danger, and things the assistant may never do. Pure and strict: an emergency reply to an ordinary question would cost
 * trust, so each pattern asks for the deed and its company, not for a word alone.
 */

export type GuardName =
  | 'danger'
  | 'identity'
  | 'photo'
  | 'secret'
  | 'scam'
  | 'levy'
  | 'other-person'
  | 'erase';

/**
 * `topic` is the answer that fits a question about it. `asks` is true when the text asks about the thing (answer the
 * topic) and false when it reports one (warn first, then hand over). `urgent` asks for a human now.
 */
export interface Guard {
  readonly guard: GuardName;
  readonly topic?: string;
  readonly asks: boolean;
  readonly urgent: boolean;
}

export interface GuardContext {
  /** Identity-like numbers already sealed out of this message. */
  readonly sealedCount: number;
  /** The message brings a picture. */
  readonly photo: boolean;
}

const words = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'iu');

const SELF_HARM = words(
  'bunuh diri|(?:mau|ingin|pengen|pgn|pengin|lebih baik|mending) (?:mati|bunuh diri|akhiri hidup|mengakhiri hidup)(?: (?:aja|saja|sj))?|' +
    'suicide|kill (?:myself|himself|herself|themselves)|want(?:s)? to die|end (?:my|his|her) (?:own )?life',
);
const VIOLENCE = words(
  '(?:di|lagi di|sedang di|mau di|akan di|saya di|sy di|aku di|dia di)(?:pukuli?|pukulin|gebuki?|gebukin|siksa|aniaya|bacok|tusuk|bunuh|perkosa|cabuli?|sekap|culik)|' +
    '(?:memukul(?:i|kan)?|mukul(?:i|in)?|nampar(?:in)?|menampar(?:i)?|nyiksa|menyiksa|menganiaya|nganiaya|menendang|nendang(?:in)?|mencekik|nyekik|membacok|menusuk|mencabuli|memperkosa|menyekap|gebukin|mukulin) (?:terus |sering |selalu )?(?:saya|sy|aku|ku|kami|anak|istri|isteri|suami|ibu|adik|kakak|nenek|kakek|orang tua|dia)|' +
    'diperkosa|dicabuli|disekap|diculik|dianiaya|kdrt|pelecehan seksual|kekerasan (?:seksual|dalam rumah tangga)|' +
    '(?:ancam|ngancam|ngancem|mengancam) (?:mau |akan )?(?:bunuh|membunuh|bacok|bakar)|diancam (?:mau |akan )?(?:dibunuh|dibacok|dibakar)|diancem (?:mau )?(?:dibunuh|dibacok)|' +
    'beats? (?:me|us|my (?:mother|mom|child|kids?|son|daughter|sister))|being (?:beaten|abused|raped|held captive)|raped|kidnapped|domestic violence|threatens? to kill',
);
const LIFE = words(
  '(?:orang|ibu|bapak|anak|nenek|kakek|lansia|bayi|warga|tetangga|suami|istri|adik|kakak|mertua)[^.?!\\n]{0,25}(?:sekarat|tidak sadar|gak sadar|ga sadar|pingsan|kejang|tenggelam|tertimbun|hanyut|kebakaran)|' +
    'sekarat|(?:anak|bayi|nenek|kakek|ibu|lansia)[^.?!\\n]{0,20}(?:dibuang|ditelantarkan di jalan)|' +
    '(?:is|are) (?:dying|unconscious|drowning)|(?:sudah|udah|udh) (?:\\d+|tiga|empat|lima) hari (?:tidak|gak|ga|nggak|blm|belum) makan',
);
const HARMLESS = words(
  'pelatihan|sosialisasi|materi|modul|bimtek|penyuluhan|seminar|syarat|psikologi|program apa|jenis layanan|training|course|definition|artinya|usaha (?:saya|sy|kami) (?:sekarat|mati)|listrik (?:mati|padam)',
);

const SCAM_SIGN =
  /\.apk\b|(?<![\p{L}])(?:file|berkas|aplikasi|app)[^.?!\n]{0,15}(?<![\p{L}])apk(?![\p{L}])|(?<![\p{L}])apk(?![\p{L}])/iu;
const SUSPECT_LINK =
  /(?:bit\.ly|t\.me|wa\.me|s\.id|tinyurl|https?:\/\/(?![^\s/]*\.go\.id)|[\w-]+\.(?:xyz|top|click|online|site|shop|vip|cc)\b)\S*/iu;
const LINK_WORD = words(
  'link|tautan|web|situs|sms|wa|whatsapp|telegram|grup|pesan|telp|telepon|message|website',
);
const PRIZE_OR_PAYOUT = words(
  'cair(?:in|kan)?|pencairan|(?:dapat|dpt|klaim|ambil|terima) (?:bansos|bantuan|hadiah|uang|undian)|menang|pemenang|hadiah|undian|bansos|bantuan|pkh|bpnt|\\d+ ?(?:rb|ribu|jt|juta)|prize|winner|claim|grant',
);
const PAY_FIRST = words(
  '(?:disuruh|diminta|suruh|minta|harus|hrs|wajib|disuru|dimintain) (?:transfer|tf|bayar|byr|kirim (?:uang|duit|pulsa)|setor|beli pulsa)(?: [\\p{L}]+){0,3} (?:dulu|dl|dlu|duluan)|' +
    '(?:transfer|tf|bayar|setor|kirim pulsa) (?:[\\p{L}]+ ){0,2}(?:dulu|dl|dlu)[^.?!\\n]{0,40}(?:cair|hadiah|menang|bantuan|diproses)|' +
    '(?:transfer|pay|send) (?:[\\p{L}]+ ){0,3}(?:first|upfront|before)',
);

const OFFICER = words(
  'pendamping|petugas|ketua kelompok|ketua rt|pak rt|pa rt|bu rt|rt|rw|kades|kepala desa|lurah|perangkat|prangkat|agen|aparat|oknum|operator|tksk|kadus|officer|facilitator|village head|companion|agent',
);
const TAKING = words(
  '(?:di|me|mem|ng|men)?(?:potong|motong|potongin|pungut|mungut|palak|malak|peras|sunat|nyunat)(?:an|in)?|pungli|pungutan|potongan|jatah preman|(?:minta|dimintain?|diminta|mnta|ambil|narik) (?:jatah|uang|duit|potongan|setoran|bagian|imbalan|fee|\\d+ ?(?:rb|ribu|jt|juta|%|persen))|levy|bribe|cut of (?:my|our|the)|asks? for money|demands? (?:money|a cut)',
);
const THREAT = words(
  '(?:di|meng|ng)?(?:ancam|ancem|takut-takuti|intimidasi|paksa)[^.?!\\n]{0,30}(?:coret|nyoret|dicoret|keluar|dikeluarkan|dikeluarin|hapus|dihapus|blokir|nurut|bantuan|pkh)|threat(?:en|ens|ened)?[^.?!\\n]{0,30}(?:remove|removed|cut|benefit|aid)',
);
/** Aid that is cut by rule, not by a hand: what a family has to do so that it stays whole. */
const CUT_BY_RULE = words(
  '(?:biar|supaya|spy|agar|suapaya) (?:tidak|gak|ga|nggak|ngga|g|tdk) (?:di)?potong|kewajiban[^.?!\\n]{0,40}potong|so (?:that )?(?:it|the aid) is not cut',
);
const AID = words(
  'cair|bantuan|bansos|pkh|bpnt|sembako|kks|kartu|pena|prokus|kube|uang|duit|dana|aid|benefit|payment',
);

const ASKS = words(
  'apa|apakah|apa itu|bagaimana|gmn|gimana|boleh|bole|blh|bisa|bs|kemana|ke mana|kmn|lapor(?:nya)?|cara|aman|asli|benar|bener|bnr|resmi|hoax|kenapa|knp|emang|emg|hrs|harus(?:kah)?|what|how|is|are|where|can|should|real|legit|safe',
);

const IDENTITY_CARD = words(
  'ktp|kk|kartu keluarga|kks|kartu tanda penduduk|e-?ktp|selfie|id card|family card|identity card',
);
const SECRET_GIVEN = words(
  '(?:pin|otp|kode otp|password|kata sandi)(?: \\p{L}+){0,3}(?: adalah)?[ :=]*\\d{4,8}',
);
const SECRET_ASKED = words(
  '(?:minta|diminta|dimintain|dimintai|disuruh|kasih|kasi|kirim|sebut|tanya|tau|tahu)(?: \\p{L}+){0,4} (?:pin|otp|kode otp|password|kata sandi)|(?:asks?|asked|asking|give|send|share)(?: \\p{L}+){0,4} (?:pin|otp|password)',
);

const THIRD_PERSON = words(
  'tetangga(?: (?:saya|sy|ku|depan|sebelah|kami))?|si [\\p{L}]{3,}|(?:bu|pak|ibu|bapak|mbak|mas) (?!saya|sy|rt|rw|kami|kita|nya|yg|yang)[\\p{Lu}][\\p{L}]+|dia|orang itu|teman saya|temen sy|mantan(?: (?:istri|suami))?(?: saya)?|my neighbou?r|he|she',
);
const RECEIVES = words(
  '(?:dapat|dpt|dapet|terima|nerima|menerima|terdaftar|masuk|penerima|kebagian)(?: \\p{L}+){0,3} (?:bantuan|bansos|pkh|bpnt|dtks|dtsen|kpm|pena|prokus|sembako|kis|pbi)|(?:receive|receives|receiving|gets?|getting|on the list|recipient)',
);
const WHETHER = words(
  'apakah|apa benar|bener (?:gak|ga|tidak)|cek(?:in|kan)?|tolong cek|tlg cek|cariin|lihatkan|liatin|gak|ga|nggak|tidak|kah|does|is|did|check|tell me (?:if|whether)|whether',
);
const OBJECTION = words(
  'sanggah|nyanggah|menyanggah|lapor|laporin|kenapa|knp|kok|padahal|pdhl|mampu|kaya|usul|usulin|daftarin|daftarkan|propose|report|object|how|why|cara|gimana|gmn',
);

const ERASE = words(
  '(?:hapus|apus|hapuskan|hapusin|delete|erase|remove)(?: \\p{L}+){0,3} (?:data|akun|riwayat|informasi|catatan)(?: \\p{L}+)?(?: (?:saya|sy|aku|ku|gw|gue|kami))?|(?:delete|erase|remove)(?: all)? my (?:data|account|information|records?)|forget (?:about )?me',
);
const MINE = words('saya|sy|aku|ku|gw|gue|kami|my|me');
const OTHER_REGISTER = words(
  'dtks|dtsen|pkh|dobel|ganda|kk|dukcapil|pinjol|cek bansos|siks|nama istri|nama suami',
);

/** The first guard that applies, most pressing first; null when none does. */
export function findGuard(text: string, { sealedCount, photo }: GuardContext): Guard | null {
  const plain = text
    .slice(0, 4_000)
    .normalize('NFKC')
    .replace(/\p{Cf}+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const asks = ASKS.test(plain) || plain.includes('?');
  if (isDanger(plain)) return { guard: 'danger', asks: false, urgent: true };
  if (sealedCount > 0) return { guard: 'identity', topic: 'privacy.photo', asks, urgent: false };
  if (photo && (plain === '' || IDENTITY_CARD.test(plain))) {
    return { guard: 'photo', topic: 'privacy.photo', asks, urgent: false };
  }
  if (SECRET_GIVEN.test(plain))
    return { guard: 'secret', topic: 'complaint.card', asks: false, urgent: false };
  const scam = findScamTopic(plain);
  if (scam !== undefined) return { guard: 'scam', topic: scam, asks, urgent: false };
  if (SECRET_ASKED.test(plain)) return { guard: 'secret', topic: 'complaint.card', asks, urgent: false };
  if (OFFICER.test(plain) && THREAT.test(plain)) {
    return { guard: 'levy', topic: 'complaint.threat', asks, urgent: !asks };
  }
  if (TAKING.test(plain) && !CUT_BY_RULE.test(plain) && (OFFICER.test(plain) || AID.test(plain))) {
    return { guard: 'levy', topic: 'complaint.levy', asks, urgent: !asks };
  }
  if (THREAT.test(plain)) return { guard: 'levy', topic: 'complaint.threat', asks, urgent: !asks };
  if (ERASE.test(plain) && MINE.test(plain) && !OTHER_REGISTER.test(plain)) {
    return { guard: 'erase', topic: 'privacy.erase', asks, urgent: false };
  }
  if (THIRD_PERSON.test(plain) && RECEIVES.test(plain) && WHETHER.test(plain) && !OBJECTION.test(plain)) {
    return { guard: 'other-person', topic: 'privacy.access', asks: true, urgent: false };
  }
  return null;
}

function isDanger(text: string): boolean {
  if (SELF_HARM.test(text) || VIOLENCE.test(text)) return !HARMLESS.test(text);
  return LIFE.test(text) && !HARMLESS.test(text);
}

function findScamTopic(text: string): string | undefined {
  if (SCAM_SIGN.test(text)) return 'scam.apk';
  if (PAY_FIRST.test(text))
    return /undian|menang|hadiah|lucky draw|prize|winner/iu.test(text) ? 'ugb.scam' : 'scam.link';
  if (SUSPECT_LINK.test(text) && PRIZE_OR_PAYOUT.test(text)) return 'scam.link';
  if (words('link|tautan').test(text) && PRIZE_OR_PAYOUT.test(text) && LINK_WORD.test(text)) {
    return words('daftar|resmi|cek').test(text) ? undefined : 'scam.link';
  }
  return undefined;
}
