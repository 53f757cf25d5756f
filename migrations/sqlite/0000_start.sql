CREATE TABLE `mark` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`about` text NOT NULL,
	`payloadHash` text NOT NULL,
	`seal` text
);

--> statement-breakpoint
CREATE INDEX `audit_about` ON `audit` (`about`);
--> statement-breakpoint
CREATE INDEX `audit_unsealed` ON `audit` (`id`) WHERE seal is null;
--> statement-breakpoint
CREATE TABLE `audit_payload` (
	`audit` text PRIMARY KEY NOT NULL,
	`person` text,
	`payload` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `audit_payload_person` ON `audit_payload` (`person`);
--> statement-breakpoint
CREATE TABLE `vault` (
	`id` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	`finger` text NOT NULL,
	`masked` text NOT NULL,
	`createdAt` integer NOT NULL,
	`keepUntil` integer
);

--> statement-breakpoint
CREATE INDEX `vault_finger` ON `vault` (`finger`);
--> statement-breakpoint
CREATE INDEX `vault_keep` ON `vault` (`keepUntil`);
--> statement-breakpoint
CREATE TABLE `conversation` (
	`id` text PRIMARY KEY NOT NULL,
	`talk` text NOT NULL,
	`changedAt` integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE `press` (
	`id` text PRIMARY KEY NOT NULL,
	`press` text NOT NULL,
	`subject` text NOT NULL,
	`madeAt` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `press_made` ON `press` (`madeAt`);
--> statement-breakpoint
CREATE TABLE `inbox` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` text NOT NULL,
	`receivedAt` integer NOT NULL,
	`body` text,
	`state` text NOT NULL,
	`attempts` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `inbox_waiting` ON `inbox` (`seq`) WHERE state = 'waiting';
--> statement-breakpoint
CREATE INDEX `inbox_received` ON `inbox` (`receivedAt`);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`inbox` text,
	`lane` integer NOT NULL,
	`address` text,
	`person` text,
	`body` text NOT NULL,
	`card` text,
	`answerWith` text,
	`policy` text NOT NULL,
	`state` text NOT NULL,
	`owner` text,
	`leaseUntil` integer NOT NULL,
	`begunAt` integer,
	`attempts` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`settledAt` integer,
	`refs` text,
	`reason` text
);

--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`lane`,`id`) WHERE state = 'waiting';
--> statement-breakpoint
CREATE INDEX `outbox_inbox` ON `outbox` (`inbox`);
--> statement-breakpoint
CREATE TABLE `card` (
	`card` text NOT NULL,
	`place` text NOT NULL,
	`ref` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`card`, `place`)
);

--> statement-breakpoint
CREATE INDEX `card_place_ref` ON `card` (`place`,`ref`);
--> statement-breakpoint
CREATE INDEX `card_at` ON `card` (`at`);
--> statement-breakpoint
CREATE TABLE `run` (
	`schedule` text NOT NULL,
	`occurrence` integer NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`reason` text,
	PRIMARY KEY(`schedule`, `occurrence`)
);

--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`nameKey` text NOT NULL,
	`area` text NOT NULL,
	`lang` text,
	`phone` text,
	`nik` text,
	`addedBy` text,
	`createdAt` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `person_area_name` ON `person` (`area`,`nameKey`);
--> statement-breakpoint
CREATE INDEX `person_name` ON `person` (`nameKey`);
--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`platform` text NOT NULL,
	`shownName` text NOT NULL,
	`lang` text,
	`address` text,
	`blockedAt` integer,
	`seenAt` integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE `account_person` (
	`account` text NOT NULL,
	`person` text NOT NULL,
	`linkedAt` integer NOT NULL,
	PRIMARY KEY(`account`, `person`)
);

--> statement-breakpoint
CREATE INDEX `account_person_person` ON `account_person` (`person`);
--> statement-breakpoint
CREATE TABLE `role` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`area` text NOT NULL,
	`grantedBy` text NOT NULL,
	`grantedAt` integer NOT NULL,
	`revokedAt` integer
);

--> statement-breakpoint
CREATE INDEX `role_person` ON `role` (`person`);
--> statement-breakpoint
CREATE INDEX `role_role_area` ON `role` (`role`,`area`);
--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`area` text NOT NULL,
	`name` text NOT NULL,
	`person` text,
	`madeBy` text NOT NULL,
	`madeAt` integer NOT NULL,
	`expiresAt` integer NOT NULL,
	`usedAt` integer,
	`usedBy` text
);

--> statement-breakpoint
CREATE TABLE `consent` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`purpose` text NOT NULL,
	`version` integer NOT NULL,
	`takenBy` text NOT NULL,
	`givenAt` integer NOT NULL,
	`withdrawnAt` integer
);

--> statement-breakpoint
CREATE INDEX `consent_person` ON `consent` (`person`);
--> statement-breakpoint
CREATE TABLE `caseload` (
	`facilitator` text NOT NULL,
	`person` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	PRIMARY KEY(`facilitator`, `person`)
);

--> statement-breakpoint
CREATE INDEX `caseload_person` ON `caseload` (`person`);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`facilitator` text NOT NULL,
	`number` integer NOT NULL,
	`person` text NOT NULL,
	`kind` text NOT NULL,
	`date` text NOT NULL,
	`minutes` integer NOT NULL,
	`turnover` integer,
	`workers` integer,
	`topic` text DEFAULT '' NOT NULL,
	`note` text NOT NULL,
	`area` text NOT NULL,
	`source` text NOT NULL,
	`line` integer NOT NULL,
	`backDated` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`undoneAt` integer
);

--> statement-breakpoint
CREATE UNIQUE INDEX `session_facilitator_number` ON `session` (`facilitator`,`number`);
--> statement-breakpoint
CREATE INDEX `session_facilitator_date` ON `session` (`facilitator`,`date`);
--> statement-breakpoint
CREATE INDEX `session_facilitator_person` ON `session` (`facilitator`,`person`,`date`);
--> statement-breakpoint
CREATE INDEX `session_source` ON `session` (`source`,`line`);
--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person`,`date`);
--> statement-breakpoint
CREATE TABLE `session_version` (
	`id` text PRIMARY KEY NOT NULL,
	`session` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`before` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `session_version_session` ON `session_version` (`session`,`at`);
--> statement-breakpoint
CREATE TABLE `visit` (
	`id` text PRIMARY KEY NOT NULL,
	`facilitator` text NOT NULL,
	`person` text NOT NULL,
	`date` text NOT NULL,
	`minute` integer,
	`note` text NOT NULL,
	`state` text NOT NULL,
	`session` text,
	`createdAt` integer NOT NULL,
	`endedAt` integer
);

--> statement-breakpoint
CREATE INDEX `visit_planned` ON `visit` (`facilitator`,`state`,`date`);
--> statement-breakpoint
CREATE INDEX `visit_person` ON `visit` (`person`,`state`);
--> statement-breakpoint
CREATE INDEX `visit_session` ON `visit` (`session`);
--> statement-breakpoint
CREATE INDEX `visit_ended` ON `visit` (`endedAt`);
--> statement-breakpoint
CREATE TABLE `kpm` (
	`person` text PRIMARY KEY NOT NULL,
	`graduation` text,
	`businessKind` text,
	`business` text NOT NULL,
	`brand` text NOT NULL,
	`stage` text NOT NULL,
	`stageSince` text,
	`area` text NOT NULL,
	`createdBy` text NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `kpm_area` ON `kpm` (`area`,`stage`);
--> statement-breakpoint
CREATE TABLE `kpm_change` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`before` text NOT NULL,
	`undoneAt` integer
);

--> statement-breakpoint
CREATE INDEX `kpm_change_person` ON `kpm_change` (`person`,`at`);
--> statement-breakpoint
CREATE TABLE `stage_move` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text,
	`area` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`state` text NOT NULL,
	`evidence` text NOT NULL,
	`note` text NOT NULL,
	`proposedBy` text NOT NULL,
	`proposedAt` integer NOT NULL,
	`decidedBy` text,
	`decidedAt` integer,
	`decidedOn` text,
	`reason` text,
	`sinceBefore` text
);

--> statement-breakpoint
CREATE INDEX `stage_move_person` ON `stage_move` (`person`,`proposedAt`);
--> statement-breakpoint
CREATE INDEX `stage_move_state` ON `stage_move` (`state`,`area`);
--> statement-breakpoint
CREATE TABLE `bsimu` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`person` text,
	`area` text NOT NULL,
	`date` text NOT NULL,
	`amount` integer NOT NULL,
	`funding` text NOT NULL,
	`note` text NOT NULL,
	`recordedBy` text NOT NULL,
	`source` text NOT NULL,
	`backDated` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`undoneAt` integer
);

--> statement-breakpoint
CREATE UNIQUE INDEX `bsimu_recorder_number` ON `bsimu` (`recordedBy`,`number`);
--> statement-breakpoint
CREATE INDEX `bsimu_person` ON `bsimu` (`person`,`date`);
--> statement-breakpoint
CREATE INDEX `bsimu_source` ON `bsimu` (`source`);
--> statement-breakpoint
CREATE TABLE `partner` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`nameKey` text NOT NULL,
	`kind` text NOT NULL,
	`area` text NOT NULL,
	`createdBy` text NOT NULL,
	`createdAt` integer NOT NULL,
	`endedAt` integer
);

