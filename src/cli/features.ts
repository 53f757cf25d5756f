/** What the command line needs of the features without starting the assistant. */
import type { ImportSpec } from '../imports/import.ts';
import { people } from '../people/index.ts';

export const importSpecs: readonly ImportSpec[] = [people].flatMap((feature) => feature.imports ?? []);
