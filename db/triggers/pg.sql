-- What was written is not written over. Created again after every migration, as on SQLite.

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;

CREATE TRIGGER audit_log_keeps BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_log_stays BEFORE TRUNCATE ON audit_log EXECUTE FUNCTION refuse_change();
CREATE TRIGGER export_log_keeps BEFORE UPDATE OR DELETE ON export_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER export_log_stays BEFORE TRUNCATE ON export_log EXECUTE FUNCTION refuse_change();
CREATE TRIGGER changes_keep BEFORE UPDATE OR DELETE ON changes FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER changes_stay BEFORE TRUNCATE ON changes EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snapshots_keep BEFORE UPDATE OR DELETE ON snapshots FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snapshots_stay BEFORE TRUNCATE ON snapshots EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snapshot_reports_keep BEFORE UPDATE OR DELETE ON snapshot_reports FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snapshot_reports_stay BEFORE TRUNCATE ON snapshot_reports EXECUTE FUNCTION refuse_change();
-- Taking back what was just reported is the one way in which a row leaves: changes and the log keep its text.
CREATE TRIGGER task_updates_keep BEFORE UPDATE ON task_updates FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER task_updates_stay BEFORE TRUNCATE ON task_updates EXECUTE FUNCTION refuse_change();
CREATE TRIGGER explanation_messages_keep BEFORE UPDATE OR DELETE ON explanation_messages FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER explanation_messages_stay BEFORE TRUNCATE ON explanation_messages EXECUTE FUNCTION refuse_change();

-- A sealed revision takes one decision and nothing else.
CREATE OR REPLACE FUNCTION keep_sealed_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sealed_at IS NULL THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'submission_revisions is sealed'; END IF;
  IF OLD.decision IS NOT NULL OR NEW.decision IS NULL
    OR NEW.id <> OLD.id OR NEW.submission_id <> OLD.submission_id OR NEW.number <> OLD.number
    OR NEW.created_at <> OLD.created_at OR NEW.created_by IS DISTINCT FROM OLD.created_by
    OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.typed IS DISTINCT FROM OLD.typed
    OR NEW.sealed_at IS DISTINCT FROM OLD.sealed_at OR NEW.sealed_by IS DISTINCT FROM OLD.sealed_by
  THEN RAISE EXCEPTION 'submission_revisions is sealed'; END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER submission_revisions_keep BEFORE UPDATE OR DELETE ON submission_revisions
FOR EACH ROW EXECUTE FUNCTION keep_sealed_revision();
CREATE TRIGGER submission_revisions_stay BEFORE TRUNCATE ON submission_revisions EXECUTE FUNCTION refuse_change();

CREATE OR REPLACE FUNCTION keep_sealed_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND (SELECT sealed_at FROM submission_revisions WHERE id = OLD.revision_id) IS NOT NULL
  THEN RAISE EXCEPTION 'figure_values is sealed'; END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF (SELECT sealed_at FROM submission_revisions WHERE id = NEW.revision_id) IS NOT NULL
  THEN RAISE EXCEPTION 'figure_values is sealed'; END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER figure_values_keep BEFORE INSERT OR UPDATE OR DELETE ON figure_values
FOR EACH ROW EXECUTE FUNCTION keep_sealed_figures();
CREATE TRIGGER figure_values_stay BEFORE TRUNCATE ON figure_values EXECUTE FUNCTION refuse_change();