--> statement-breakpoint
CREATE UNIQUE INDEX `partner_name` ON `partner` (`nameKey`,`area`);
--> statement-breakpoint
CREATE TABLE `accompaniment` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`partner` text NOT NULL,
	`by` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer
);

--> statement-breakpoint
CREATE INDEX `accompaniment_person` ON `accompaniment` (`person`);
--> statement-breakpoint
CREATE TABLE `register_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`register` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`nameKey` text NOT NULL,
	`area` text NOT NULL,
	`province` text NOT NULL,
	`since` text,
	`size` integer,
	`legalForm` text NOT NULL,
	`registration` text NOT NULL,
	`expires` text,
	`note` text NOT NULL,
	`active` integer NOT NULL,
	`stage` text,
	`stageOn` text,
	`gained` integer NOT NULL,
	`gainedOn` text,
	`person` text,
	`addedBy` text NOT NULL,
	`recordedOn` text NOT NULL,
	`createdAt` integer NOT NULL,
	`changedAt` integer NOT NULL,
	`undoneAt` integer
);

--> statement-breakpoint
CREATE UNIQUE INDEX `register_entry_number` ON `register_entry` (`register`,`number`);
--> statement-breakpoint
CREATE INDEX `register_entry_place` ON `register_entry` (`register`,`province`);
--> statement-breakpoint
CREATE INDEX `register_entry_name` ON `register_entry` (`register`,`nameKey`);
--> statement-breakpoint
CREATE INDEX `register_entry_person` ON `register_entry` (`person`);
--> statement-breakpoint
CREATE INDEX `register_entry_expires` ON `register_entry` (`expires`);
--> statement-breakpoint
CREATE TABLE `register_step` (
	`id` text PRIMARY KEY NOT NULL,
	`entry` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`what` text NOT NULL,
	`stage` text,
	`changes` text,
	`n` integer,
	`date` text,
	`note` text NOT NULL,
	`undoneAt` integer
);

--> statement-breakpoint
CREATE INDEX `register_step_entry` ON `register_step` (`entry`,`id`);
--> statement-breakpoint
CREATE TABLE `activity` (
	`id` text PRIMARY KEY NOT NULL,
	`doer` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`person` text,
	`date` text NOT NULL,
	`people` integer NOT NULL,
	`place` text NOT NULL,
	`area` text NOT NULL,
	`note` text NOT NULL,
	`source` text NOT NULL,
	`line` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`undoneAt` integer
);

--> statement-breakpoint
CREATE UNIQUE INDEX `activity_doer_number` ON `activity` (`doer`,`number`);
--> statement-breakpoint
CREATE INDEX `activity_doer_date` ON `activity` (`doer`,`date`);
--> statement-breakpoint
CREATE INDEX `activity_date` ON `activity` (`date`);
--> statement-breakpoint
CREATE INDEX `activity_source` ON `activity` (`source`,`line`);
--> statement-breakpoint
CREATE INDEX `activity_person` ON `activity` (`person`,`date`);
--> statement-breakpoint
CREATE TABLE `activity_version` (
	`id` text PRIMARY KEY NOT NULL,
	`activity` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`before` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `activity_version_activity` ON `activity_version` (`activity`,`at`);
--> statement-breakpoint
CREATE TABLE `prelist` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`person` text,
	`name` text NOT NULL,
	`area` text NOT NULL,
	`province` text NOT NULL,
	`reason` text NOT NULL,
	`nik` text,
	`nikMasked` text NOT NULL,
	`kk` text,
	`kkMasked` text NOT NULL,
	`consentAt` integer NOT NULL,
	`state` text NOT NULL,
	`stateAt` integer NOT NULL,
	`answer` text NOT NULL,
	`exportedFor` text,
	`addedBy` text NOT NULL,
	`createdAt` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `prelist_number` ON `prelist` (`number`);
--> statement-breakpoint
CREATE INDEX `prelist_state` ON `prelist` (`state`,`province`);
--> statement-breakpoint
CREATE INDEX `prelist_added` ON `prelist` (`addedBy`,`state`);
--> statement-breakpoint
CREATE INDEX `prelist_person` ON `prelist` (`person`);
--> statement-breakpoint
CREATE INDEX `prelist_nik` ON `prelist` (`nik`);
--> statement-breakpoint
CREATE TABLE `visited` (
	`record` text PRIMARY KEY NOT NULL,
	`facilitator` text NOT NULL,
	`person` text NOT NULL,
	`date` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `visited_facilitator` ON `visited` (`facilitator`,`date`);
--> statement-breakpoint
CREATE TABLE `handover` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation` text NOT NULL,
	`address` text NOT NULL,
	`account` text NOT NULL,
	`person` text,
	`lang` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`takenBy` text,
	`openedAt` integer NOT NULL,
	`answeredAt` integer,
	`closedAt` integer,
	`silentUntil` integer NOT NULL,
	`apologisedAt` integer,
	`group` text
);

