/** The features, one line each. What needs nothing of the running program stands here; the command line reads this too. */
import { createApplications } from './applications/index.ts';
import { deskRecords } from './desk/index.ts';
import type { Feature } from './feature.ts';
import { mentoring } from './mentoring/index.ts';
import { people } from './people/index.ts';
import { createPrivacy } from './privacy/index.ts';
import { createReminders } from './reminders/index.ts';
import { createTargets } from './targets/index.ts';

export const features: readonly Feature[] = [
  people,
  mentoring,
  createApplications(() => features),
  createPrivacy(() => keepers),
  createTargets(() => features),
  createReminders(() => features),
];

/** All that keep something about people, those among them whose conversation is made elsewhere. */
export const keepers = [...features, deskRecords];
