CREATE TABLE `changes` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`action` text NOT NULL,
	`subject_type` text NOT NULL,
	`subject_id` text NOT NULL,
	`rows` text NOT NULL,
	`undoes_id` text,
	CONSTRAINT "at_shape" CHECK("changes"."at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "action_present" CHECK(length(trim("changes"."action")) > 0),
	CONSTRAINT "subject_type_present" CHECK(length(trim("changes"."subject_type")) > 0)
);
--> statement-breakpoint
CREATE INDEX `changes_at` ON `changes` (`at`);--> statement-breakpoint
CREATE INDEX `changes_subject` ON `changes` (`subject_type`,`subject_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `changes_undoes_unique` ON `changes` (`undoes_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_period_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`term_id` text NOT NULL,
	`frequency` text NOT NULL,
	`due_day` integer,
	`months_after` integer,
	`days_after` integer,
	FOREIGN KEY (`term_id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "frequency_known" CHECK("__new_period_rules"."frequency" in ('month', 'quarter', 'half', 'year', 'term')),
	CONSTRAINT "due_day_of_month" CHECK("__new_period_rules"."due_day" between 1 and 31 and "__new_period_rules"."months_after" between 0 and 12),
	CONSTRAINT "due_days_after" CHECK("__new_period_rules"."days_after" between 0 and 366),
	CONSTRAINT "due_by_one_rule" CHECK(("__new_period_rules"."due_day" is null) = ("__new_period_rules"."months_after" is null) and ("__new_period_rules"."due_day" is null) = ("__new_period_rules"."days_after" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_period_rules`("id", "term_id", "frequency", "due_day", "months_after", "days_after") SELECT "id", "term_id", "frequency", "due_day", "months_after", null FROM `period_rules`;--> statement-breakpoint
DROP TABLE `period_rules`;--> statement-breakpoint
ALTER TABLE `__new_period_rules` RENAME TO `period_rules`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `period_rules_unique` ON `period_rules` (`term_id`,`frequency`);--> statement-breakpoint
CREATE TABLE `__new_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`draft` integer DEFAULT false NOT NULL,
	`closed` integer DEFAULT false NOT NULL,
	`at_risk_count_pct` integer NOT NULL,
	`at_risk_points` integer NOT NULL,
	`view_on` text,
	CONSTRAINT "code_present" CHECK(length(trim("__new_terms"."code")) > 0),
	CONSTRAINT "name_present" CHECK(length(trim("__new_terms"."name")) > 0),
	CONSTRAINT "starts_on_shape" CHECK("__new_terms"."starts_on" like '____-__-__'),
	CONSTRAINT "ends_on_shape" CHECK("__new_terms"."ends_on" like '____-__-__'),
	CONSTRAINT "view_on_shape" CHECK("__new_terms"."view_on" like '____-__-__'),
	CONSTRAINT "starts_on_to_ends_on" CHECK("__new_terms"."starts_on" <= "__new_terms"."ends_on"),
	CONSTRAINT "draft_is_not_closed" CHECK(not ("__new_terms"."draft" and "__new_terms"."closed")),
	CONSTRAINT "thresholds_positive" CHECK("__new_terms"."at_risk_count_pct" >= 0 and "__new_terms"."at_risk_points" >= 0)
);
--> statement-breakpoint
INSERT INTO `__new_terms`("id", "code", "name", "starts_on", "ends_on", "draft", "closed", "at_risk_count_pct", "at_risk_points", "view_on") SELECT "id", "code", "name", "starts_on", "ends_on", false, "closed", "at_risk_count_pct", "at_risk_points", "view_on" FROM `terms`;--> statement-breakpoint
DROP TABLE `terms`;--> statement-breakpoint
ALTER TABLE `__new_terms` RENAME TO `terms`;--> statement-breakpoint
CREATE UNIQUE INDEX `terms_code_unique` ON `terms` (`code`);