CREATE TABLE "mark" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "audit" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"about" text NOT NULL,
	"payloadHash" text NOT NULL,
	"seal" text
);

--> statement-breakpoint
CREATE TABLE "audit_payload" (
	"audit" text PRIMARY KEY NOT NULL,
	"person" text,
	"payload" jsonb NOT NULL
);

--> statement-breakpoint
CREATE TABLE "vault" (
	"id" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"finger" text NOT NULL,
	"masked" text NOT NULL,
	"createdAt" bigint NOT NULL,
	"keepUntil" bigint
);

--> statement-breakpoint
CREATE TABLE "conversation" (
	"id" text PRIMARY KEY NOT NULL,
	"talk" jsonb NOT NULL,
	"changedAt" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "press" (
	"id" text PRIMARY KEY NOT NULL,
	"press" text NOT NULL,
	"subject" text NOT NULL,
	"madeAt" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" text NOT NULL,
	"receivedAt" bigint NOT NULL,
	"body" jsonb,
	"state" text NOT NULL,
	"attempts" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"inbox" text,
	"lane" bigint NOT NULL,
	"address" jsonb,
	"person" text,
	"body" jsonb NOT NULL,
	"card" text,
	"answerWith" jsonb,
	"policy" text NOT NULL,
	"state" text NOT NULL,
	"owner" text,
	"leaseUntil" bigint NOT NULL,
	"begunAt" bigint,
	"attempts" bigint NOT NULL,
	"createdAt" bigint NOT NULL,
	"settledAt" bigint,
	"refs" jsonb,
	"reason" text
);

--> statement-breakpoint
CREATE TABLE "card" (
	"card" text NOT NULL,
	"place" text NOT NULL,
	"ref" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "card_card_place_pk" PRIMARY KEY("card","place")
);

--> statement-breakpoint
CREATE TABLE "run" (
	"schedule" text NOT NULL,
	"occurrence" bigint NOT NULL,
	"state" text NOT NULL,
	"at" bigint NOT NULL,
	"reason" text,
	CONSTRAINT "run_schedule_occurrence_pk" PRIMARY KEY("schedule","occurrence")
);

--> statement-breakpoint
CREATE TABLE "person" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"nameKey" text NOT NULL,
	"area" text NOT NULL,
	"lang" text,
	"phone" text,
	"nik" text,
	"addedBy" text,
	"createdAt" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"platform" text NOT NULL,
	"shownName" text NOT NULL,
	"lang" text,
	"address" jsonb,
	"blockedAt" bigint,
	"seenAt" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "account_person" (
	"account" text NOT NULL,
	"person" text NOT NULL,
	"linkedAt" bigint NOT NULL,
	CONSTRAINT "account_person_account_person_pk" PRIMARY KEY("account","person")
);

--> statement-breakpoint
CREATE TABLE "role" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"role" text NOT NULL,
	"area" text NOT NULL,
	"grantedBy" text NOT NULL,
	"grantedAt" bigint NOT NULL,
	"revokedAt" bigint
);

--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"area" text NOT NULL,
	"name" text NOT NULL,
	"person" text,
	"madeBy" text NOT NULL,
	"madeAt" bigint NOT NULL,
	"expiresAt" bigint NOT NULL,
	"usedAt" bigint,
	"usedBy" text
);

--> statement-breakpoint
CREATE TABLE "consent" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"purpose" text NOT NULL,
	"version" bigint NOT NULL,
	"takenBy" text NOT NULL,
	"givenAt" bigint NOT NULL,
	"withdrawnAt" bigint
);

--> statement-breakpoint
CREATE TABLE "caseload" (
	"facilitator" text NOT NULL,
	"person" text NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint,
	CONSTRAINT "caseload_facilitator_person_pk" PRIMARY KEY("facilitator","person")
);

--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"facilitator" text NOT NULL,
	"number" bigint NOT NULL,
	"person" text NOT NULL,
	"kind" text NOT NULL,
	"date" text NOT NULL,
	"minutes" bigint NOT NULL,
	"turnover" bigint,
	"workers" bigint,
	"topic" text DEFAULT '' NOT NULL,
	"note" text NOT NULL,
	"area" text NOT NULL,
	"source" text NOT NULL,
	"line" bigint NOT NULL,
	"backDated" boolean NOT NULL,
	"createdAt" bigint NOT NULL,
	"undoneAt" bigint
);

