PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_measures` (
	`id` text PRIMARY KEY NOT NULL,
	`term_id` text NOT NULL,
	`target_id` text NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`unit_label` text,
	`n_label` text,
	`d_label` text,
	`decimals` integer NOT NULL,
	`sensitive` integer DEFAULT false NOT NULL,
	`plan_provenance` text,
	`published_value` text,
	`published_verdict` text,
	`lists_units` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`term_id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target_id`,`term_id`) REFERENCES `targets`(`id`,`term_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plan_provenance_known" CHECK("__new_measures"."plan_provenance" in ('stated', 'inferred', 'assumed')),
	CONSTRAINT "code_present" CHECK(length(trim("__new_measures"."code")) > 0),
	CONSTRAINT "name_present" CHECK(length(trim("__new_measures"."name")) > 0),
	CONSTRAINT "decimals_shown" CHECK("__new_measures"."decimals" between 0 and 6)
);
--> statement-breakpoint
INSERT INTO `__new_measures`("id", "term_id", "target_id", "code", "position", "name", "unit_label", "n_label", "d_label", "decimals", "sensitive", "plan_provenance", "published_value", "published_verdict", "lists_units") SELECT "id", "term_id", "target_id", "code", "position", "name", "unit_label", "n_label", "d_label", "decimals", "sensitive", "plan_provenance", "published_value", "published_verdict", "lists_units" FROM `measures`;--> statement-breakpoint
DROP TABLE `measures`;--> statement-breakpoint
ALTER TABLE `__new_measures` RENAME TO `measures`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `measures_code_unique` ON `measures` (`term_id`,`code`);--> statement-breakpoint
CREATE INDEX `measures_target` ON `measures` (`target_id`);