CREATE TABLE "changes" (
	"id" text PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"actor_id" text,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"rows" text NOT NULL,
	"undoes_id" text,
	CONSTRAINT "at_shape" CHECK ("changes"."at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "action_present" CHECK (length(trim("changes"."action")) > 0),
	CONSTRAINT "subject_type_present" CHECK (length(trim("changes"."subject_type")) > 0)
);
--> statement-breakpoint
ALTER TABLE "period_rules" ALTER COLUMN "due_day" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "period_rules" ALTER COLUMN "months_after" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "period_rules" ADD COLUMN "days_after" integer;--> statement-breakpoint
ALTER TABLE "terms" ADD COLUMN "draft" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "changes_at" ON "changes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "changes_subject" ON "changes" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "changes_undoes_unique" ON "changes" USING btree ("undoes_id");--> statement-breakpoint
ALTER TABLE "period_rules" ADD CONSTRAINT "due_days_after" CHECK ("period_rules"."days_after" between 0 and 366);--> statement-breakpoint
ALTER TABLE "period_rules" ADD CONSTRAINT "due_by_one_rule" CHECK (("period_rules"."due_day" is null) = ("period_rules"."months_after" is null) and ("period_rules"."due_day" is null) = ("period_rules"."days_after" is not null));--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "draft_is_not_closed" CHECK (not ("terms"."draft" and "terms"."closed"));