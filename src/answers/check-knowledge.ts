/**
 * What `dayabot check` says about the topics beyond their shape: what would make an answer wrong, missing in a language,
 * or found in the wrong place. Reports; never throws and never changes anything.
 */
import { crossValidate } from './evaluate.ts';
import type { Lexicon } from './lexicon.ts';
import { buildModel, toKey } from './model.ts';
import { createNormalise } from './normalise.ts';
import { LANGUAGES, type Lang, type Problem, type Topic } from './topic.ts';
import { openModel } from './understand.ts';

const LEAST_PHRASINGS = 8;
/** Questions that people really asked are few at first. */
const LEAST_ADOPTED = 1;
export const LONGEST_LABEL = 28;
export const LONGEST_ANSWER = 650;
const WORST_SWAP = 0.2;
const FOLDS = 5;

interface Forbidden {
  readonly pattern: RegExp;
  /** Text key of the reason, for staff who write in the chat. */
  readonly key: string;
  readonly reason: string;
}

/** What no answer may say. A line that warns against the thing ("jangan …", "never …") may name it. */
const FORBIDDEN: readonly Forbidden[] = [
  {
    pattern: /0811[\s-]?1022[\s-]?210|bansoscovid19@/iu,
    key: 'answers-forbidden-dead-contact',
    reason: 'gives a contact that has been dead since 2020',
  },
  {
    pattern:
      /\b(?:pasti|dijamin|dipastikan) (?:akan )?(?:dapat|cair|lolos|diterima|masuk)\b|\bguaranteed to (?:get|receive)\b|\byou will (?:certainly|definitely) (?:get|receive)\b/iu,
    key: 'answers-forbidden-promise',
    reason: 'promises aid, a date or an outcome that no source gives',
  },
  {
    pattern:
      /\b(?:akan|bakal|segera) (?:di)?(?:cair|cairkan|bayar|bayarkan|transfer) (?:pada |di )?(?:tanggal|tgl|besok|lusa|minggu depan|bulan depan|hari (?:ini|senin|selasa|rabu|kamis|jumat))\b|\bwill be paid (?:on|by|tomorrow|next (?:week|month))\b/iu,
    key: 'answers-forbidden-payout-date',
    reason: 'promises a payout date that no source gives',
  },
  {
    pattern:
      /\b(?:bapak\/ibu|bapak|ibu|anda|kamu) (?:akan|pasti) (?:dapat|mendapat|mendapatkan|menerima|memperoleh) (?:bantuan|bansos|uang|dana|modal)\b|\byou will (?:get|receive) (?:the )?(?:aid|assistance|money|a grant)\b/iu,
    key: 'answers-forbidden-promise',
    reason: 'promises aid to the person who asks',
  },
  {
    pattern:
      /\b(?:kirim|kirimkan|unggah|upload|lampirkan|send|share)\b[^.\n]{0,30}\b(?:foto|photo|swafoto|selfie|pin|otp)\b[^.\n]{0,40}\b(?:di sini|ke sini|ke bot|di chat ini|here|to this bot|in this chat)\b/iu,
    key: 'answers-forbidden-photo',
    reason: 'asks for a photo of an identity card, a PIN or an OTP',
  },
  {
    pattern: /\b(?:ketik|tulis|sebutkan|type|enter)\b[^.\n]{0,20}\b(?:pin|otp|nomor kks)\b/iu,
    key: 'answers-forbidden-secret',
    reason: 'asks for a PIN, an OTP or a card number',
  },
  {
    pattern: /jangan (?:dulu )?(?:perbarui|ubah|ganti) (?:kk|kartu keluarga)|do not update the family card/iu,
    key: 'answers-forbidden-family-card',
    reason: 'advises against reporting a death or a move, which may be unlawful',
  },
  {
    pattern:
      /\b(?:pakai|gunakan) (?:ktp|nik|data|identitas) orang lain\b|\buse (?:another|someone else's) (?:person's )?(?:nik|id|identity)\b/iu,
    key: 'answers-forbidden-other-identity',
    reason: "advises using another person's identity",
  },
  {
    pattern: /(?:^|[.!?]\s+)(?:bapak\/ibu |anda |you )?(?:tidak memenuhi syarat|are not eligible)\.?$/imu,
    key: 'answers-forbidden-bare-no',
    reason: 'says a bare "not eligible" without the reason',
  },
  {
    pattern: /(?<!\d)\d{16}(?!\d)/u,
    key: 'answers-forbidden-identity',
    reason: 'holds a full identity number',
  },
];