--> statement-breakpoint
CREATE TABLE "session_version" (
	"id" text PRIMARY KEY NOT NULL,
	"session" text NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"before" jsonb NOT NULL
);

--> statement-breakpoint
CREATE TABLE "visit" (
	"id" text PRIMARY KEY NOT NULL,
	"facilitator" text NOT NULL,
	"person" text NOT NULL,
	"date" text NOT NULL,
	"minute" bigint,
	"note" text NOT NULL,
	"state" text NOT NULL,
	"session" text,
	"createdAt" bigint NOT NULL,
	"endedAt" bigint
);

--> statement-breakpoint
CREATE TABLE "kpm" (
	"person" text PRIMARY KEY NOT NULL,
	"graduation" text,
	"businessKind" text,
	"business" text NOT NULL,
	"brand" text NOT NULL,
	"stage" text NOT NULL,
	"stageSince" text,
	"area" text NOT NULL,
	"createdBy" text NOT NULL,
	"createdAt" bigint NOT NULL,
	"updatedAt" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "kpm_change" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"before" jsonb NOT NULL,
	"undoneAt" bigint
);

--> statement-breakpoint
CREATE TABLE "stage_move" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text,
	"area" text NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"state" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"note" text NOT NULL,
	"proposedBy" text NOT NULL,
	"proposedAt" bigint NOT NULL,
	"decidedBy" text,
	"decidedAt" bigint,
	"decidedOn" text,
	"reason" text,
	"sinceBefore" text
);

--> statement-breakpoint
CREATE TABLE "bsimu" (
	"id" text PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"person" text,
	"area" text NOT NULL,
	"date" text NOT NULL,
	"amount" bigint NOT NULL,
	"funding" text NOT NULL,
	"note" text NOT NULL,
	"recordedBy" text NOT NULL,
	"source" text NOT NULL,
	"backDated" boolean NOT NULL,
	"createdAt" bigint NOT NULL,
	"undoneAt" bigint
);

--> statement-breakpoint
CREATE TABLE "partner" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"nameKey" text NOT NULL,
	"kind" text NOT NULL,
	"area" text NOT NULL,
	"createdBy" text NOT NULL,
	"createdAt" bigint NOT NULL,
	"endedAt" bigint
);

--> statement-breakpoint
CREATE TABLE "accompaniment" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"partner" text NOT NULL,
	"by" text NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint
);

--> statement-breakpoint
CREATE TABLE "register_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"register" text NOT NULL,
	"number" bigint NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"nameKey" text NOT NULL,
	"area" text NOT NULL,
	"province" text NOT NULL,
	"since" text,
	"size" bigint,
	"legalForm" text NOT NULL,
	"registration" text NOT NULL,
	"expires" text,
	"note" text NOT NULL,
	"active" boolean NOT NULL,
	"stage" text,
	"stageOn" text,
	"gained" bigint NOT NULL,
	"gainedOn" text,
	"person" text,
	"addedBy" text NOT NULL,
	"recordedOn" text NOT NULL,
	"createdAt" bigint NOT NULL,
	"changedAt" bigint NOT NULL,
	"undoneAt" bigint
);

--> statement-breakpoint
CREATE TABLE "register_step" (
	"id" text PRIMARY KEY NOT NULL,
	"entry" text NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"what" text NOT NULL,
	"stage" text,
	"changes" jsonb,
	"n" bigint,
	"date" text,
	"note" text NOT NULL,
	"undoneAt" bigint
);

--> statement-breakpoint
CREATE TABLE "activity" (
	"id" text PRIMARY KEY NOT NULL,
	"doer" text NOT NULL,
	"number" bigint NOT NULL,
	"kind" text NOT NULL,
	"person" text,
	"date" text NOT NULL,
	"people" bigint NOT NULL,
	"place" text NOT NULL,
	"area" text NOT NULL,
	"note" text NOT NULL,
	"source" text NOT NULL,
	"line" bigint NOT NULL,
	"createdAt" bigint NOT NULL,
	"undoneAt" bigint
);

--> statement-breakpoint
CREATE TABLE "activity_version" (
	"id" text PRIMARY KEY NOT NULL,
	"activity" text NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"before" jsonb NOT NULL
);

