import { sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { dated, holds, instants, oneOf } from "./checks";
import { JUDGEMENTS, REVISION_DECISIONS, SUBMISSION_STATES } from "./closed-sets";
import type { Kit, Parents, Referred } from "./kit";

const LARGEST = sql.raw("999999999999");

function submissionsTable(
  c: Kit,
  { terms, units, periods }: Parents<"terms" | "units" | "periods">,
  submissionRevisions: () => Referred,
) {
  return c.table(
    "submissions",
    {
      id: c.id(),
      termId: c.reference(() => terms.id),
      unitId: c.reference(() => units.id),
      periodId: c.reference(() => periods.id),
      /** The period's last day, here so that a unit's last figure is found through one index. */
      endsOn: c.date().notNull(),
      /** State of the current revision. */
      state: c.choice(SUBMISSION_STATES).notNull(),
      /** Grows with every change: a form that was read at an older one is stale. */
      version: c.integer().notNull(),
      currentRevisionId: c.optionalReference(() => submissionRevisions().id),
      acceptedRevisionId: c.optionalReference(() => submissionRevisions().id),
      dueOn: c.date(),
      submittedOn: c.date(),
      decidedOn: c.date(),
      /** The last note of the unit or, once decided, of the office. */
      note: c.text(),
    },
    (t) => [
      c.uniqueIndex("submissions_unit_period_unique").on(t.unitId, t.periodId),
      c.index("submissions_unit_end").on(t.unitId, t.endsOn),
      c.index("submissions_period_state").on(t.periodId, t.state),
      c.index("submissions_term_state").on(t.termId, t.state),
      oneOf(c, t.state, SUBMISSION_STATES),
      ...dated(c, t.endsOn, t.dueOn, t.submittedOn, t.decidedOn),
      holds(c, "version_counts", sql`${t.version} >= 1`),
      holds(
        c,
        "accepted_has_revision",
        sql`${t.state} <> 'accepted' or ${t.acceptedRevisionId} = ${t.currentRevisionId}`,
      ),
    ],
  );
}

function submissionRevisionsTable(c: Kit, { submissions, users }: Parents<"submissions" | "users">) {
  return c.table(
    "submission_revisions",
    {
      id: c.id(),
      submissionId: c.reference(() => submissions.id),
      number: c.integer().notNull(),
      /** Why an accepted report is corrected; null for any other revision. */
      reason: c.text(),
      createdAt: c.instant().notNull(),
      createdBy: c.optionalReference(() => users.id),
      /** When it was submitted: from then on it and its figures never change. Null while it is a draft. */
      sealedAt: c.instant(),
      sealedBy: c.optionalReference(() => users.id),
      /** Written once, when the office accepts or returns it. */
      decision: c.choice(REVISION_DECISIONS),
      decidedAt: c.instant(),
      decidedBy: c.optionalReference(() => users.id),
      /** The office's, with the decision. */
      note: c.text(),
      /** JSON: the texts of a form as they were typed, unreadable ones too; its readable ones are figures as well. */
      typed: c.text(),
    },
    (t) => [
      c.uniqueIndex("submission_revisions_unique").on(t.submissionId, t.number),
      oneOf(c, t.decision, REVISION_DECISIONS),
      ...instants(c, t.createdAt, t.sealedAt, t.decidedAt),
      holds(c, "number_counts", sql`${t.number} >= 1`),
      holds(c, "decided_when_sealed", sql`${t.decision} is null or ${t.sealedAt} is not null`),
    ],
  );
}

function figureValuesTable(c: Kit, { submissionRevisions, measures }: Parents<"submissionRevisions" | "measures">) {
  const figureValues = c.table(
    "figure_values",
    {
      id: c.id(),
      revisionId: c.reference(() => submissionRevisions.id),
      measureId: c.reference(() => measures.id),
      n: c.thousandths(),
      d: c.thousandths(),
      level: c.integer(),
      judged: c.choice(JUDGEMENTS),
      evidence: c.text(),
      notApplicable: c.flag().notNull().default(false),
      note: c.text(),
      estimate: c.flag(),
      illustrative: c.flag(),
      /** Of a corrected figure: the value that it replaced, since when, and why. Carried along by later revisions. */
      replacesId: c.optionalReference((): AnySQLiteColumn => figureValues.id),
      correctedOn: c.date(),
      reason: c.text(),
    },
    (t) => [
      c.uniqueIndex("figure_values_unique").on(t.revisionId, t.measureId),
      c.index("figure_values_measure").on(t.measureId),
      c.index("figure_values_replaces").on(t.replacesId),
      oneOf(c, t.judged, JUDGEMENTS),
      ...dated(c, t.correctedOn),
      holds(c, "level_known", sql`${t.level} between 1 and 4`),
      holds(c, "n_within", sql`${t.n} between -${LARGEST} and ${LARGEST}`),
      holds(c, "d_within", sql`${t.d} between 0 and ${LARGEST}`),
      holds(c, "rate_not_negative", sql`${t.d} is null or ${t.n} is null or ${t.n} >= 0`),
      holds(
        c,
        "one_kind_of_value",
        sql`(case when ${t.n} is null and ${t.d} is null then 0 else 1 end)
          + (case when ${t.level} is null then 0 else 1 end) + (case when ${t.judged} is null then 0 else 1 end)
          + (case when ${t.notApplicable} then 1 else 0 end) = 1`,
      ),
      holds(c, "corrected_whole", sql`(${t.replacesId} is null) = (${t.correctedOn} is null)`),
    ],
  );
  return figureValues;
}

/** What a unit reports for a period. The revision in work and the one that counts are two pointers. */
export function defineSubmissions(c: Kit, parents: Parents<"measures" | "periods" | "terms" | "units" | "users">) {
  const submissions = submissionsTable(c, parents, () => submissionRevisions);
  const submissionRevisions = submissionRevisionsTable(c, { ...parents, submissions });
  const figureValues = figureValuesTable(c, { ...parents, submissionRevisions });
  return { submissions, submissionRevisions, figureValues };
}
