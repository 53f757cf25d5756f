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
const LONGEST_LABEL = 28;
const LONGEST_ANSWER = 650;
const WORST_SWAP = 0.2;
const FOLDS = 5;

interface Forbidden {
  readonly pattern: RegExp;
  readonly reason: string;
}

/** What no answer may say. A line that warns against the thing ("jangan …", "never …") may name it. */
const FORBIDDEN: readonly Forbidden[] = [
  {
    pattern: /0811[\s-]?1022[\s-]?210|bansoscovid19@/iu,
    reason: 'gives a contact that has been dead since 2020',
  },
  {
    pattern:
      /\b(?:pasti|dijamin|dipastikan) (?:akan )?(?:dapat|cair|lolos|diterima|masuk)\b|\bguaranteed to (?:get|receive)\b|\byou will (?:certainly|definitely) (?:get|receive)\b/iu,
    reason: 'promises aid, a date or an outcome that no source gives',
  },
  {
    pattern:
      /\b(?:kirim|kirimkan|unggah|upload|lampirkan|send|share)\b[^.\n]{0,30}\b(?:foto|photo|swafoto|selfie|pin|otp)\b[^.\n]{0,40}\b(?:di sini|ke sini|ke bot|di chat ini|here|to this bot|in this chat)\b/iu,
    reason: 'asks for a photo of an identity card, a PIN or an OTP',
  },
  {
    pattern: /\b(?:ketik|tulis|sebutkan|type|enter)\b[^.\n]{0,20}\b(?:pin|otp|nomor kks)\b/iu,
    reason: 'asks for a PIN, an OTP or a card number',
  },
  {
    pattern: /jangan (?:dulu )?(?:perbarui|ubah|ganti) (?:kk|kartu keluarga)|do not update the family card/iu,
    reason: 'advises against reporting a death or a move, which may be unlawful',
  },
  {
    pattern:
      /\b(?:pakai|gunakan) (?:ktp|nik|data|identitas) orang lain\b|\buse (?:another|someone else's) (?:person's )?(?:nik|id|identity)\b/iu,
    reason: "advises using another person's identity",
  },
  {
    pattern: /(?:^|[.!?]\s+)(?:bapak\/ibu |anda |you )?(?:tidak memenuhi syarat|are not eligible)\.?$/imu,
    reason: 'says a bare "not eligible" without the reason',
  },
  { pattern: /(?<!\d)\d{16}(?!\d)/u, reason: 'holds a full identity number' },
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

function checkTopic(topic: Topic): Problem[] {
  const found: string[] = [];
  if (topic.sources.length === 0) found.push('has no source');
  if (topic.status === 'historic' && topic.until === undefined)
    found.push('is historic but has no "until" year');
  if (topic.from !== undefined && topic.until !== undefined && topic.from > topic.until) {
    found.push(`holds from ${topic.from} until ${topic.until}, which is backwards`);
  }
  for (const lang of LANGUAGES) found.push(...checkLanguage(topic, lang));
  return found.map((reason) => ({ file: fileOf(topic), reason }));
}

function checkLanguage(topic: Topic, lang: Lang): string[] {
  const found: string[] = [];
  const phrasings = topic.questions[lang].length;
  if (phrasings < LEAST_PHRASINGS) {
    found.push(
      `has ${phrasings} questions under "${lang}"; at least ${LEAST_PHRASINGS} are needed to be found`,
    );
  }
  const label = [...topic.label[lang]].length;
  if (label > LONGEST_LABEL)
    found.push(`label.${lang} has ${label} characters; a button holds ${LONGEST_LABEL}`);
  const body = topic.body[lang];
  if (body.trim() === '') found.push(`has no answer in "${lang}"`);
  if ([...body].length > LONGEST_ANSWER) {
    found.push(
      `the answer under "## ${lang}" has ${[...body].length} characters; ${LONGEST_ANSWER} fit a small screen`,
    );
  }
  for (const sentence of body.split(/(?<=[.!?])\s+|\n+/u)) {
    for (const { pattern, reason } of FORBIDDEN) {
      const match = pattern.exec(sentence);
      if (match !== null && !WARNING.test(sentence)) found.push(`## ${lang} ${reason}: "${match[0].trim()}"`);
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

function checkPhrasings(topics: readonly Topic[], lexicon: Lexicon): Problem[] {
  const { rank } = openModel(buildModel(topics, lexicon, { calibrate: false }));
  return topics.flatMap((topic) =>
    LANGUAGES.flatMap((lang) =>
      topic.questions[lang].flatMap((text) => {
        const [best] = rank(text, 1);
        if (best === undefined || best === topic.id) return [];
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
    if (topic === undefined || share <= WORST_SWAP) return [];
    const percent = Math.round(share * 100);
    return [
      {
        file: fileOf(topic),
        reason: `${percent} % of its questions are found under ${to}: tell the two apart`,
      },
    ];
  });
}