--> statement-breakpoint
CREATE TABLE "prelist" (
	"id" text PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"person" text,
	"name" text NOT NULL,
	"area" text NOT NULL,
	"province" text NOT NULL,
	"reason" text NOT NULL,
	"nik" text,
	"nikMasked" text NOT NULL,
	"kk" text,
	"kkMasked" text NOT NULL,
	"consentAt" bigint NOT NULL,
	"state" text NOT NULL,
	"stateAt" bigint NOT NULL,
	"answer" text NOT NULL,
	"exportedFor" text,
	"addedBy" text NOT NULL,
	"createdAt" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "visited" (
	"record" text PRIMARY KEY NOT NULL,
	"facilitator" text NOT NULL,
	"person" text NOT NULL,
	"date" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "handover" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation" text NOT NULL,
	"address" jsonb NOT NULL,
	"account" text NOT NULL,
	"person" text,
	"lang" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"takenBy" text,
	"openedAt" bigint NOT NULL,
	"answeredAt" bigint,
	"closedAt" bigint,
	"silentUntil" bigint NOT NULL,
	"apologisedAt" bigint,
	"group" text
);

--> statement-breakpoint
CREATE TABLE "handover_message" (
	"id" text PRIMARY KEY NOT NULL,
	"handover" text NOT NULL,
	"at" bigint NOT NULL,
	"staff" text,
	"text" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "asked" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"lang" text NOT NULL,
	"outcome" text NOT NULL,
	"topic" text,
	"text" text NOT NULL,
	"key" text NOT NULL,
	"nearest" text,
	"group" text,
	"compared" boolean NOT NULL
);

--> statement-breakpoint
CREATE TABLE "question_group" (
	"id" text PRIMARY KEY NOT NULL,
	"lang" text NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"topic" text,
	"confidence" bigint NOT NULL,
	"askers" bigint NOT NULL,
	"openedAt" bigint NOT NULL,
	"changedAt" bigint NOT NULL,
	"shownAt" bigint,
	"stale" boolean NOT NULL,
	"answer" jsonb,
	"answeredBy" text,
	"answeredAt" bigint
);

--> statement-breakpoint
CREATE TABLE "asker" (
	"id" text PRIMARY KEY NOT NULL,
	"group" text NOT NULL,
	"conversation" text NOT NULL,
	"account" text,
	"address" jsonb,
	"lang" text NOT NULL,
	"asked" text NOT NULL,
	"at" bigint NOT NULL,
	"toldAt" bigint
);

--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" text PRIMARY KEY NOT NULL,
	"group" text NOT NULL,
	"draft" jsonb NOT NULL,
	"state" text NOT NULL,
	"proposedBy" text NOT NULL,
	"proposedAt" bigint NOT NULL,
	"decidedBy" text,
	"decidedAt" bigint,
	"reason" text
);

--> statement-breakpoint
CREATE TABLE "rating" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"topic" text NOT NULL,
	"helped" boolean NOT NULL
);

--> statement-breakpoint
CREATE TABLE "case_file" (
	"id" text PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"kind" text NOT NULL,
	"protected" boolean NOT NULL,
	"sector" text,
	"urgent" boolean NOT NULL,
	"area" text NOT NULL,
	"province" text NOT NULL,
	"regency" text NOT NULL,
	"district" text,
	"state" text NOT NULL,
	"story" text NOT NULL,
	"about" text,
	"person" text,
	"openedBy" text NOT NULL,
	"address" jsonb,
	"lang" text NOT NULL,
	"takenBy" text,
	"destination" text,
	"openedAt" bigint NOT NULL,
	"stateAt" bigint NOT NULL,
	"dueAt" bigint,
	"stepUpAt" bigint,
	"level" bigint NOT NULL,
	"closedAt" bigint,
	"atDesk" boolean NOT NULL,
	"told" jsonb NOT NULL
);