--> statement-breakpoint
CREATE INDEX `handover_conversation` ON `handover` (`conversation`,`state`);
--> statement-breakpoint
CREATE INDEX `handover_state` ON `handover` (`state`,`openedAt`);
--> statement-breakpoint
CREATE INDEX `handover_group` ON `handover` (`group`);
--> statement-breakpoint
CREATE TABLE `handover_message` (
	`id` text PRIMARY KEY NOT NULL,
	`handover` text NOT NULL,
	`at` integer NOT NULL,
	`staff` text,
	`text` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `handover_message_handover` ON `handover_message` (`handover`,`id`);
--> statement-breakpoint
CREATE TABLE `asked` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`lang` text NOT NULL,
	`outcome` text NOT NULL,
	`topic` text,
	`text` text NOT NULL,
	`key` text NOT NULL,
	`nearest` text,
	`group` text,
	`compared` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `asked_at` ON `asked` (`at`);
--> statement-breakpoint
CREATE INDEX `asked_group` ON `asked` (`group`,`id`);
--> statement-breakpoint
CREATE INDEX `asked_compared` ON `asked` (`lang`,`compared`);
--> statement-breakpoint
CREATE TABLE `question_group` (
	`id` text PRIMARY KEY NOT NULL,
	`lang` text NOT NULL,
	`state` text NOT NULL,
	`title` text NOT NULL,
	`topic` text,
	`confidence` integer NOT NULL,
	`askers` integer NOT NULL,
	`openedAt` integer NOT NULL,
	`changedAt` integer NOT NULL,
	`shownAt` integer,
	`stale` integer NOT NULL,
	`answer` text,
	`answeredBy` text,
	`answeredAt` integer
);

--> statement-breakpoint
CREATE INDEX `question_group_state` ON `question_group` (`state`,`askers`);
--> statement-breakpoint
CREATE TABLE `asker` (
	`id` text PRIMARY KEY NOT NULL,
	`group` text NOT NULL,
	`conversation` text NOT NULL,
	`account` text,
	`address` text,
	`lang` text NOT NULL,
	`asked` text NOT NULL,
	`at` integer NOT NULL,
	`toldAt` integer
);

--> statement-breakpoint
CREATE UNIQUE INDEX `asker_once` ON `asker` (`group`,`conversation`);
--> statement-breakpoint
CREATE INDEX `asker_account` ON `asker` (`account`);
--> statement-breakpoint
CREATE TABLE `proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`group` text NOT NULL,
	`draft` text NOT NULL,
	`state` text NOT NULL,
	`proposedBy` text NOT NULL,
	`proposedAt` integer NOT NULL,
	`decidedBy` text,
	`decidedAt` integer,
	`reason` text
);

--> statement-breakpoint
CREATE INDEX `proposal_state` ON `proposal` (`state`,`id`);
--> statement-breakpoint
CREATE INDEX `proposal_group` ON `proposal` (`group`);
--> statement-breakpoint
CREATE TABLE `rating` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`topic` text NOT NULL,
	`helped` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `rating_topic` ON `rating` (`topic`,`at`);
--> statement-breakpoint
CREATE TABLE `case_file` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`protected` integer NOT NULL,
	`sector` text,
	`urgent` integer NOT NULL,
	`area` text NOT NULL,
	`province` text NOT NULL,
	`regency` text NOT NULL,
	`district` text,
	`state` text NOT NULL,
	`story` text NOT NULL,
	`about` text,
	`person` text,
	`openedBy` text NOT NULL,
	`address` text,
	`lang` text NOT NULL,
	`takenBy` text,
	`destination` text,
	`openedAt` integer NOT NULL,
	`stateAt` integer NOT NULL,
	`dueAt` integer,
	`stepUpAt` integer,
	`level` integer NOT NULL,
	`closedAt` integer,
	`atDesk` integer NOT NULL,
	`told` text NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `case_number` ON `case_file` (`number`);
--> statement-breakpoint
CREATE INDEX `case_person` ON `case_file` (`person`,`openedAt`);
--> statement-breakpoint
CREATE INDEX `case_opened_by` ON `case_file` (`openedBy`,`openedAt`);
--> statement-breakpoint
CREATE INDEX `case_taken_by` ON `case_file` (`takenBy`,`dueAt`) WHERE "closedAt" is null;
--> statement-breakpoint
CREATE INDEX `case_province` ON `case_file` (`province`,`protected`,`dueAt`) WHERE "closedAt" is null;
--> statement-breakpoint
CREATE INDEX `case_regency` ON `case_file` (`regency`,`protected`,`dueAt`) WHERE "closedAt" is null;
--> statement-breakpoint
CREATE INDEX `case_district` ON `case_file` (`district`,`protected`,`dueAt`) WHERE "closedAt" is null;
--> statement-breakpoint
CREATE INDEX `case_area` ON `case_file` (`area`,`protected`,`dueAt`) WHERE "closedAt" is null;
--> statement-breakpoint
CREATE INDEX `case_open` ON `case_file` (`protected`,`dueAt`) WHERE "closedAt" is null;
--> statement-breakpoint
CREATE INDEX `case_step_up` ON `case_file` (`stepUpAt`) WHERE "closedAt" is null;
--> statement-breakpoint
CREATE INDEX `case_opened_at` ON `case_file` (`openedAt`);
--> statement-breakpoint
CREATE INDEX `case_closed_at` ON `case_file` (`closedAt`);
--> statement-breakpoint
CREATE TABLE `case_event` (
	`id` text PRIMARY KEY NOT NULL,
	`case` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`note` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `case_event_case` ON `case_event` (`case`,`id`);
--> statement-breakpoint
CREATE TABLE `target` (
	`id` text PRIMARY KEY NOT NULL,
	`indicator` text NOT NULL,
	`programme` text NOT NULL,
	`period` text NOT NULL,
	`funding` text NOT NULL,
	`scope` text NOT NULL,
	`parent` text,
	`number` integer NOT NULL,
	`source` text NOT NULL,
	`ministry` integer NOT NULL,
	`setBy` text NOT NULL,
	`setAt` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `target_key` ON `target` (`scope`,`period`,`indicator`,`programme`,`funding`);
--> statement-breakpoint
CREATE INDEX `target_parent` ON `target` (`parent`,`period`);
--> statement-breakpoint
CREATE TABLE `tally` (
	`indicator` text NOT NULL,
	`scope` text NOT NULL,
	`month` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`indicator`, `scope`, `month`)
);

--> statement-breakpoint
CREATE INDEX `tally_scope` ON `tally` (`scope`,`month`);
--> statement-breakpoint
CREATE TABLE `progress_report` (
	`id` text PRIMARY KEY NOT NULL,
	`indicator` text NOT NULL,
	`area` text NOT NULL,
	`month` text NOT NULL,
	`funding` text NOT NULL,
	`number` integer NOT NULL,
	`source` text NOT NULL,
	`reportedBy` text NOT NULL,
	`reportedAt` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `progress_report_key` ON `progress_report` (`indicator`,`area`,`month`,`funding`);
--> statement-breakpoint
CREATE TABLE `digest` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`date` text NOT NULL,
	`zone` text NOT NULL,
	`dueAt` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`items` text NOT NULL,
	`handedAt` integer,
	`settledAt` integer
);

--> statement-breakpoint
CREATE UNIQUE INDEX `digest_person_date` ON `digest` (`person`,`date`);
--> statement-breakpoint
CREATE INDEX `digest_due` ON `digest` (`dueAt`) WHERE state in ('planned', 'snoozed');
--> statement-breakpoint
CREATE INDEX `digest_date` ON `digest` (`date`);
--> statement-breakpoint
CREATE TABLE `reminder_setting` (
	`person` text PRIMARY KEY NOT NULL,
	`minute` integer,
	`off` text NOT NULL,
	`stopped` integer NOT NULL,
	`pausedUntil` text
);

--> statement-breakpoint
CREATE TABLE `eligibility_result` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`programme` text NOT NULL,
	`year` integer NOT NULL,
	`outcome` text NOT NULL,
	`checkText` text NOT NULL,
	`consent` integer NOT NULL,
	`savedAt` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `eligibility_result_owner` ON `eligibility_result` (`owner`,`programme`,`year`);
--> statement-breakpoint
CREATE TABLE `application` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`person` text,
	`programme` text NOT NULL,
	`area` text NOT NULL,
	`province` text NOT NULL,
	`regency` text NOT NULL,
	`stage` text NOT NULL,
	`stageAt` integer NOT NULL,
	`missing` text NOT NULL,
	`hasMissing` integer NOT NULL,
	`reason` text,
	`registeredBy` text NOT NULL,
	`registeredAt` integer NOT NULL,
	`approvedOn` text,
	`codeHash` text,
	`codeMadeAt` integer
);

--> statement-breakpoint
CREATE UNIQUE INDEX `application_number` ON `application` (`number`);
--> statement-breakpoint
CREATE INDEX `application_person` ON `application` (`person`,`registeredAt`);
--> statement-breakpoint
CREATE INDEX `application_stage` ON `application` (`stage`,`stageAt`);
--> statement-breakpoint
CREATE INDEX `application_regency` ON `application` (`regency`,`stage`,`stageAt`);
--> statement-breakpoint
CREATE INDEX `application_province` ON `application` (`province`,`stage`,`stageAt`);
--> statement-breakpoint
CREATE INDEX `application_missing` ON `application` (`hasMissing`,`stage`);
--> statement-breakpoint
CREATE INDEX `application_approved` ON `application` (`approvedOn`);
--> statement-breakpoint
CREATE TABLE `application_step` (
	`id` text PRIMARY KEY NOT NULL,
	`application` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`stage` text NOT NULL,
	`what` text NOT NULL,
	`reason` text
);

--> statement-breakpoint
CREATE INDEX `application_step_application` ON `application_step` (`application`,`id`);
--> statement-breakpoint
CREATE TABLE `application_ask` (
	`id` text PRIMARY KEY NOT NULL,
	`application` text NOT NULL,
	`account` text NOT NULL,
	`address` text NOT NULL,
	`lang` text NOT NULL,
	`mark` text NOT NULL,
	`state` text NOT NULL,
	`askedAt` integer NOT NULL,
	`answeredBy` text
);

--> statement-breakpoint
CREATE INDEX `application_ask_account` ON `application_ask` (`account`,`application`);
--> statement-breakpoint
CREATE INDEX `application_ask_at` ON `application_ask` (`askedAt`);
--> statement-breakpoint
CREATE TABLE `application_try` (
	`account` text NOT NULL,
	`kind` text NOT NULL,
	`period` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`account`, `kind`, `period`)
);

--> statement-breakpoint
CREATE INDEX `application_try_period` ON `application_try` (`period`);
--> statement-breakpoint
CREATE TABLE `application_bulk` (
	`id` text PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`numbers` text NOT NULL,
	`reason` text NOT NULL,
	`proposedBy` text NOT NULL,
	`proposedAt` integer NOT NULL,
	`state` text NOT NULL,
	`answeredBy` text,
	`approved` integer
);

--> statement-breakpoint
CREATE INDEX `application_bulk_state` ON `application_bulk` (`state`,`proposedAt`);
--> statement-breakpoint
CREATE TABLE `data_request` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person` text,
	`account` text NOT NULL,
	`address` text NOT NULL,
	`lang` text NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`openedAt` integer NOT NULL,
	`dueAt` integer NOT NULL,
	`closedAt` integer,
	`closedBy` text,
	`answer` text
);

