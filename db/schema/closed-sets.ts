// The closed sets that columns are checked against; each is proven equal to the domain's union.
import type { PeriodException } from "../../domain/deadlines";
import type { Basis, Judgement, SubmissionState } from "../../domain/figures";
import type { Frequency, MeasureKind, OverTime, OverUnits, Provenance, Rule } from "../../domain/measures";
import type { UnitEventKind } from "../../domain/reorganisations";
import type { Role } from "../../domain/roles";
import type { TaskState } from "../../domain/tasks";
import type { UnitKind } from "../../domain/units";

/** The list when it names every member of the union and nothing else; a missing one fails to compile. */
const setOf =
  <U extends string>() =>
  <const L extends readonly [U, ...U[]]>(list: [U] extends [L[number]] ? L : never): L =>
    list;

export const UNIT_KINDS = setOf<UnitKind>()(["committee", "section", "cell"]);
export const UNIT_EVENT_KINDS = setOf<UnitEventKind>()(["found", "rename", "move", "merge", "split", "dissolve"]);
export const UNIT_EVENT_SIDES = ["from", "into"] as const;

export const PROVENANCES = setOf<Provenance>()(["stated", "inferred", "assumed"]);
export const TARGET_LINK_KINDS = ["same", "redefined", "new", "dropped"] as const;
export const MEASURE_KINDS = setOf<MeasureKind>()(["count", "rate", "percent", "level", "judged"]);
export const FREQUENCIES = setOf<Frequency>()(["month", "quarter", "half", "year", "term"]);
export const OVER_UNITS = setOf<OverUnits>()(["sum", "mean", "min", "share"]);
export const OVER_TIMES = setOf<OverTime>()(["sum", "mean_periods", "mean_years", "latest", "min", "each_year"]);
export const RULES = setOf<Rule>()(["at_least", "more_than", "at_most", "less_than", "exactly", "range", "judged"]);

export const SUBMISSION_STATES = setOf<SubmissionState>()(["draft", "submitted", "returned", "accepted"]);
export const REVISION_DECISIONS = ["accepted", "returned", "withdrawn"] as const;
export const BASES = setOf<Basis>()(["accepted", "provisional"]);
export const JUDGEMENTS = setOf<Judgement>()(["not_met", "met", "exceeded"]);

export const TASK_STATES = setOf<TaskState>()(["not_started", "in_progress", "done", "stopped"]);
export const EXPLANATION_STATES = ["open", "answered", "closed"] as const;
export const EXPLANATION_MESSAGE_KINDS = ["question", "answer"] as const;
export const EXCEPTION_KINDS = setOf<PeriodException["kind"]>()(["due", "lock", "unlock"]);
export const ROLES = setOf<Role>()(["leadership", "secretary", "office", "inspector"]);
