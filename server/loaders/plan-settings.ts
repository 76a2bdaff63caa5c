// The plans of a term for the office: what is in force, where it comes from, what it was before, and the form of one.
import "server-only";
import { listTargets } from "@/db/queries/targets";
import { findTermByCode, type StoredTerm } from "@/db/queries/terms";
import type { StoredMeasure } from "@/db/queries/measures";
import { type CalendarDate, addDays } from "@/domain/dates";
import type { PlanState } from "@/domain/inputs/plans";
import { entryOfYear, type PlanValue, type Provenance } from "@/domain/measures";
import type { Authorized } from "@/domain/permissions";
import { isPlanOpen, listPlanChanges, planDays, type PlanDays, type PlanDifference } from "@/domain/plan-changes";
import { plansInForce } from "@/domain/plans";
import type { PlanRules } from "@/domain/typed-plans";
import { planValueText } from "@/reports/build/earlier-plans";
import { getStore } from "../store";
import { planStateOf, readPlanContext } from "../workflows/plans";
import type { Wording } from "./figure-texts";
import { loadWording } from "./load-wording";

/** One value of a change: what it is of, before and after, in the page's writing. */
export interface PlanDifferenceView {
  readonly part: PlanDifference["part"];
  readonly yearId: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** A plan that replaced another one. */
export interface PlanChangeView {
  readonly fromOn: CalendarDate;
  readonly reason: string;
  readonly differences: readonly PlanDifferenceView[];
}

/** A measure's line in the table of plans; its values are those in force today. */
export interface PlanRowView {
  readonly code: string;
  readonly name: string;
  readonly target: string;
  readonly isJudged: boolean;
  readonly hasPlan: boolean;
  readonly provenance: Provenance;
  /** With its unit: `95%`, `8 đảng viên`. */
  readonly term: string | null;
  /** In the order of the years. */
  readonly years: readonly (string | null)[];
  readonly changes: readonly PlanChangeView[];
}

export interface TermPlansView {
  readonly term: { readonly code: string; readonly name: string };
  readonly years: readonly string[];
  readonly rows: readonly PlanRowView[];
}

/** All plans of a term; null when there is no such term. */
export async function loadTermPlans(
  actor: Authorized<"terms.configure">,
  termCode: string,
): Promise<TermPlansView | null> {
  const wording = await loadWording();
  return (await getStore()).read(async (db) => {
    const term = await findTermByCode(db, termCode);
    if (!term) return null;
    const targets = await listTargets(db, term.id);
    return {
      term: { code: term.code, name: term.name },
      years: term.years.map(({ id }) => id),
      rows: targets.flatMap(({ name, measures }) =>
        measures.map((measure) => buildRow(measure, name, term, actor.on, wording)),
      ),
    };
  });
}

function buildRow(
  measure: StoredMeasure,
  target: string,
  term: StoredTerm,
  today: CalendarDate,
  wording: Wording,
): PlanRowView {
  const plans = plansInForce(measure, today);
  const years = term.years.map(({ id }) => entryOfYear(plans.yearPlans, id) ?? null);
  const values = [plans.plan, plans.sharePlan, ...years];
  const text = (plan: PlanValue | null, part: PlanDifference["part"]) => planValueText(wording, measure, part, plan);
  const whole = [text(plans.plan, "term"), text(plans.sharePlan, "share")].filter((part) => part !== null);
  const unit = measure.kind === "count" && measure.unitLabel ? ` ${measure.unitLabel}` : "";
  return {
    ...{ code: measure.code, name: measure.name, target },
    isJudged: measure.kind === "judged",
    hasPlan: values.some((plan) => plan !== null),
    provenance: measure.planProvenance ?? "stated",
    term: whole.length === 0 ? null : whole.join(": ") + unit,
    years: years.map((plan) => text(plan, "year")),
    changes: buildChanges(measure, wording),
  };
}

/** Every change of a measure's plan, the newest first. */
function buildChanges(measure: StoredMeasure, wording: Wording): readonly PlanChangeView[] {
  return listPlanChanges(measure)
    .map(({ until, reason, differences }): PlanChangeView => ({
      ...{ fromOn: addDays(until, 1), reason },
      differences: differences.map(({ part, yearId, before, after }) => ({
        ...{ part, yearId },
        before: planValueText(wording, measure, part, before),
        after: planValueText(wording, measure, part, after),
      })),
    }))
    .reverse();
}

/** What the form of one plan is filled from. */
export interface PlanFormView {
  readonly term: { readonly code: string; readonly name: string };
  readonly measure: {
    readonly id: string;
    readonly name: string;
    readonly unitLabel: string;
    readonly rules: PlanRules;
  };
  readonly target: string;
  readonly years: readonly { readonly id: string; readonly label: string }[];
  readonly stored: PlanState;
  /** Still being set up: replaced in place, without a day and a reason. */
  readonly isOpen: boolean;
  readonly isClosed: boolean;
  readonly days: PlanDays;
  readonly changes: readonly PlanChangeView[];
}

/** The form of a measure's plan; null when the term has no such measure. */
export async function loadPlanForm(
  actor: Authorized<"terms.configure">,
  termCode: string,
  measureCode: string,
): Promise<PlanFormView | null> {
  const wording = await loadWording();
  return (await getStore()).read(async (db) => {
    const term = await findTermByCode(db, termCode);
    const targets = term ? await listTargets(db, term.id) : [];
    const target = targets.find(({ measures }) => measures.some(({ code }) => code === measureCode));
    const found = target?.measures.find(({ code }) => code === measureCode);
    if (!term || !target || !found) return null;
    const context = await readPlanContext(db, found.id, actor.on);
    const { kind, overUnits, overTime, rule, mayExceedBase } = context.measure;
    return {
      term: { code: term.code, name: term.name },
      measure: {
        ...{ id: found.id, name: found.name, unitLabel: found.unitLabel ?? "" },
        rules: { kind, overUnits, overTime, rule, mayExceedBase },
      },
      target: target.name,
      years: term.years.map(({ id }) => ({ id, label: id })),
      stored: planStateOf(context),
      isOpen: isPlanOpen(context.standing),
      isClosed: term.state === "closed",
      days: planDays(context.standing),
      changes: buildChanges(context.measure, wording),
    };
  });
}
