-- What was written is not written over. Created again after every migration, because rebuilding a table drops its triggers.

CREATE TRIGGER audit_log_keeps BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;
CREATE TRIGGER audit_log_stays BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;

CREATE TRIGGER export_log_keeps BEFORE UPDATE ON export_log
BEGIN SELECT RAISE(ABORT, 'export_log is append-only'); END;
CREATE TRIGGER export_log_stays BEFORE DELETE ON export_log
BEGIN SELECT RAISE(ABORT, 'export_log is append-only'); END;

CREATE TRIGGER changes_keep BEFORE UPDATE ON changes
BEGIN SELECT RAISE(ABORT, 'changes is append-only'); END;
CREATE TRIGGER changes_stay BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'changes is append-only'); END;

CREATE TRIGGER snapshots_keep BEFORE UPDATE ON snapshots
BEGIN SELECT RAISE(ABORT, 'snapshots is append-only'); END;
CREATE TRIGGER snapshots_stay BEFORE DELETE ON snapshots
BEGIN SELECT RAISE(ABORT, 'snapshots is append-only'); END;

CREATE TRIGGER snapshot_reports_keep BEFORE UPDATE ON snapshot_reports
BEGIN SELECT RAISE(ABORT, 'snapshot_reports is append-only'); END;
CREATE TRIGGER snapshot_reports_stay BEFORE DELETE ON snapshot_reports
BEGIN SELECT RAISE(ABORT, 'snapshot_reports is append-only'); END;

CREATE TRIGGER task_updates_keep BEFORE UPDATE ON task_updates
BEGIN SELECT RAISE(ABORT, 'task_updates is append-only'); END;
-- Taking back what was just reported is the one way in which a row leaves: `changes` and the log keep its text.

CREATE TRIGGER explanation_messages_keep BEFORE UPDATE ON explanation_messages
BEGIN SELECT RAISE(ABORT, 'explanation_messages is append-only'); END;
CREATE TRIGGER explanation_messages_stay BEFORE DELETE ON explanation_messages
BEGIN SELECT RAISE(ABORT, 'explanation_messages is append-only'); END;

-- A sealed revision takes one decision and nothing else.
CREATE TRIGGER submission_revisions_keep BEFORE UPDATE ON submission_revisions
WHEN OLD.sealed_at IS NOT NULL AND (
  OLD.decision IS NOT NULL OR NEW.decision IS NULL
  OR NEW.id <> OLD.id OR NEW.submission_id <> OLD.submission_id OR NEW.number <> OLD.number
  OR NEW.created_at <> OLD.created_at OR NEW.created_by IS NOT OLD.created_by
  OR NEW.reason IS NOT OLD.reason OR NEW.typed IS NOT OLD.typed
  OR NEW.sealed_at IS NOT OLD.sealed_at OR NEW.sealed_by IS NOT OLD.sealed_by
)
BEGIN SELECT RAISE(ABORT, 'submission_revisions is sealed'); END;
CREATE TRIGGER submission_revisions_stay BEFORE DELETE ON submission_revisions
WHEN OLD.sealed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'submission_revisions is sealed'); END;

CREATE TRIGGER figure_values_closed BEFORE INSERT ON figure_values
WHEN (SELECT sealed_at FROM submission_revisions WHERE id = NEW.revision_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'figure_values is sealed'); END;
CREATE TRIGGER figure_values_keep BEFORE UPDATE ON figure_values
WHEN (SELECT sealed_at FROM submission_revisions WHERE id = OLD.revision_id) IS NOT NULL
  OR (SELECT sealed_at FROM submission_revisions WHERE id = NEW.revision_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'figure_values is sealed'); END;
CREATE TRIGGER figure_values_stay BEFORE DELETE ON figure_values
WHEN (SELECT sealed_at FROM submission_revisions WHERE id = OLD.revision_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'figure_values is sealed'); END;