--> statement-breakpoint
CREATE INDEX `data_request_state` ON `data_request` (`state`,`dueAt`);
--> statement-breakpoint
CREATE INDEX `data_request_account` ON `data_request` (`account`,`openedAt`);
--> statement-breakpoint
CREATE INDEX `data_request_person` ON `data_request` (`person`);
--> statement-breakpoint
CREATE TABLE `attachment` (
	`id` text PRIMARY KEY NOT NULL,
	`record` text NOT NULL,
	`about` text,
	`sentBy` text NOT NULL,
	`hash` text,
	`type` text,
	`bytes` integer,
	`latitude` integer,
	`longitude` integer,
	`together` text NOT NULL,
	`at` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `attachment_record` ON `attachment` (`record`);
--> statement-breakpoint
CREATE INDEX `attachment_about` ON `attachment` (`about`);
--> statement-breakpoint
CREATE INDEX `attachment_sent_by` ON `attachment` (`sentBy`);
--> statement-breakpoint
CREATE INDEX `attachment_hash` ON `attachment` (`hash`);
--> statement-breakpoint
CREATE INDEX `attachment_together` ON `attachment` (`together`);
--> statement-breakpoint
CREATE INDEX `attachment_at` ON `attachment` (`at`);
--> statement-breakpoint
CREATE TABLE `attachment_gone` (
	`hash` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);

