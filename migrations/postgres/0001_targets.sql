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
CREATE UNIQUE INDEX "target_key" ON "target" USING btree ("scope","period","indicator","programme","funding");
--> statement-breakpoint
CREATE INDEX "target_parent" ON "target" USING btree ("parent","period");
--> statement-breakpoint
CREATE INDEX "tally_scope" ON "tally" USING btree ("scope","month");
--> statement-breakpoint
CREATE UNIQUE INDEX "progress_report_key" ON "progress_report" USING btree ("indicator","area","month","funding");