const WARNING =
  /\b(?:jangan|tidak ada|belum tentu|bukan|no one|tidak boleh|tidak pernah|dilarang|tidak perlu|never|do not|don't|not allowed)\b/iu;

/** Everything found, in the order of the topics. Takes seconds: it cross-validates the phrasings. */
export function checkKnowledge(topics: readonly Topic[], lexicon: Lexicon): Problem[] {
  return [
    ...topics.flatMap(checkTopic),
    ...checkPrescribedNames(topics, lexicon),
    ...checkPhrasings(topics, lexicon),
    ...checkSwaps(topics, lexicon),
  ];
}

function fileOf(topic: Topic): string {
  return topic.file ?? `answers/${topic.id}.md`;
}

/** Something wrong with a topic. `key` and `args` say it in the chat, `reason` on the command line. */
export interface Objection {
  readonly key: string;
  readonly args?: Readonly<Record<string, string | number>>;
  readonly field?: 'id' | 'en' | 'label' | 'labelEn' | 'source';
  readonly reason: string;
}

const checkTopic = (topic: Topic): Problem[] =>
  objectionsTo(topic).map(({ reason }) => ({ file: fileOf(topic), reason }));

/** What is wrong with a topic by itself. */
export function objectionsTo(topic: Topic): Objection[] {
  const found: Objection[] = [];
  if (topic.sources.length === 0)
    found.push({ key: 'answers-objection-source', field: 'source', reason: 'has no source' });
  if (topic.status === 'historic' && topic.until === undefined)
    found.push({ key: 'answers-objection-years', reason: 'is historic but has no "until" year' });
  if (topic.from !== undefined && topic.until !== undefined && topic.from > topic.until) {
    found.push({
      key: 'answers-objection-years',
      reason: `holds from ${topic.from} until ${topic.until}, which is backwards`,
    });
  }
  if (topic.adopted !== undefined && topic.questions.id.length + topic.questions.en.length < LEAST_ADOPTED)
    found.push({ key: 'answers-objection-questions', reason: 'was adopted without a single question' });
  for (const lang of LANGUAGES)
    if (lang === 'id' || topic.only === undefined) found.push(...objectionsIn(topic, lang));
  return found;
}

function objectionsIn(topic: Topic, lang: Lang): Objection[] {
  const found: Objection[] = [];
  const phrasings = topic.questions[lang].length;
  if (topic.adopted === undefined && phrasings < LEAST_PHRASINGS) {
    found.push({
      key: 'answers-objection-questions',
      reason: `has ${phrasings} questions under "${lang}"; at least ${LEAST_PHRASINGS} are needed to be found`,
    });
  }
  const label = [...topic.label[lang]].length;
  if (label > LONGEST_LABEL)
    found.push({
      key: 'answers-objection-label',
      args: { n: label, most: LONGEST_LABEL },
      field: lang === 'id' ? 'label' : 'labelEn',
      reason: `label.${lang} has ${label} characters; a button holds ${LONGEST_LABEL}`,
    });
  const body = topic.body[lang];
  if (body.trim() === '')
    found.push({ key: 'answers-objection-empty', field: lang, reason: `has no answer in "${lang}"` });
  if ([...body].length > LONGEST_ANSWER) {
    found.push({
      key: 'answers-objection-long',
      args: { n: [...body].length, most: LONGEST_ANSWER },
      field: lang,
      reason: `the answer under "## ${lang}" has ${[...body].length} characters; ${LONGEST_ANSWER} fit a small screen`,
    });
  }
  for (const { key, match, reason } of findForbidden(body))
    found.push({ key, args: { found: match }, field: lang, reason: `## ${lang} ${reason}: "${match}"` });
  return found;
}

/** What no answer may say, sentence by sentence, in either language. */
export function findForbidden(
  text: string,
): readonly { readonly key: string; readonly match: string; readonly reason: string }[] {
  const found: { key: string; match: string; reason: string }[] = [];
  for (const sentence of text.split(/(?<=[.!?])\s+|\n+/u)) {
    for (const { key, pattern, reason } of FORBIDDEN) {
      const match = pattern.exec(sentence);
      if (match !== null && !WARNING.test(sentence)) found.push({ key, match: match[0].trim(), reason });
    }
  }
  return found;
}

function checkPrescribedNames(topics: readonly Topic[], lexicon: Lexicon): Problem[] {
  const normalise = createNormalise(lexicon);
  const problems: Problem[] = [];
  const owners = new Map<string, Topic>();
  const claim = (kind: string, text: string, topic: Topic): void => {
    const key = `${kind}\0${kind === 'id' ? text : toKey(normalise(text))}`;
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, topic);
    else if (owner.id !== topic.id || kind === 'id') {
      problems.push({ file: fileOf(topic), reason: `${kind} "${text}" is already in ${fileOf(owner)}` });
    }
  };
  for (const topic of topics) {
    claim('id', topic.id, topic);
    for (const alias of topic.aliases) claim('id', alias, topic);
    for (const term of topic.terms) claim('term', term, topic);
    for (const lang of LANGUAGES) for (const text of topic.questions[lang]) claim('question', text, topic);
  }
  return problems;
}

/** Too few to be found by likeness; their own wordings always answer. */
const isYoung = ({ adopted, questions }: Topic): boolean =>
  adopted !== undefined && questions.id.length + questions.en.length < LEAST_PHRASINGS;

function checkPhrasings(topics: readonly Topic[], lexicon: Lexicon): Problem[] {
  const { rank } = openModel(buildModel(topics, lexicon, { calibrate: false }));
  return topics.flatMap((topic) =>
    LANGUAGES.flatMap((lang) =>
      topic.questions[lang].flatMap((text) => {
        const [best] = rank(text, 1);
        if (best === undefined || best === topic.id || isYoung(topic)) return [];
        return [
          { file: fileOf(topic), reason: `"${text}" is found under ${best}: make it plainer or move it` },
        ];
      }),
    ),
  );
}

function checkSwaps(topics: readonly Topic[], lexicon: Lexicon): Problem[] {
  if (topics.length < 2) return [];
  const { swaps } = crossValidate(topics, FOLDS, { lexicon, calibrate: false });
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  return swaps.flatMap(({ from, to, share }) => {
    const topic = byId.get(from);
    if (topic === undefined || share <= WORST_SWAP || isYoung(topic)) return [];
    const percent = Math.round(share * 100);
    return [
      {
        file: fileOf(topic),
        reason: `${percent} % of its questions are found under ${to}: tell the two apart`,
      },
    ];
  });
}
