// What changes when a plan is changed: from which day, beside or in place of the old one, and which values differ.
import { earlierOf, laterOf, type CalendarDate } from "./dates";
import { DomainError, fieldError, type FieldErrors } from "./errors";
import type { Measure, Plans, PlanValue } from "./measures";
import { isPair } from "./plans";
import type { Term, TermState } from "./terms";
import type { Thousandths } from "./thousandths";

/** One value of a plan that differs: for the term (of a share its level), the % of a share, or a year's own. */
export interface PlanDifference {
  readonly part: "term" | "share" | "year";
  readonly yearId: string | null;
  readonly before: PlanValue | null;
  readonly after: PlanValue | null;
}

/** A plan that another one replaced: until which day it held, why it was changed, and in which values. */
export interface PlanChange {
  readonly until: CalendarDate;
  readonly reason: string;
  readonly differences: readonly PlanDifference[];
}

/** What decides how the plan of a measure may be changed. */
export interface PlanStanding {
  readonly term: Pick<Term, "startsOn" | "endsOn"> & { readonly state: TermState };
  /** The first days of all plans so far, oldest first. */
  readonly versions: readonly CalendarDate[];
  /** Somebody has reported figures of the measure. */
  readonly isReported: boolean;
  readonly today: CalendarDate;
}

/** Between which days a new plan may begin, and the day to propose. */
export interface PlanDays {
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate;
  readonly proposed: CalendarDate;
}

/** How a changed plan is kept: as another version from a day on, or as what the newest version says. */
export type PlanStep =
  | { readonly type: "added"; readonly fromOn: CalendarDate; readonly reason: string }
  | { readonly type: "replaced"; readonly fromOn: CalendarDate; readonly reason: string | null };

function isSame(a: PlanValue | null, b: PlanValue | null): boolean {
  if (a === null || b === null) return a === b;
  if (isPair<Thousandths>(a)) return isPair<Thousandths>(b) && a[0] === b[0] && a[1] === b[1];
  return a === b;
}

/** The values in which two plans differ: the term's first, then the years in their order. */
export function listPlanDifferences(before: Plans, after: Plans): readonly PlanDifference[] {
  const years = [...new Set([...Object.keys(before.yearPlans), ...Object.keys(after.yearPlans)])].sort();
  const valueOf = ({ yearPlans }: Plans, id: string) => (Object.hasOwn(yearPlans, id) ? yearPlans[id] : null) ?? null;
  const all: readonly PlanDifference[] = [
    { part: "term", yearId: null, before: before.plan, after: after.plan },
    { part: "share", yearId: null, before: before.sharePlan, after: after.sharePlan },
    ...years.map((yearId) => ({
      ...{ part: "year" as const, yearId },
      ...{ before: valueOf(before, yearId), after: valueOf(after, yearId) },
    })),
  ];
  return all.filter((difference) => !isSame(difference.before, difference.after));
}

/** Every change of a measure's plan, oldest first; an earlier plan that says the same as the next one changed nothing. */
export function listPlanChanges({
  plans,
  earlierPlans,
}: Pick<Measure, "plans" | "earlierPlans">): readonly PlanChange[] {
  return earlierPlans
    .map((before, index): PlanChange => {
      const differences = listPlanDifferences(before, earlierPlans[index + 1] ?? plans);
      return { until: before.until, reason: before.reason, differences };
    })
    .filter(({ differences }) => differences.length > 0);
}

/**
 * Whether the plan is still being set up, so that it is replaced without a trace on the chart and without a reason:
 * in a draft term, and in one that has not begun while nobody has reported the measure.
 */
export function isPlanOpen({ term, isReported, today }: Omit<PlanStanding, "versions">): boolean {
  return term.state === "draft" || (today < term.startsOn && !isReported);
}

/** Where a new plan may begin: from the day of the last change to the term's last day; today, where that lies between. */
export function planDays({ term, versions, today }: Omit<PlanStanding, "isReported">): PlanDays {
  const earliest = laterOf(versions.at(-1) ?? term.startsOn, term.startsOn);
  const latest = laterOf(term.endsOn, earliest);
  return { earliest, latest, proposed: earlierOf(laterOf(today, earliest), latest) };
}

/** A changed plan as its form says it, beside its values. */
interface PlanChangeForm {
  readonly fromOn: CalendarDate;
  readonly reason: string | null;
}

/** What is wrong: at `fromOn` a day outside the term or before the last change, at `reason` none where the term runs. */
export function listPlanStepProblems(standing: PlanStanding, { fromOn, reason }: PlanChangeForm): FieldErrors {
  if (isPlanOpen(standing)) return {};
  const { earliest, latest } = planDays(standing);
  return {
    ...(fromOn < earliest && fieldError("fromOn", "plan_changed_later")),
    ...((fromOn < standing.term.startsOn || fromOn > latest) && fieldError("fromOn", "outside_term")),
    ...(!reason?.trim() && fieldError("reason", "reason_required")),
  };
}

/**
 * Decides how a change is kept. While the plan is open, or on the day on which the newest one begins, that one is
 * replaced; otherwise it ends the day before and stays with its dates. DomainError `invalid_input` for what
 * `listPlanStepProblems` finds.
 */
export function decidePlanStep(standing: PlanStanding, change: PlanChangeForm): PlanStep {
  const newest = standing.versions.at(-1);
  const reason = change.reason?.trim() || null;
  if (isPlanOpen(standing)) return { type: "replaced", fromOn: newest ?? standing.term.startsOn, reason };
  const problems = listPlanStepProblems(standing, change);
  if (reason === null || Object.keys(problems).length > 0) throw new DomainError("invalid_input", {}, problems);
  const replaces = newest !== undefined && change.fromOn <= laterOf(newest, standing.term.startsOn);
  return replaces ? { type: "replaced", fromOn: newest, reason } : { type: "added", fromOn: change.fromOn, reason };
}
