/** Sample applications, made through the same use cases as real ones. */
import type { Actor } from '../people/index.ts';
import { type HashCode, newCode, type Writer } from '../store/index.ts';
import type { MoveName } from './application.ts';
import { moveApplication, notePapers } from './move.ts';
import { registerApplication, renewCode } from './register.ts';
import { findApplicationsOf } from './store.ts';

export interface DemoApplication {
  readonly number: string;
  /** Works once. */
  readonly code: string;
}

interface Sample {
  readonly person: string;
  readonly programme: string;
  readonly moves: readonly MoveName[];
  readonly missing?: readonly string[];
}

const dayMs = 24 * 3_600_000;

/** Applications of the facilitator's people at various stages, in the order of `persons`; without codes. */
export async function fillApplications(
  tx: Writer,
  input: {
    readonly facilitator: Actor;
    readonly persons: readonly string[];
    readonly now: number;
  },
): Promise<void> {
  const { facilitator, now, persons } = input;
  const [first, second, third, fourth] = persons;
  const samples: readonly Sample[] = [
    { person: first ?? '', programme: 'PRK', moves: ['check', 'propose'] },
    { person: second ?? '', programme: 'PNA', moves: ['check', 'propose'] },
    { person: third ?? '', programme: 'KUB', moves: [], missing: ['KK asli (cukup ditunjukkan)'] },
    { person: fourth ?? '', programme: 'PNA', moves: ['check'] },
  ];
  for (const [at, { missing, moves, person, programme }] of samples.entries()) {
    const begun = now - (9 - at) * dayMs;
    const registered = await registerApplication(tx, facilitator, {
      person,
      programme,
      codeHash: null,
      now: begun,
    });
    if (registered.kind !== 'registered') continue;
    const { number } = registered.row;
    for (const [step, move] of moves.entries())
      await moveApplication(tx, facilitator, { number, move, now: begun + (step + 1) * dayMs });
    if (missing !== undefined) await notePapers(tx, facilitator, { number, missing, now: begun + dayMs });
  }
}

/** New codes for the applications of these people, since a code is shown only when it is made. */
export async function renewApplicationCodes(
  tx: Writer,
  input: {
    readonly facilitator: Actor;
    readonly persons: readonly string[];
    readonly hashCode: HashCode;
    readonly now: number;
  },
): Promise<readonly DemoApplication[]> {
  const made: DemoApplication[] = [];
  for (const person of input.persons) {
    for (const { number } of await findApplicationsOf(tx, person)) {
      const code = newCode(2);
      const codeHash = input.hashCode(code);
      const renewed = await renewCode(tx, input.facilitator, { number, codeHash, now: input.now });
      if (renewed.kind === 'made') made.push({ number, code });
    }
  }
  return made;
}
