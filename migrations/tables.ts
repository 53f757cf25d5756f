/** Every feature's tables, for the generator of migrations. A feature with tables of its own adds one line. */
import { defineAnswerTables } from '../src/answers/store.ts';
import { defineApplicationTables } from '../src/applications/store.ts';
import { defineAttachmentTables } from '../src/attachments/store.ts';
import { defineCaseTables } from '../src/cases/store.ts';
import { defineChatTables } from '../src/chat/store.ts';
import { defineDeliveryTables } from '../src/delivery/store.ts';
import { defineGroupTables } from '../src/desk/group-store.ts';
import { defineProposalTables } from '../src/desk/proposal-store.ts';
import { defineDeskTables } from '../src/desk/store.ts';
import { defineEligibilityTables } from '../src/eligibility/store.ts';
import { defineLadderTables } from '../src/ladder/store.ts';
import { defineMentoringTables } from '../src/mentoring/store.ts';
import { defineVisitTables } from '../src/mentoring/visit-store.ts';
import { defineVisitedTables } from '../src/mentoring/visited-store.ts';
import { definePeopleTables } from '../src/people/store.ts';
import { definePrivacyTables } from '../src/privacy/store.ts';
import { defineActivityTables } from '../src/registers/activity-store.ts';
import { definePrelistTables } from '../src/registers/prelist-store.ts';
import { defineRegisterTables } from '../src/registers/store.ts';
import { defineReminderTables } from '../src/reminders/store.ts';
import { defineAuditTables } from '../src/store/audit.ts';
import type { Kit } from '../src/store/kit.ts';
import { defineMarkTables } from '../src/store/marks.ts';
import { defineVaultTables } from '../src/store/vault.ts';
import { defineTargetTables } from '../src/targets/store.ts';

export const defineAllTables = (kit: Kit) => ({
  ...defineMarkTables(kit),
  ...defineAuditTables(kit),
  ...defineVaultTables(kit),
  ...defineChatTables(kit),
  ...defineDeliveryTables(kit),
  ...definePeopleTables(kit),
  ...defineMentoringTables(kit),
  ...defineVisitTables(kit),
  ...defineLadderTables(kit),
  ...defineRegisterTables(kit),
  ...defineActivityTables(kit),
  ...definePrelistTables(kit),
  ...defineVisitedTables(kit),
  ...defineDeskTables(kit),
  ...defineGroupTables(kit),
  ...defineProposalTables(kit),
  ...defineAnswerTables(kit),
  ...defineCaseTables(kit),
  ...defineTargetTables(kit),
  ...defineReminderTables(kit),
  ...defineEligibilityTables(kit),
  ...defineApplicationTables(kit),
  ...definePrivacyTables(kit),
  ...defineAttachmentTables(kit),
});
