/** The features that keep records, one line each. */
import { createApplications } from './applications/index.ts';
import { createCases } from './cases/index.ts';
import { deskRecords } from './desk/index.ts';
import { createEligibility } from './eligibility/index.ts';
import type { Feature } from './feature.ts';
import { mentoring } from './mentoring/index.ts';
import type { Address } from './people/index.ts';
import { people } from './people/index.ts';
import { createPrivacy } from './privacy/index.ts';
import { registers } from './registers/index.ts';
import { createReminders } from './reminders/index.ts';
import { createTargets } from './targets/index.ts';

/** @param desk the staff's channel, where there is one. */
export function createFeatures(desk?: Address): readonly Feature[] {
  const features: readonly Feature[] = [
    people,
    mentoring,
    createCases(desk),
    createApplications(() => features),
    createEligibility(() => features),
    createPrivacy(() => toKeepers(features)),
    registers,
    createTargets(() => features),
    createReminders(() => features),
  ];
  return features;
}

/** All that keep something about people, those among them whose conversation is made elsewhere. */
const toKeepers = (features: readonly Feature[]) => [...features, deskRecords];

/** For whoever works on the records and tells nobody: the command line, measurements, tests. */
export const features: readonly Feature[] = createFeatures();
export const keepers = toKeepers(features);
