/** The features that keep records, one line each. */
import { createApplications } from './applications/index.ts';
import { createAttachments } from './attachments/index.ts';
import { createCases } from './cases/index.ts';
import { deskRecords } from './desk/index.ts';
import { createEligibility } from './eligibility/index.ts';
import type { Feature } from './feature.ts';
import { ladder } from './ladder/index.ts';
import { createMentoring } from './mentoring/index.ts';
import type { Address } from './people/index.ts';
import { people } from './people/index.ts';
import { createPrivacy } from './privacy/index.ts';
import { registers } from './registers/index.ts';
import { createReminders } from './reminders/index.ts';
import { createReports } from './reports/index.ts';
import { createTargets } from './targets/index.ts';

export interface FeatureSetup {
  /** The staff's channel, where there is one. */
  readonly desk?: Address | undefined;
  /** Where files that people send are kept; without it nothing can be attached. */
  readonly filesFolder?: string;
}

export function createFeatures({ desk, filesFolder }: FeatureSetup = {}): readonly Feature[] {
  const features: readonly Feature[] = [
    people,
    createAttachments(filesFolder, () => features),
    createMentoring(() => features),
    ladder,
    createCases(desk),
    createApplications(() => features),
    createEligibility(() => features),
    createPrivacy(() => toKeepers(features)),
    registers,
    createTargets(() => features),
    createReports(() => features),
    createReminders(() => features),
  ];
  return features;
}

/** All that keep something about people, those among them whose conversation is made elsewhere. */
const toKeepers = (features: readonly Feature[]) => [...features, deskRecords];

/** For whoever works on the records and tells nobody: the command line, measurements, tests. */
export const features: readonly Feature[] = createFeatures();
export const keepers = toKeepers(features);
