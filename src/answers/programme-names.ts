/**
 * Which programmes a text names. A person who writes "pena" means PENA's topics, however much the rest of the sentence
 * looks like a question often asked about another programme.
 */
import type { NormalisedText } from './normalise.ts';

/** Stem of a programme's bare name → that programme. */
export type ProgrammeNames = ReadonlyMap<string, string>;

export interface NamedTopic {
  readonly programme: string;
  readonly names: readonly NormalisedText[];
}

/** Programmes that are a sphere, not a thing with a name of its own. */
const WITHOUT_NAME: ReadonlySet<string> = new Set(['general', 'privacy', 'training', 'data', 'restorasi']);

/** Collects the one-word bare names of all topics, without those that belong to two programmes. */
export function findProgrammeNames(topics: readonly NamedTopic[]): ProgrammeNames {
  const found = new Map<string, string>();
  const shared = new Set<string>();
  for (const { programme, names } of topics) {
    if (WITHOUT_NAME.has(programme)) continue;
    for (const { stems } of names) {
      const [stem] = stems;
      if (stem === undefined || stems.length > 1) continue;
      if ((found.get(stem) ?? programme) !== programme) shared.add(stem);
      found.set(stem, programme);
    }
  }
  for (const stem of shared) found.delete(stem);
  return found;
}

/** Calls `raise` with the number of every topic whose programme the text names. */
export function forEachNamed(
  text: NormalisedText,
  names: ProgrammeNames,
  topics: readonly { readonly programme: string }[],
  raise: (topic: number) => void,
): void {
  let named: string[] | undefined;
  for (const stem of text.stems) {
    const programme = names.get(stem);
    if (programme === undefined || named?.includes(programme) === true) continue;
    named = named ?? [];
    named.push(programme);
  }
  if (named === undefined) return;
  for (let topic = 0; topic < topics.length; topic += 1) {
    if (named.includes(topics[topic]?.programme ?? '')) raise(topic);
  }
}
