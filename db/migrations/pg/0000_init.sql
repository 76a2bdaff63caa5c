CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" text,
	"refresh_token_expires_at" text,
	"scope" text,
	"password" text,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "only_one" CHECK ("audit_head"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"seq" integer PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"actor_id" text,
	"actor_login" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"before" text,
	"after" text,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "at_shape" CHECK ("audit_log"."at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "hash_shape" CHECK (length("audit_log"."hash") = 64 and length("audit_log"."prev_hash") = 64)
);
--> statement-breakpoint
CREATE TABLE "congresses" (
	"term_id" text PRIMARY KEY NOT NULL,
	"ordinal" text,
	"held_on" text,
	"resolution" text,
	CONSTRAINT "held_on_shape" CHECK ("congresses"."held_on" like '____-__-__')
);
--> statement-breakpoint
CREATE TABLE "explanation_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"explanation_id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"written_on" text,
	"text" text NOT NULL,
	"created_by" text,
	"created_at" text NOT NULL,
	CONSTRAINT "kind_known" CHECK ("explanation_messages"."kind" in ('question', 'answer')),
	CONSTRAINT "written_on_shape" CHECK ("explanation_messages"."written_on" like '____-__-__'),
	CONSTRAINT "created_at_shape" CHECK ("explanation_messages"."created_at" like '____-__-__T__:__:__%Z')
);
--> statement-breakpoint
CREATE TABLE "explanations" (
	"id" text PRIMARY KEY NOT NULL,
	"term_id" text NOT NULL,
	"code" text NOT NULL,
	"unit_id" text,
	"measure_id" text,
	"period_id" text,
	"state" text,
	CONSTRAINT "state_known" CHECK ("explanations"."state" in ('open', 'answered', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "export_log" (
	"id" text PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"actor_id" text,
	"actor_login" text NOT NULL,
	"actor_name" text NOT NULL,
	"report" text NOT NULL,
	"format" text NOT NULL,
	"file_name" text NOT NULL,
	"term_code" text,
	"as_of_on" text,
	"basis" text,
	"hash" text NOT NULL,
	CONSTRAINT "basis_known" CHECK ("export_log"."basis" in ('accepted', 'provisional')),
	CONSTRAINT "at_shape" CHECK ("export_log"."at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "as_of_on_shape" CHECK ("export_log"."as_of_on" like '____-__-__')
);
--> statement-breakpoint
CREATE TABLE "figure_values" (
	"id" text PRIMARY KEY NOT NULL,
	"revision_id" text NOT NULL,
	"measure_id" text NOT NULL,
	"n" bigint,
	"d" bigint,
	"level" integer,
	"judged" text,
	"evidence" text,
	"not_applicable" boolean DEFAULT false NOT NULL,
	"note" text,
	"estimate" boolean,
	"illustrative" boolean,
	"replaces_id" text,
	"corrected_on" text,
	"reason" text,
	CONSTRAINT "judged_known" CHECK ("figure_values"."judged" in ('not_met', 'met', 'exceeded')),
	CONSTRAINT "corrected_on_shape" CHECK ("figure_values"."corrected_on" like '____-__-__'),
	CONSTRAINT "level_known" CHECK ("figure_values"."level" between 1 and 4),
	CONSTRAINT "n_within" CHECK ("figure_values"."n" between -999999999999 and 999999999999),
	CONSTRAINT "d_within" CHECK ("figure_values"."d" between 0 and 999999999999),
	CONSTRAINT "rate_not_negative" CHECK ("figure_values"."d" is null or "figure_values"."n" is null or "figure_values"."n" >= 0),
	CONSTRAINT "one_kind_of_value" CHECK ((case when "figure_values"."n" is null and "figure_values"."d" is null then 0 else 1 end)
          + (case when "figure_values"."level" is null then 0 else 1 end) + (case when "figure_values"."judged" is null then 0 else 1 end)
          + (case when "figure_values"."not_applicable" then 1 else 0 end) = 1),
	CONSTRAINT "corrected_whole" CHECK (("figure_values"."replaces_id" is null) = ("figure_values"."corrected_on" is null))
);
--> statement-breakpoint
CREATE TABLE "login_failures" (
	"login" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_failed_at" text NOT NULL,
	"locked_until_at" text,
	CONSTRAINT "failures_counted" CHECK ("login_failures"."failures" > 0),
	CONSTRAINT "last_failed_at_shape" CHECK ("login_failures"."last_failed_at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "locked_until_at_shape" CHECK ("login_failures"."locked_until_at" like '____-__-__T__:__:__%Z')
);
--> statement-breakpoint
CREATE TABLE "measure_units" (
	"measure_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"from_on" text,
	"to_on" text,
	"position" integer NOT NULL,
	CONSTRAINT "measure_units_measure_id_unit_id_pk" PRIMARY KEY("measure_id","unit_id"),
	CONSTRAINT "from_on_shape" CHECK ("measure_units"."from_on" like '____-__-__'),
	CONSTRAINT "to_on_shape" CHECK ("measure_units"."to_on" like '____-__-__'),
	CONSTRAINT "from_on_to_to_on" CHECK ("measure_units"."from_on" <= "measure_units"."to_on")
);
--> statement-breakpoint
CREATE TABLE "measure_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"measure_id" text NOT NULL,
	"from_on" text NOT NULL,
	"kind" text NOT NULL,
	"frequency" text NOT NULL,
	"over_units" text NOT NULL,
	"over_time" text NOT NULL,
	"rule" text NOT NULL,
	"may_exceed_base" boolean NOT NULL,
	"term_base" bigint,
	"reason" text,
	CONSTRAINT "kind_known" CHECK ("measure_versions"."kind" in ('count', 'rate', 'percent', 'level', 'judged')),
	CONSTRAINT "frequency_known" CHECK ("measure_versions"."frequency" in ('month', 'quarter', 'half', 'year', 'term')),
	CONSTRAINT "over_units_known" CHECK ("measure_versions"."over_units" in ('sum', 'mean', 'min', 'share')),
	CONSTRAINT "over_time_known" CHECK ("measure_versions"."over_time" in ('sum', 'mean_periods', 'mean_years', 'latest', 'min', 'each_year')),
	CONSTRAINT "rule_known" CHECK ("measure_versions"."rule" in ('at_least', 'more_than', 'at_most', 'less_than', 'exactly', 'range', 'judged')),
	CONSTRAINT "from_on_shape" CHECK ("measure_versions"."from_on" like '____-__-__'),
	CONSTRAINT "judged_by_rule" CHECK (("measure_versions"."kind" = 'judged') = ("measure_versions"."rule" = 'judged')),
	CONSTRAINT "share_of_levels" CHECK ("measure_versions"."over_units" <> 'share' or "measure_versions"."kind" = 'level'),
	CONSTRAINT "base_of_rate" CHECK ("measure_versions"."term_base" is null or ("measure_versions"."kind" = 'rate' and "measure_versions"."term_base" >= 0))
);
--> statement-breakpoint
CREATE TABLE "measure_year_bases" (
	"version_id" text NOT NULL,
	"year_id" text NOT NULL,
	"base" bigint NOT NULL,
	CONSTRAINT "measure_year_bases_version_id_year_id_pk" PRIMARY KEY("version_id","year_id"),
	CONSTRAINT "base_not_negative" CHECK ("measure_year_bases"."base" >= 0)
);
--> statement-breakpoint
CREATE TABLE "measures" (
	"id" text PRIMARY KEY NOT NULL,
	"term_id" text NOT NULL,
	"target_id" text NOT NULL,
	"code" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"unit_label" text,
	"n_label" text,
	"d_label" text,
	"decimals" integer NOT NULL,
	"sensitive" boolean DEFAULT false NOT NULL,
	"plan_provenance" text,
	"published_value" text,
	"published_verdict" text,
	"lists_units" boolean DEFAULT false NOT NULL,
	CONSTRAINT "plan_provenance_known" CHECK ("measures"."plan_provenance" in ('stated', 'inferred', 'assumed')),
	CONSTRAINT "code_present" CHECK (length(trim("measures"."code")) > 0),
	CONSTRAINT "name_present" CHECK (length(trim("measures"."name")) > 0),
	CONSTRAINT "decimals_shown" CHECK ("measures"."decimals" between 0 and 9)
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"superior" text,
	"place" text,
	"body_code" text,
	"signatory_on_behalf_of" text,
	"signatory_title" text,
	"signatory_name" text
);
--> statement-breakpoint
CREATE TABLE "period_exceptions" (
	"id" text PRIMARY KEY NOT NULL,
	"period_id" text NOT NULL,
	"unit_id" text,
	"kind" text NOT NULL,
	"until_on" text NOT NULL,
	"reason" text,
	"created_at" text NOT NULL,
	CONSTRAINT "kind_known" CHECK ("period_exceptions"."kind" in ('due', 'lock', 'unlock')),
	CONSTRAINT "until_on_shape" CHECK ("period_exceptions"."until_on" like '____-__-__'),
	CONSTRAINT "created_at_shape" CHECK ("period_exceptions"."created_at" like '____-__-__T__:__:__%Z')
);
--> statement-breakpoint
CREATE TABLE "period_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"term_id" text NOT NULL,
	"frequency" text NOT NULL,
	"due_day" integer NOT NULL,
	"months_after" integer NOT NULL,
	CONSTRAINT "frequency_known" CHECK ("period_rules"."frequency" in ('month', 'quarter', 'half', 'year', 'term')),
	CONSTRAINT "due_day_of_month" CHECK ("period_rules"."due_day" between 1 and 31 and "period_rules"."months_after" between 0 and 12)
);
--> statement-breakpoint
CREATE TABLE "periods" (
	"id" text PRIMARY KEY NOT NULL,
	"term_id" text NOT NULL,
	"key" text NOT NULL,
	"frequency" text NOT NULL,
	"starts_on" text NOT NULL,
	"ends_on" text NOT NULL,
	"year_id" text,
	"locked_at" text,
	CONSTRAINT "frequency_known" CHECK ("periods"."frequency" in ('month', 'quarter', 'half', 'year', 'term')),
	CONSTRAINT "starts_on_shape" CHECK ("periods"."starts_on" like '____-__-__'),
	CONSTRAINT "ends_on_shape" CHECK ("periods"."ends_on" like '____-__-__'),
	CONSTRAINT "locked_at_shape" CHECK ("periods"."locked_at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "starts_on_to_ends_on" CHECK ("periods"."starts_on" <= "periods"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "plan_values" (
	"id" text PRIMARY KEY NOT NULL,
	"version_id" text NOT NULL,
	"year_id" text,
	"unit_id" text,
	"share" boolean NOT NULL,
	"value" bigint NOT NULL,
	"upper" bigint,
	CONSTRAINT "range_in_order" CHECK ("plan_values"."upper" is null or "plan_values"."value" <= "plan_values"."upper")
);
--> statement-breakpoint
CREATE TABLE "plan_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"measure_id" text NOT NULL,
	"from_on" text NOT NULL,
	"reason" text,
	"created_at" text NOT NULL,
	CONSTRAINT "from_on_shape" CHECK ("plan_versions"."from_on" like '____-__-__'),
	CONSTRAINT "created_at_shape" CHECK ("plan_versions"."created_at" like '____-__-__T__:__:__%Z')
);
--> statement-breakpoint
CREATE TABLE "preferences" (
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "preferences_user_id_name_pk" PRIMARY KEY("user_id","name")
);
--> statement-breakpoint
CREATE TABLE "reporting_years" (
	"id" text PRIMARY KEY NOT NULL,
	"term_id" text NOT NULL,
	"code" text NOT NULL,
	"starts_on" text NOT NULL,
	"ends_on" text NOT NULL,
	CONSTRAINT "code_present" CHECK (length(trim("reporting_years"."code")) > 0),
	CONSTRAINT "starts_on_shape" CHECK ("reporting_years"."starts_on" like '____-__-__'),
	CONSTRAINT "ends_on_shape" CHECK ("reporting_years"."ends_on" like '____-__-__'),
	CONSTRAINT "starts_on_to_ends_on" CHECK ("reporting_years"."starts_on" <= "reporting_years"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" text NOT NULL,
	"user_id" text NOT NULL,
	"action" text NOT NULL,
	"result" text NOT NULL,
	"created_at" text NOT NULL,
	CONSTRAINT "requests_user_id_id_pk" PRIMARY KEY("user_id","id"),
	CONSTRAINT "created_at_shape" CHECK ("requests"."created_at" like '____-__-__T__:__:__%Z')
);
--> statement-breakpoint
CREATE TABLE "role_holdings" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"unit_id" text,
	"from_on" text NOT NULL,
	"to_on" text,
	"created_at" text NOT NULL,
	CONSTRAINT "role_known" CHECK ("role_holdings"."role" in ('leadership', 'secretary', 'office', 'inspector')),
	CONSTRAINT "from_on_shape" CHECK ("role_holdings"."from_on" like '____-__-__'),
	CONSTRAINT "to_on_shape" CHECK ("role_holdings"."to_on" like '____-__-__'),
	CONSTRAINT "created_at_shape" CHECK ("role_holdings"."created_at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "from_on_to_to_on" CHECK ("role_holdings"."from_on" <= "role_holdings"."to_on"),
	CONSTRAINT "secretary_has_unit" CHECK ("role_holdings"."role" <> 'secretary' or "role_holdings"."unit_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" text NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"impersonated_by" text,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snapshot_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"snapshot_id" text NOT NULL,
	"report" text NOT NULL,
	"format" text NOT NULL,
	"file_name" text NOT NULL,
	"content" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" text NOT NULL,
	CONSTRAINT "created_at_shape" CHECK ("snapshot_reports"."created_at" like '____-__-__T__:__:__%Z')
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"id" text PRIMARY KEY NOT NULL,
	"term_id" text NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"as_of_on" text NOT NULL,
	"basis" text NOT NULL,
	"taken_at" text NOT NULL,
	"taken_by" text,
	"content" text NOT NULL,
	"hash" text NOT NULL,
	"note" text,
	CONSTRAINT "basis_known" CHECK ("snapshots"."basis" in ('accepted', 'provisional')),
	CONSTRAINT "as_of_on_shape" CHECK ("snapshots"."as_of_on" like '____-__-__'),
	CONSTRAINT "taken_at_shape" CHECK ("snapshots"."taken_at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "number_counts" CHECK ("snapshots"."number" >= 1)
);
--> statement-breakpoint
CREATE TABLE "submission_revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"submission_id" text NOT NULL,
	"number" integer NOT NULL,
	"reason" text,
	"created_at" text NOT NULL,
	"created_by" text,
	"sealed_at" text,
	"sealed_by" text,
	"decision" text,
	"decided_at" text,
	"decided_by" text,
	"note" text,
	"typed" text,
	CONSTRAINT "decision_known" CHECK ("submission_revisions"."decision" in ('accepted', 'returned')),
	CONSTRAINT "created_at_shape" CHECK ("submission_revisions"."created_at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "sealed_at_shape" CHECK ("submission_revisions"."sealed_at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "decided_at_shape" CHECK ("submission_revisions"."decided_at" like '____-__-__T__:__:__%Z'),
	CONSTRAINT "number_counts" CHECK ("submission_revisions"."number" >= 1),
	CONSTRAINT "decided_when_sealed" CHECK ("submission_revisions"."decision" is null or "submission_revisions"."sealed_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" text PRIMARY KEY NOT NULL,
	"term_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"period_id" text NOT NULL,
	"ends_on" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"current_revision_id" text,
	"accepted_revision_id" text,
	"due_on" text,
	"submitted_on" text,
	"decided_on" text,
	"note" text,
	CONSTRAINT "state_known" CHECK ("submissions"."state" in ('draft', 'submitted', 'returned', 'accepted')),
	CONSTRAINT "ends_on_shape" CHECK ("submissions"."ends_on" like '____-__-__'),
	CONSTRAINT "due_on_shape" CHECK ("submissions"."due_on" like '____-__-__'),
	CONSTRAINT "submitted_on_shape" CHECK ("submissions"."submitted_on" like '____-__-__'),
	CONSTRAINT "decided_on_shape" CHECK ("submissions"."decided_on" like '____-__-__'),
	CONSTRAINT "version_counts" CHECK ("submissions"."version" >= 1),
	CONSTRAINT "accepted_has_revision" CHECK ("submissions"."state" <> 'accepted' or "submissions"."accepted_revision_id" = "submissions"."current_revision_id")
);
--> statement-breakpoint
CREATE TABLE "target_links" (
	"id" text PRIMARY KEY NOT NULL,
	"term_id" text NOT NULL,
	"position" integer NOT NULL,
	"target_id" text,
	"previous_term_code" text,
	"previous_target_code" text,
	"kind" text NOT NULL,
	"reason" text,
	CONSTRAINT "kind_known" CHECK ("target_links"."kind" in ('same', 'redefined', 'new', 'dropped')),
	CONSTRAINT "links_something" CHECK ("target_links"."target_id" is not null or "target_links"."previous_target_code" is not null)
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"id" text PRIMARY KEY NOT NULL,
	"term_id" text NOT NULL,
	"code" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"wording" text,
	"group_code" text,
	"provenance" text,
	CONSTRAINT "targets_id_term_unique" UNIQUE("id","term_id"),
	CONSTRAINT "provenance_known" CHECK ("targets"."provenance" in ('stated', 'inferred', 'assumed')),
	CONSTRAINT "code_present" CHECK (length(trim("targets"."code")) > 0),
	CONSTRAINT "name_present" CHECK (length(trim("targets"."name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "task_groups" (
	"id" text PRIMARY KEY NOT NULL,
	"term_id" text NOT NULL,
	"code" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "code_present" CHECK (length(trim("task_groups"."code")) > 0),
	CONSTRAINT "name_present" CHECK (length(trim("task_groups"."name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "task_targets" (
	"task_id" text NOT NULL,
	"target_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "task_targets_task_id_target_id_pk" PRIMARY KEY("task_id","target_id")
);
--> statement-breakpoint
CREATE TABLE "task_units" (
	"task_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "task_units_task_id_unit_id_pk" PRIMARY KEY("task_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "task_updates" (
	"id" text PRIMARY KEY NOT NULL,
	"task_id" text NOT NULL,
	"position" integer NOT NULL,
	"updated_on" text NOT NULL,
	"state" text,
	"text" text,
	"created_by" text,
	"created_at" text NOT NULL,
	CONSTRAINT "state_known" CHECK ("task_updates"."state" in ('not_started', 'in_progress', 'done', 'stopped')),
	CONSTRAINT "updated_on_shape" CHECK ("task_updates"."updated_on" like '____-__-__'),
	CONSTRAINT "created_at_shape" CHECK ("task_updates"."created_at" like '____-__-__T__:__:__%Z')
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"term_id" text NOT NULL,
	"group_id" text NOT NULL,
	"code" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"lead_unit_id" text,
	"due_on" text,
	"expected_result" text,
	"state" text,
	CONSTRAINT "state_known" CHECK ("tasks"."state" in ('not_started', 'in_progress', 'done', 'stopped')),
	CONSTRAINT "due_on_shape" CHECK ("tasks"."due_on" like '____-__-__'),
	CONSTRAINT "code_present" CHECK (length(trim("tasks"."code")) > 0),
	CONSTRAINT "name_present" CHECK (length(trim("tasks"."name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"starts_on" text NOT NULL,
	"ends_on" text NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	"at_risk_count_pct" bigint NOT NULL,
	"at_risk_points" bigint NOT NULL,
	"view_on" text,
	CONSTRAINT "code_present" CHECK (length(trim("terms"."code")) > 0),
	CONSTRAINT "name_present" CHECK (length(trim("terms"."name")) > 0),
	CONSTRAINT "starts_on_shape" CHECK ("terms"."starts_on" like '____-__-__'),
	CONSTRAINT "ends_on_shape" CHECK ("terms"."ends_on" like '____-__-__'),
	CONSTRAINT "view_on_shape" CHECK ("terms"."view_on" like '____-__-__'),
	CONSTRAINT "starts_on_to_ends_on" CHECK ("terms"."starts_on" <= "terms"."ends_on"),
	CONSTRAINT "thresholds_positive" CHECK ("terms"."at_risk_count_pct" >= 0 and "terms"."at_risk_points" >= 0)
);
--> statement-breakpoint
CREATE TABLE "totals" (
	"measure_id" text NOT NULL,
	"period_id" text NOT NULL,
	"scope" text NOT NULL,
	"unit_id" text,
	"basis" text NOT NULL,
	"term_id" text NOT NULL,
	"sum_n" bigint,
	"sum_d" bigint,
	"value" text,
	"rated1" integer NOT NULL,
	"rated2" integer NOT NULL,
	"rated3" integer NOT NULL,
	"rated4" integer NOT NULL,
	"judged" text,
	"received" integer NOT NULL,
	"expected" integer NOT NULL,
	"not_applicable" integer NOT NULL,
	CONSTRAINT "totals_measure_id_scope_basis_period_id_pk" PRIMARY KEY("measure_id","scope","basis","period_id"),
	CONSTRAINT "basis_known" CHECK ("totals"."basis" in ('accepted', 'provisional')),
	CONSTRAINT "judged_known" CHECK ("totals"."judged" in ('not_met', 'met', 'exceeded')),
	CONSTRAINT "scope_of_unit" CHECK ("totals"."scope" = coalesce("totals"."unit_id", 'all')),
	CONSTRAINT "counted_up" CHECK ("totals"."received" >= 0 and "totals"."expected" >= 0 and "totals"."not_applicable" >= 0)
);
--> statement-breakpoint
CREATE TABLE "unit_event_parts" (
	"event_id" text NOT NULL,
	"side" text NOT NULL,
	"unit_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "unit_event_parts_event_id_side_unit_id_pk" PRIMARY KEY("event_id","side","unit_id"),
	CONSTRAINT "side_known" CHECK ("unit_event_parts"."side" in ('from', 'into'))
);
--> statement-breakpoint
CREATE TABLE "unit_events" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"happened_on" text NOT NULL,
	"decision" text,
	CONSTRAINT "kind_known" CHECK ("unit_events"."kind" in ('found', 'rename', 'move', 'merge', 'split', 'dissolve')),
	CONSTRAINT "happened_on_shape" CHECK ("unit_events"."happened_on" like '____-__-__')
);
--> statement-breakpoint
CREATE TABLE "unit_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"from_on" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" text,
	"position" integer NOT NULL,
	CONSTRAINT "from_on_shape" CHECK ("unit_versions"."from_on" like '____-__-__'),
	CONSTRAINT "name_present" CHECK (length(trim("unit_versions"."name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"from_on" text NOT NULL,
	"to_on" text,
	CONSTRAINT "kind_known" CHECK ("units"."kind" in ('committee', 'section', 'cell')),
	CONSTRAINT "from_on_shape" CHECK ("units"."from_on" like '____-__-__'),
	CONSTRAINT "to_on_shape" CHECK ("units"."to_on" like '____-__-__'),
	CONSTRAINT "code_present" CHECK (length(trim("units"."code")) > 0),
	CONSTRAINT "from_on_to_to_on" CHECK ("units"."from_on" <= "units"."to_on")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"username" text,
	"display_username" text,
	"role" text,
	"banned" boolean DEFAULT false NOT NULL,
	"ban_reason" text,
	"ban_expires" text,
	"must_change_password" boolean DEFAULT false NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	CONSTRAINT "name_present" CHECK (length(trim("users"."name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" text NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "congresses" ADD CONSTRAINT "congresses_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "explanation_messages" ADD CONSTRAINT "explanation_messages_explanation_id_explanations_id_fk" FOREIGN KEY ("explanation_id") REFERENCES "public"."explanations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "explanation_messages" ADD CONSTRAINT "explanation_messages_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "explanations" ADD CONSTRAINT "explanations_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "explanations" ADD CONSTRAINT "explanations_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "explanations" ADD CONSTRAINT "explanations_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "explanations" ADD CONSTRAINT "explanations_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_values" ADD CONSTRAINT "figure_values_revision_id_submission_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."submission_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_values" ADD CONSTRAINT "figure_values_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_values" ADD CONSTRAINT "figure_values_replaces_id_figure_values_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."figure_values"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_units" ADD CONSTRAINT "measure_units_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_units" ADD CONSTRAINT "measure_units_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_versions" ADD CONSTRAINT "measure_versions_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_year_bases" ADD CONSTRAINT "measure_year_bases_version_id_measure_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."measure_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_year_bases" ADD CONSTRAINT "measure_year_bases_year_id_reporting_years_id_fk" FOREIGN KEY ("year_id") REFERENCES "public"."reporting_years"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_target_id_term_id_targets_id_term_id_fk" FOREIGN KEY ("target_id","term_id") REFERENCES "public"."targets"("id","term_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_exceptions" ADD CONSTRAINT "period_exceptions_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_exceptions" ADD CONSTRAINT "period_exceptions_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_rules" ADD CONSTRAINT "period_rules_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "periods" ADD CONSTRAINT "periods_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "periods" ADD CONSTRAINT "periods_year_id_reporting_years_id_fk" FOREIGN KEY ("year_id") REFERENCES "public"."reporting_years"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_values" ADD CONSTRAINT "plan_values_version_id_plan_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."plan_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_values" ADD CONSTRAINT "plan_values_year_id_reporting_years_id_fk" FOREIGN KEY ("year_id") REFERENCES "public"."reporting_years"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_values" ADD CONSTRAINT "plan_values_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting_years" ADD CONSTRAINT "reporting_years_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_holdings" ADD CONSTRAINT "role_holdings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_holdings" ADD CONSTRAINT "role_holdings_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot_reports" ADD CONSTRAINT "snapshot_reports_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_taken_by_users_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_revisions" ADD CONSTRAINT "submission_revisions_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_revisions" ADD CONSTRAINT "submission_revisions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_revisions" ADD CONSTRAINT "submission_revisions_sealed_by_users_id_fk" FOREIGN KEY ("sealed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_revisions" ADD CONSTRAINT "submission_revisions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_current_revision_id_submission_revisions_id_fk" FOREIGN KEY ("current_revision_id") REFERENCES "public"."submission_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_accepted_revision_id_submission_revisions_id_fk" FOREIGN KEY ("accepted_revision_id") REFERENCES "public"."submission_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_links" ADD CONSTRAINT "target_links_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_links" ADD CONSTRAINT "target_links_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_groups" ADD CONSTRAINT "task_groups_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_targets" ADD CONSTRAINT "task_targets_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_targets" ADD CONSTRAINT "task_targets_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_units" ADD CONSTRAINT "task_units_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_units" ADD CONSTRAINT "task_units_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_updates" ADD CONSTRAINT "task_updates_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_updates" ADD CONSTRAINT "task_updates_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_group_id_task_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."task_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_lead_unit_id_units_id_fk" FOREIGN KEY ("lead_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totals" ADD CONSTRAINT "totals_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totals" ADD CONSTRAINT "totals_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totals" ADD CONSTRAINT "totals_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totals" ADD CONSTRAINT "totals_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_event_parts" ADD CONSTRAINT "unit_event_parts_event_id_unit_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."unit_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_event_parts" ADD CONSTRAINT "unit_event_parts_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_versions" ADD CONSTRAINT "unit_versions_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_versions" ADD CONSTRAINT "unit_versions_parent_id_units_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_provider_unique" ON "accounts" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE INDEX "accounts_user" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_log_hash_unique" ON "audit_log" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "audit_log_actor" ON "audit_log" USING btree ("actor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "explanation_messages_unique" ON "explanation_messages" USING btree ("explanation_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "explanations_code_unique" ON "explanations" USING btree ("term_id","code");--> statement-breakpoint
CREATE INDEX "explanations_unit_state" ON "explanations" USING btree ("unit_id","state");--> statement-breakpoint
CREATE INDEX "export_log_at" ON "export_log" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "figure_values_unique" ON "figure_values" USING btree ("revision_id","measure_id");--> statement-breakpoint
CREATE INDEX "figure_values_measure" ON "figure_values" USING btree ("measure_id");--> statement-breakpoint
CREATE INDEX "figure_values_replaces" ON "figure_values" USING btree ("replaces_id");--> statement-breakpoint
CREATE INDEX "measure_units_unit" ON "measure_units" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "measure_versions_unique" ON "measure_versions" USING btree ("measure_id","from_on");--> statement-breakpoint
CREATE UNIQUE INDEX "measures_code_unique" ON "measures" USING btree ("term_id","code");--> statement-breakpoint
CREATE INDEX "measures_target" ON "measures" USING btree ("target_id");--> statement-breakpoint
CREATE INDEX "period_exceptions_period" ON "period_exceptions" USING btree ("period_id");--> statement-breakpoint
CREATE UNIQUE INDEX "period_rules_unique" ON "period_rules" USING btree ("term_id","frequency");--> statement-breakpoint
CREATE UNIQUE INDEX "periods_key_unique" ON "periods" USING btree ("term_id","key");--> statement-breakpoint
CREATE INDEX "periods_end" ON "periods" USING btree ("term_id","ends_on");--> statement-breakpoint
CREATE INDEX "plan_values_version" ON "plan_values" USING btree ("version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_values_term_unique" ON "plan_values" USING btree ("version_id","share") WHERE "plan_values"."year_id" is null and "plan_values"."unit_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_values_year_unique" ON "plan_values" USING btree ("version_id","year_id") WHERE "plan_values"."year_id" is not null and "plan_values"."unit_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_versions_unique" ON "plan_versions" USING btree ("measure_id","from_on");--> statement-breakpoint
CREATE UNIQUE INDEX "reporting_years_code_unique" ON "reporting_years" USING btree ("term_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "reporting_years_start_unique" ON "reporting_years" USING btree ("term_id","starts_on");--> statement-breakpoint
CREATE INDEX "requests_created" ON "requests" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "role_holdings_user" ON "role_holdings" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "role_holdings_unit_unique" ON "role_holdings" USING btree ("user_id","role","unit_id","from_on") WHERE "role_holdings"."unit_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "role_holdings_unique" ON "role_holdings" USING btree ("user_id","role","from_on") WHERE "role_holdings"."unit_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token_unique" ON "sessions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "snapshot_reports_unique" ON "snapshot_reports" USING btree ("snapshot_id","report","format");--> statement-breakpoint
CREATE UNIQUE INDEX "snapshots_number_unique" ON "snapshots" USING btree ("term_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "submission_revisions_unique" ON "submission_revisions" USING btree ("submission_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_unit_period_unique" ON "submissions" USING btree ("unit_id","period_id");--> statement-breakpoint
CREATE INDEX "submissions_unit_end" ON "submissions" USING btree ("unit_id","ends_on");--> statement-breakpoint
CREATE INDEX "submissions_period_state" ON "submissions" USING btree ("period_id","state");--> statement-breakpoint
CREATE INDEX "submissions_term_state" ON "submissions" USING btree ("term_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "target_links_position_unique" ON "target_links" USING btree ("term_id","position");--> statement-breakpoint
CREATE INDEX "target_links_target" ON "target_links" USING btree ("target_id");--> statement-breakpoint
CREATE UNIQUE INDEX "targets_code_unique" ON "targets" USING btree ("term_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "task_groups_code_unique" ON "task_groups" USING btree ("term_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "task_updates_unique" ON "task_updates" USING btree ("task_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_code_unique" ON "tasks" USING btree ("term_id","code");--> statement-breakpoint
CREATE INDEX "tasks_group" ON "tasks" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "terms_code_unique" ON "terms" USING btree ("code");--> statement-breakpoint
CREATE INDEX "totals_dashboard" ON "totals" USING btree ("term_id","scope","basis");--> statement-breakpoint
CREATE INDEX "unit_event_parts_unit" ON "unit_event_parts" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_events_code_unique" ON "unit_events" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_versions_unique" ON "unit_versions" USING btree ("unit_id","from_on");--> statement-breakpoint
CREATE INDEX "unit_versions_parent" ON "unit_versions" USING btree ("parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "units_code_unique" ON "units" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_unique" ON "users" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "users_username_unique" ON "users" USING btree ("username");--> statement-breakpoint
CREATE INDEX "verifications_identifier" ON "verifications" USING btree ("identifier");