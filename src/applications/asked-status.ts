/** Whether a free text asks for the status of an application, in either language. */

const longestQuestion = 70;
const aboutStatus = /\bstatus\b/iu;
const aboutApplication = /\b(?:pengajuan|permohonan|ajuan|application)/iu;
const aboutProposal = /\b(?:pengajuan|permohonan|ajuan|usulan|application)/iu;
const howFar = /\b(?:sampai (?:mana|di ?mana)|kabar|gimana|gmn|bagaimana|progress?|how far|where|any news)/iu;
const ofMine = /\b(?:saya|sy|aku|ku|kami|my)\b|(?:ajuan|usulan)ku\b/iu;

/** `status`: the word itself. `news`: how far something of mine is, which may be about other things, too. */
export function askedAbout(text: string): 'status' | 'news' | undefined {
  if (text.length > longestQuestion || /\bapa itu\b|\bwhat is an?\b/iu.test(text)) return undefined;
  if (aboutStatus.test(text) && aboutApplication.test(text)) return 'status';
  return aboutProposal.test(text) && howFar.test(text) && ofMine.test(text) ? 'news' : undefined;
}

/** Words may have the letters of a number by chance; none of them has a digit or a dash besides. */
export const looksLikeNumber = (text: string): boolean =>
  /^\s*(?:(?:status|cek|pengajuan|nomor|no)[.:]?\s+)*[a-z]{3}[-\s]?[0-9a-z]{4}[-\s]?[0-9a-z]{4}\b/iu.test(
    text,
  ) && /[-\d]/u.test(text);
