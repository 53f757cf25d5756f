/** One line about a household for the lists of those who accompany it: its stage and what it does. */
import type { Texts } from '../chat/feature.ts';
import type { Reader } from '../store/index.ts';
import { findKpms } from './store.ts';

/** So many are asked for in one query. */
const batch = 500;

export async function aboutKpm(
  read: Reader,
  persons: readonly string[],
  texts: Texts,
): Promise<ReadonlyMap<string, string>> {
  const about = new Map<string, string>();
  for (let at = 0; at < persons.length; at += batch)
    for (const { business, businessKind, person, stage } of await findKpms(
      read,
      persons.slice(at, at + batch),
    )) {
      const kind = businessKind === null ? '' : texts.t(`ladder-business-${businessKind}`);
      const what = business === '' ? kind : business;
      const short = stage === 'none' ? texts.t('ladder-stage-none') : stage.toUpperCase();
      about.set(person, what === '' ? short : texts.t('ladder-about', { stage: short, business: what }));
    }
  return about;
}
