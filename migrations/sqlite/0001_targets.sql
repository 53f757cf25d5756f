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
