CREATE TABLE `evidence_files` (
	`id` text PRIMARY KEY NOT NULL,
	`term_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`measure_id` text,
	`period_id` text,
	`explanation_id` text,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`hash` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text,
	`removed_at` text,
	`removed_by` text,
	FOREIGN KEY (`term_id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period_id`) REFERENCES `periods`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`explanation_id`) REFERENCES `explanations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "created_at_shape" CHECK("evidence_files"."created_at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "removed_at_shape" CHECK("evidence_files"."removed_at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "name_present" CHECK(length(trim("evidence_files"."name")) > 0),
	CONSTRAINT "media_type_present" CHECK(length(trim("evidence_files"."media_type")) > 0),
	CONSTRAINT "size_counts" CHECK("evidence_files"."size" > 0),
	CONSTRAINT "hash_shape" CHECK(length("evidence_files"."hash") = 64),
	CONSTRAINT "proves_something" CHECK(("evidence_files"."explanation_id" is not null and "evidence_files"."measure_id" is null and "evidence_files"."period_id" is null)
          or ("evidence_files"."explanation_id" is null and "evidence_files"."measure_id" is not null and "evidence_files"."period_id" is not null))
);
--> statement-breakpoint
CREATE INDEX `evidence_files_figure` ON `evidence_files` (`unit_id`,`period_id`,`measure_id`);--> statement-breakpoint
CREATE INDEX `evidence_files_explanation` ON `evidence_files` (`explanation_id`);--> statement-breakpoint
CREATE INDEX `evidence_files_hash` ON `evidence_files` (`hash`);--> statement-breakpoint
CREATE TABLE `reporting_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`takes_evidence` integer NOT NULL,
	`evidence_megabytes` integer NOT NULL,
	`remind_days_before` integer NOT NULL,
	`sends_mail` integer NOT NULL,
	CONSTRAINT "evidence_size" CHECK("reporting_settings"."evidence_megabytes" between 1 and 100),
	CONSTRAINT "remind_days" CHECK("reporting_settings"."remind_days_before" between 0 and 31)
);
--> statement-breakpoint
CREATE TABLE `sent_reminders` (
	`user_id` text NOT NULL,
	`key` text NOT NULL,
	`sent_at` text NOT NULL,
	PRIMARY KEY(`user_id`, `key`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sent_at_shape" CHECK("sent_reminders"."sent_at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "key_present" CHECK(length(trim("sent_reminders"."key")) > 0)
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_submission_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_id` text NOT NULL,
	`number` integer NOT NULL,
	`reason` text,
	`created_at` text NOT NULL,
	`created_by` text,
	`sealed_at` text,
	`sealed_by` text,
	`decision` text,
	`decided_at` text,
	`decided_by` text,
	`note` text,
	`typed` text,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sealed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_known" CHECK("__new_submission_revisions"."decision" in ('accepted', 'returned', 'withdrawn')),
	CONSTRAINT "created_at_shape" CHECK("__new_submission_revisions"."created_at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "sealed_at_shape" CHECK("__new_submission_revisions"."sealed_at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "decided_at_shape" CHECK("__new_submission_revisions"."decided_at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "number_counts" CHECK("__new_submission_revisions"."number" >= 1),
	CONSTRAINT "decided_when_sealed" CHECK("__new_submission_revisions"."decision" is null or "__new_submission_revisions"."sealed_at" is not null)
);
--> statement-breakpoint
INSERT INTO `__new_submission_revisions`("id", "submission_id", "number", "reason", "created_at", "created_by", "sealed_at", "sealed_by", "decision", "decided_at", "decided_by", "note", "typed") SELECT "id", "submission_id", "number", "reason", "created_at", "created_by", "sealed_at", "sealed_by", "decision", "decided_at", "decided_by", "note", "typed" FROM `submission_revisions`;--> statement-breakpoint
DROP TABLE `submission_revisions`;--> statement-breakpoint
ALTER TABLE `__new_submission_revisions` RENAME TO `submission_revisions`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `submission_revisions_unique` ON `submission_revisions` (`submission_id`,`number`);--> statement-breakpoint
CREATE TABLE `__new_explanations` (
	`id` text PRIMARY KEY NOT NULL,
	`term_id` text NOT NULL,
	`code` text NOT NULL,
	`target_id` text,
	`unit_id` text,
	`measure_id` text,
	`period_id` text,
	`state` text,
	`answer_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`term_id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target_id`) REFERENCES `targets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period_id`) REFERENCES `periods`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "state_known" CHECK("__new_explanations"."state" in ('open', 'answered', 'closed')),
	CONSTRAINT "answer_by_shape" CHECK("__new_explanations"."answer_by" like '____-__-__')
);
--> statement-breakpoint
INSERT INTO `__new_explanations`("id", "term_id", "code", "unit_id", "measure_id", "period_id", "state") SELECT "id", "term_id", "code", "unit_id", "measure_id", "period_id", "state" FROM `explanations`;--> statement-breakpoint
DROP TABLE `explanations`;--> statement-breakpoint
ALTER TABLE `__new_explanations` RENAME TO `explanations`;--> statement-breakpoint
CREATE UNIQUE INDEX `explanations_code_unique` ON `explanations` (`term_id`,`code`);--> statement-breakpoint
CREATE INDEX `explanations_unit_state` ON `explanations` (`unit_id`,`state`);--> statement-breakpoint
CREATE INDEX `explanations_target` ON `explanations` (`target_id`);