CREATE TABLE "evidence_files" (
	"id" text PRIMARY KEY NOT NULL,
	"term_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"measure_id" text,
	"period_id" text,
	"explanation_id" text,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"hash" text NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"removed_at" text,
	"removed_by" text,
	CONSTRAINT "created_at_shape" CHECK ("evidence_files"."created_at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "removed_at_shape" CHECK ("evidence_files"."removed_at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "name_present" CHECK (length(trim("evidence_files"."name")) > 0),
	CONSTRAINT "media_type_present" CHECK (length(trim("evidence_files"."media_type")) > 0),
	CONSTRAINT "size_counts" CHECK ("evidence_files"."size" > 0),
	CONSTRAINT "hash_shape" CHECK (length("evidence_files"."hash") = 64),
	CONSTRAINT "proves_something" CHECK (("evidence_files"."explanation_id" is not null and "evidence_files"."measure_id" is null and "evidence_files"."period_id" is null)
          or ("evidence_files"."explanation_id" is null and "evidence_files"."measure_id" is not null and "evidence_files"."period_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "reporting_settings" (
	"id" text PRIMARY KEY NOT NULL,
	"takes_evidence" boolean NOT NULL,
	"evidence_megabytes" integer NOT NULL,
	"remind_days_before" integer NOT NULL,
	"sends_mail" boolean NOT NULL,
	CONSTRAINT "evidence_size" CHECK ("reporting_settings"."evidence_megabytes" between 1 and 100),
	CONSTRAINT "remind_days" CHECK ("reporting_settings"."remind_days_before" between 0 and 31)
);
--> statement-breakpoint
CREATE TABLE "sent_reminders" (
	"user_id" text NOT NULL,
	"key" text NOT NULL,
	"sent_at" text NOT NULL,
	CONSTRAINT "sent_reminders_user_id_key_pk" PRIMARY KEY("user_id","key"),
	CONSTRAINT "sent_at_shape" CHECK ("sent_reminders"."sent_at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "key_present" CHECK (length(trim("sent_reminders"."key")) > 0)
);
--> statement-breakpoint
ALTER TABLE "submission_revisions" DROP CONSTRAINT "decision_known";--> statement-breakpoint
ALTER TABLE "explanations" ADD COLUMN "target_id" text;--> statement-breakpoint
ALTER TABLE "explanations" ADD COLUMN "answer_by" text;--> statement-breakpoint
ALTER TABLE "explanations" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_explanation_id_explanations_id_fk" FOREIGN KEY ("explanation_id") REFERENCES "public"."explanations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_removed_by_users_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_reminders" ADD CONSTRAINT "sent_reminders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_files_figure" ON "evidence_files" USING btree ("unit_id","period_id","measure_id");--> statement-breakpoint
CREATE INDEX "evidence_files_explanation" ON "evidence_files" USING btree ("explanation_id");--> statement-breakpoint
CREATE INDEX "evidence_files_hash" ON "evidence_files" USING btree ("hash");--> statement-breakpoint
ALTER TABLE "explanations" ADD CONSTRAINT "explanations_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "explanations_target" ON "explanations" USING btree ("target_id");--> statement-breakpoint
ALTER TABLE "explanations" ADD CONSTRAINT "answer_by_shape" CHECK ("explanations"."answer_by" like '____-__-__');--> statement-breakpoint
ALTER TABLE "submission_revisions" ADD CONSTRAINT "decision_known" CHECK ("submission_revisions"."decision" in ('accepted', 'returned', 'withdrawn'));