--> statement-breakpoint
CREATE TABLE "case_event" (
	"id" text PRIMARY KEY NOT NULL,
	"case" text NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"note" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "target" (
	"id" text PRIMARY KEY NOT NULL,
	"indicator" text NOT NULL,
	"programme" text NOT NULL,
	"period" text NOT NULL,
	"funding" text NOT NULL,
	"scope" text NOT NULL,
	"parent" text,
	"number" bigint NOT NULL,
	"source" text NOT NULL,
	"ministry" boolean NOT NULL,
	"setBy" text NOT NULL,
	"setAt" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "tally" (
	"indicator" text NOT NULL,
	"scope" text NOT NULL,
	"month" text NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "tally_indicator_scope_month_pk" PRIMARY KEY("indicator","scope","month")
);

--> statement-breakpoint
CREATE TABLE "progress_report" (
	"id" text PRIMARY KEY NOT NULL,
	"indicator" text NOT NULL,
	"area" text NOT NULL,
	"month" text NOT NULL,
	"funding" text NOT NULL,
	"number" bigint NOT NULL,
	"source" text NOT NULL,
	"reportedBy" text NOT NULL,
	"reportedAt" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "digest" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"date" text NOT NULL,
	"zone" text NOT NULL,
	"dueAt" bigint NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"items" jsonb NOT NULL,
	"handedAt" bigint,
	"settledAt" bigint
);

--> statement-breakpoint
CREATE TABLE "reminder_setting" (
	"person" text PRIMARY KEY NOT NULL,
	"minute" bigint,
	"off" jsonb NOT NULL,
	"stopped" boolean NOT NULL,
	"pausedUntil" text
);

--> statement-breakpoint
CREATE TABLE "eligibility_result" (
	"id" text PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"programme" text NOT NULL,
	"year" bigint NOT NULL,
	"outcome" text NOT NULL,
	"checkText" text NOT NULL,
	"consent" bigint NOT NULL,
	"savedAt" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "application" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"person" text,
	"programme" text NOT NULL,
	"area" text NOT NULL,
	"province" text NOT NULL,
	"regency" text NOT NULL,
	"stage" text NOT NULL,
	"stageAt" bigint NOT NULL,
	"missing" jsonb NOT NULL,
	"hasMissing" boolean NOT NULL,
	"reason" text,
	"registeredBy" text NOT NULL,
	"registeredAt" bigint NOT NULL,
	"approvedOn" text,
	"codeHash" text,
	"codeMadeAt" bigint
);

--> statement-breakpoint
CREATE TABLE "application_step" (
	"id" text PRIMARY KEY NOT NULL,
	"application" text NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"stage" text NOT NULL,
	"what" text NOT NULL,
	"reason" text
);

--> statement-breakpoint
CREATE TABLE "application_ask" (
	"id" text PRIMARY KEY NOT NULL,
	"application" text NOT NULL,
	"account" text NOT NULL,
	"address" jsonb NOT NULL,
	"lang" text NOT NULL,
	"mark" text NOT NULL,
	"state" text NOT NULL,
	"askedAt" bigint NOT NULL,
	"answeredBy" text
);

--> statement-breakpoint
CREATE TABLE "application_try" (
	"account" text NOT NULL,
	"kind" text NOT NULL,
	"period" text NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "application_try_account_kind_period_pk" PRIMARY KEY("account","kind","period")
);

--> statement-breakpoint
CREATE TABLE "application_bulk" (
	"id" text PRIMARY KEY NOT NULL,
	"area" text NOT NULL,
	"numbers" jsonb NOT NULL,
	"reason" text NOT NULL,
	"proposedBy" text NOT NULL,
	"proposedAt" bigint NOT NULL,
	"state" text NOT NULL,
	"answeredBy" text,
	"approved" bigint
);

--> statement-breakpoint
CREATE TABLE "data_request" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person" text,
	"account" text NOT NULL,
	"address" jsonb NOT NULL,
	"lang" text NOT NULL,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"openedAt" bigint NOT NULL,
	"dueAt" bigint NOT NULL,
	"closedAt" bigint,
	"closedBy" text,
	"answer" text
);

--> statement-breakpoint
CREATE TABLE "attachment" (
	"id" text PRIMARY KEY NOT NULL,
	"record" text NOT NULL,
	"about" text,
	"sentBy" text NOT NULL,
	"hash" text,
	"type" text,
	"bytes" bigint,
	"latitude" bigint,
	"longitude" bigint,
	"together" text NOT NULL,
	"at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "attachment_gone" (
	"hash" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL
);

--> statement-breakpoint
CREATE INDEX "audit_about" ON "audit" USING btree ("about");
--> statement-breakpoint
CREATE INDEX "audit_unsealed" ON "audit" USING btree ("id") WHERE seal is null;
--> statement-breakpoint
CREATE INDEX "audit_payload_person" ON "audit_payload" USING btree ("person");
--> statement-breakpoint
CREATE INDEX "vault_finger" ON "vault" USING btree ("finger");
--> statement-breakpoint
CREATE INDEX "vault_keep" ON "vault" USING btree ("keepUntil");
--> statement-breakpoint
CREATE INDEX "press_made" ON "press" USING btree ("madeAt");
--> statement-breakpoint
CREATE INDEX "inbox_waiting" ON "inbox" USING btree ("seq") WHERE state = 'waiting';
--> statement-breakpoint
CREATE INDEX "inbox_received" ON "inbox" USING btree ("receivedAt");
--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("lane","id") WHERE state = 'waiting';
--> statement-breakpoint
CREATE INDEX "outbox_inbox" ON "outbox" USING btree ("inbox");
--> statement-breakpoint
CREATE INDEX "card_place_ref" ON "card" USING btree ("place","ref");
--> statement-breakpoint
CREATE INDEX "card_at" ON "card" USING btree ("at");
--> statement-breakpoint
CREATE INDEX "person_area_name" ON "person" USING btree ("area","nameKey");
--> statement-breakpoint
CREATE INDEX "person_name" ON "person" USING btree ("nameKey");
--> statement-breakpoint
CREATE INDEX "account_person_person" ON "account_person" USING btree ("person");
--> statement-breakpoint
CREATE INDEX "role_person" ON "role" USING btree ("person");
--> statement-breakpoint
CREATE INDEX "role_role_area" ON "role" USING btree ("role","area");
--> statement-breakpoint
CREATE INDEX "consent_person" ON "consent" USING btree ("person");
--> statement-breakpoint
CREATE INDEX "caseload_person" ON "caseload" USING btree ("person");
--> statement-breakpoint
CREATE UNIQUE INDEX "session_facilitator_number" ON "session" USING btree ("facilitator","number");
--> statement-breakpoint
CREATE INDEX "session_facilitator_date" ON "session" USING btree ("facilitator","date");
--> statement-breakpoint
CREATE INDEX "session_facilitator_person" ON "session" USING btree ("facilitator","person","date");
--> statement-breakpoint
CREATE INDEX "session_source" ON "session" USING btree ("source","line");
--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person","date");
--> statement-breakpoint
CREATE INDEX "session_version_session" ON "session_version" USING btree ("session","at");
--> statement-breakpoint
CREATE INDEX "visit_planned" ON "visit" USING btree ("facilitator","state","date");
--> statement-breakpoint
CREATE INDEX "visit_person" ON "visit" USING btree ("person","state");
--> statement-breakpoint
CREATE INDEX "visit_session" ON "visit" USING btree ("session");
--> statement-breakpoint
CREATE INDEX "visit_ended" ON "visit" USING btree ("endedAt");
--> statement-breakpoint
CREATE INDEX "kpm_area" ON "kpm" USING btree ("area","stage");
--> statement-breakpoint
CREATE INDEX "kpm_change_person" ON "kpm_change" USING btree ("person","at");
--> statement-breakpoint
CREATE INDEX "stage_move_person" ON "stage_move" USING btree ("person","proposedAt");
--> statement-breakpoint
CREATE INDEX "stage_move_state" ON "stage_move" USING btree ("state","area");
--> statement-breakpoint
CREATE UNIQUE INDEX "bsimu_recorder_number" ON "bsimu" USING btree ("recordedBy","number");
--> statement-breakpoint
CREATE INDEX "bsimu_person" ON "bsimu" USING btree ("person","date");
--> statement-breakpoint
CREATE INDEX "bsimu_source" ON "bsimu" USING btree ("source");
--> statement-breakpoint
CREATE UNIQUE INDEX "partner_name" ON "partner" USING btree ("nameKey","area");
--> statement-breakpoint
CREATE INDEX "accompaniment_person" ON "accompaniment" USING btree ("person");
--> statement-breakpoint
CREATE UNIQUE INDEX "register_entry_number" ON "register_entry" USING btree ("register","number");
--> statement-breakpoint
CREATE INDEX "register_entry_place" ON "register_entry" USING btree ("register","province");
--> statement-breakpoint
CREATE INDEX "register_entry_name" ON "register_entry" USING btree ("register","nameKey");
--> statement-breakpoint
CREATE INDEX "register_entry_person" ON "register_entry" USING btree ("person");
--> statement-breakpoint
CREATE INDEX "register_entry_expires" ON "register_entry" USING btree ("expires");
--> statement-breakpoint
CREATE INDEX "register_step_entry" ON "register_step" USING btree ("entry","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "activity_doer_number" ON "activity" USING btree ("doer","number");
--> statement-breakpoint
CREATE INDEX "activity_doer_date" ON "activity" USING btree ("doer","date");
--> statement-breakpoint
CREATE INDEX "activity_date" ON "activity" USING btree ("date");
--> statement-breakpoint
CREATE INDEX "activity_source" ON "activity" USING btree ("source","line");
--> statement-breakpoint
CREATE INDEX "activity_person" ON "activity" USING btree ("person","date");
--> statement-breakpoint
CREATE INDEX "activity_version_activity" ON "activity_version" USING btree ("activity","at");
--> statement-breakpoint
CREATE UNIQUE INDEX "prelist_number" ON "prelist" USING btree ("number");
--> statement-breakpoint
CREATE INDEX "prelist_state" ON "prelist" USING btree ("state","province");
--> statement-breakpoint
CREATE INDEX "prelist_added" ON "prelist" USING btree ("addedBy","state");
--> statement-breakpoint
CREATE INDEX "prelist_person" ON "prelist" USING btree ("person");
--> statement-breakpoint
CREATE INDEX "prelist_nik" ON "prelist" USING btree ("nik");
--> statement-breakpoint
CREATE INDEX "visited_facilitator" ON "visited" USING btree ("facilitator","date");
--> statement-breakpoint
CREATE INDEX "handover_conversation" ON "handover" USING btree ("conversation","state");
--> statement-breakpoint
CREATE INDEX "handover_state" ON "handover" USING btree ("state","openedAt");
--> statement-breakpoint
CREATE INDEX "handover_group" ON "handover" USING btree ("group");
--> statement-breakpoint
CREATE INDEX "handover_message_handover" ON "handover_message" USING btree ("handover","id");
--> statement-breakpoint
CREATE INDEX "asked_at" ON "asked" USING btree ("at");
--> statement-breakpoint
CREATE INDEX "asked_group" ON "asked" USING btree ("group","id");
--> statement-breakpoint
CREATE INDEX "asked_compared" ON "asked" USING btree ("lang","compared");
--> statement-breakpoint
CREATE INDEX "question_group_state" ON "question_group" USING btree ("state","askers");
--> statement-breakpoint
CREATE UNIQUE INDEX "asker_once" ON "asker" USING btree ("group","conversation");
--> statement-breakpoint
CREATE INDEX "asker_account" ON "asker" USING btree ("account");
--> statement-breakpoint
CREATE INDEX "proposal_state" ON "proposal" USING btree ("state","id");
--> statement-breakpoint
CREATE INDEX "proposal_group" ON "proposal" USING btree ("group");
--> statement-breakpoint
CREATE INDEX "rating_topic" ON "rating" USING btree ("topic","at");
--> statement-breakpoint
CREATE UNIQUE INDEX "case_number" ON "case_file" USING btree ("number");
--> statement-breakpoint
CREATE INDEX "case_person" ON "case_file" USING btree ("person","openedAt");
--> statement-breakpoint
CREATE INDEX "case_opened_by" ON "case_file" USING btree ("openedBy","openedAt");
--> statement-breakpoint
CREATE INDEX "case_taken_by" ON "case_file" USING btree ("takenBy","dueAt") WHERE "closedAt" is null;
--> statement-breakpoint
CREATE INDEX "case_province" ON "case_file" USING btree ("province","protected","dueAt") WHERE "closedAt" is null;
--> statement-breakpoint
CREATE INDEX "case_regency" ON "case_file" USING btree ("regency","protected","dueAt") WHERE "closedAt" is null;
--> statement-breakpoint
CREATE INDEX "case_district" ON "case_file" USING btree ("district","protected","dueAt") WHERE "closedAt" is null;
--> statement-breakpoint
CREATE INDEX "case_area" ON "case_file" USING btree ("area","protected","dueAt") WHERE "closedAt" is null;
--> statement-breakpoint
CREATE INDEX "case_open" ON "case_file" USING btree ("protected","dueAt") WHERE "closedAt" is null;
--> statement-breakpoint
CREATE INDEX "case_step_up" ON "case_file" USING btree ("stepUpAt") WHERE "closedAt" is null;
--> statement-breakpoint
CREATE INDEX "case_opened_at" ON "case_file" USING btree ("openedAt");
--> statement-breakpoint
CREATE INDEX "case_closed_at" ON "case_file" USING btree ("closedAt");
--> statement-breakpoint
CREATE INDEX "case_event_case" ON "case_event" USING btree ("case","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "target_key" ON "target" USING btree ("scope","period","indicator","programme","funding");
--> statement-breakpoint
CREATE INDEX "target_parent" ON "target" USING btree ("parent","period");
--> statement-breakpoint
CREATE INDEX "tally_scope" ON "tally" USING btree ("scope","month");
--> statement-breakpoint
CREATE UNIQUE INDEX "progress_report_key" ON "progress_report" USING btree ("indicator","area","month","funding");
--> statement-breakpoint
CREATE UNIQUE INDEX "digest_person_date" ON "digest" USING btree ("person","date");
--> statement-breakpoint
CREATE INDEX "digest_due" ON "digest" USING btree ("dueAt") WHERE state in ('planned', 'snoozed');
--> statement-breakpoint
CREATE INDEX "digest_date" ON "digest" USING btree ("date");
--> statement-breakpoint
CREATE UNIQUE INDEX "eligibility_result_owner" ON "eligibility_result" USING btree ("owner","programme","year");
--> statement-breakpoint
CREATE UNIQUE INDEX "application_number" ON "application" USING btree ("number");
--> statement-breakpoint
CREATE INDEX "application_person" ON "application" USING btree ("person","registeredAt");
--> statement-breakpoint
CREATE INDEX "application_stage" ON "application" USING btree ("stage","stageAt");
--> statement-breakpoint
CREATE INDEX "application_regency" ON "application" USING btree ("regency","stage","stageAt");
--> statement-breakpoint
CREATE INDEX "application_province" ON "application" USING btree ("province","stage","stageAt");
--> statement-breakpoint
CREATE INDEX "application_missing" ON "application" USING btree ("hasMissing","stage");
--> statement-breakpoint
CREATE INDEX "application_approved" ON "application" USING btree ("approvedOn");
--> statement-breakpoint
CREATE INDEX "application_step_application" ON "application_step" USING btree ("application","id");
--> statement-breakpoint
CREATE INDEX "application_ask_account" ON "application_ask" USING btree ("account","application");
--> statement-breakpoint
CREATE INDEX "application_ask_at" ON "application_ask" USING btree ("askedAt");
--> statement-breakpoint
CREATE INDEX "application_try_period" ON "application_try" USING btree ("period");
--> statement-breakpoint
CREATE INDEX "application_bulk_state" ON "application_bulk" USING btree ("state","proposedAt");
--> statement-breakpoint
CREATE INDEX "data_request_state" ON "data_request" USING btree ("state","dueAt");
--> statement-breakpoint
CREATE INDEX "data_request_account" ON "data_request" USING btree ("account","openedAt");
--> statement-breakpoint
CREATE INDEX "data_request_person" ON "data_request" USING btree ("person");
--> statement-breakpoint
CREATE INDEX "attachment_record" ON "attachment" USING btree ("record");
--> statement-breakpoint
CREATE INDEX "attachment_about" ON "attachment" USING btree ("about");
--> statement-breakpoint
CREATE INDEX "attachment_sent_by" ON "attachment" USING btree ("sentBy");
--> statement-breakpoint
CREATE INDEX "attachment_hash" ON "attachment" USING btree ("hash");
--> statement-breakpoint
CREATE INDEX "attachment_together" ON "attachment" USING btree ("together");
--> statement-breakpoint
CREATE INDEX "attachment_at" ON "attachment" USING btree ("at");
