// The plan of a measure: changed from a day on, with the old one kept; replaced in place while it is being set up.
import { hasFigures } from "@/db/queries/figures";
import { findTermIdOfMeasure, listMeasures, updatePlanProvenance, type StoredMeasure } from "@/db/queries/measures";
import { insertPlanVersion, listPlanVersions, replacePlanVersion, type PlanVersionRow } from "@/db/queries/plans";
import { findTerm, mapYearIds, type StoredTerm } from "@/db/queries/terms";
import type { Db, ReadDb, Store } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { DomainError, refuseFields, type FieldErrors } from "@/domain/errors";
import type { ChangePlan, PlanState } from "@/domain/inputs/plans";
import type { Plans } from "@/domain/measures";
import type { Authorized } from "@/domain/permissions";
import {
  decidePlanStep,
  listPlanDifferences,
  listPlanStepProblems,
  type PlanStanding,
  type PlanStep,
} from "@/domain/plan-changes";
import { plansStateOf, readTypedPlans } from "@/domain/typed-plans";
import { applyChange, type ChangeAnswer } from "./changes";
import { requireOpen } from "./governed-rules";
import { refuseOvertaken } from "./overtaken";

/** A measure with everything that decides how its plan may be changed. */
export interface PlanContext {
  readonly term: StoredTerm;
  readonly measure: StoredMeasure;
  readonly versions: readonly PlanVersionRow[];
  readonly standing: PlanStanding;
}

/** Reads it. DomainError `not_found` when there is no such measure. */
export async function readPlanContext(db: ReadDb, measureId: string, today: CalendarDate): Promise<PlanContext> {
  const termId = await findTermIdOfMeasure(db, measureId);
  const term = termId === null ? null : await findTerm(db, termId);
  const measure = term && (await listMeasures(db, term.id)).find(({ id }) => id === measureId);
  if (!term || !measure) throw new DomainError("not_found");
  const versions = await listPlanVersions(db, measureId);
  const isReported = await hasFigures(db, measureId);
  return {
    ...{ term, measure, versions },
    standing: { term, versions: versions.map(({ fromOn }) => fromOn), isReported, today },
  };
}

/** All plans of a measure as its form is filled from them. */
export function planStateOf({ measure, versions }: Pick<PlanContext, "measure" | "versions">): PlanState {
  const plans = [...measure.earlierPlans, measure.plans];
  return {
    provenance: measure.planProvenance ?? "stated",
    versions: versions.map(({ fromOn, reason }, index) => ({
      ...{ fromOn, reason },
      plans: plansStateOf(plans[index] ?? measure.plans),
    })),
  };
}

/** From when the changed plan holds, for the message that confirms it; null where no plan ended for it. */
export interface PlanAnswer {
  readonly fromOn: CalendarDate | null;
}

/**
 * Changes the plan of a measure from a day on, with a reason once the term runs; the old one is kept with its dates.
 * Refuses with `overtaken` what somebody else changed meanwhile, and what is wrong at its field.
 */
export function changePlan(
  store: Store,
  actor: Authorized<"terms.configure">,
  input: ChangePlan,
  now: string,
): Promise<ChangeAnswer<PlanAnswer>> {
  return applyChange(store, actor, {
    mode: input.mode,
    days: [input.typed.fromOn],
    work: async (tx) => {
      const context = await readPlanContext(tx, input.measureId, actor.on);
      requireOpen(context.term);
      const before = planStateOf(context);
      const subject = { type: "measure" as const, id: input.measureId };
      await refuseOvertaken(tx, subject, { base: input.base, current: before });
      const data = await storePlan(tx, context, input, now);
      const after = planStateOf(await readPlanContext(tx, input.measureId, actor.on));
      return {
        event: { action: "measure.plan_changed", subject, before, after: { ...after, reason: input.reason } },
        data,
      };
    },
  });
}

/** Stores what differs: where the plan comes from at once, its values as `decidePlanStep` says. */
async function storePlan(tx: Db, context: PlanContext, input: ChangePlan, now: string): Promise<PlanAnswer> {
  const { measure, standing } = context;
  const { typed, reason } = input;
  const { plans, problems } = readPlans(context, typed.plans);
  if (Object.keys(problems).length > 0)
    refuseFields({ ...problems, ...listPlanStepProblems(standing, { fromOn: typed.fromOn, reason }) });
  if (typed.provenance !== (measure.planProvenance ?? "stated")) {
    await updatePlanProvenance(tx, measure.id, typed.provenance);
  }
  if (listPlanDifferences(measure.plans, plans).length === 0) return { fromOn: null };
  const step = decidePlanStep(standing, { fromOn: typed.fromOn, reason });
  await storeVersion(tx, context, plans, step, now);
  return { fromOn: step.type === "added" ? step.fromOn : null };
}

async function storeVersion(
  tx: Db,
  { term, measure, versions }: PlanContext,
  plans: Plans,
  step: PlanStep,
  now: string,
): Promise<void> {
  const yearIds = await mapYearIds(tx, term.id);
  const newest = versions.at(-1);
  const isFirst = versions.length <= (step.type === "replaced" ? 1 : 0);
  // The first version replaced nothing, so it has no reason; why it was corrected stands in the log.
  const reason = isFirst ? null : (step.reason ?? newest?.reason ?? null);
  if (step.type === "replaced" && newest) return replacePlanVersion(tx, newest, { plans, reason }, yearIds);
  return insertPlanVersion(tx, { measureId: measure.id, fromOn: step.fromOn, reason, plans }, yearIds, now);
}

/** The plans that the texts say, and what is wrong with them at `plans.term.plan` and its like. */
function readPlans({ measure, term }: PlanContext, typed: ChangePlan["typed"]["plans"]) {
  const { plans, problems } = readTypedPlans(
    measure,
    typed,
    term.years.map(({ id }) => id),
  );
  const at = Object.entries(problems).map(([path, problem]) => [`plans.${path}`, problem] as const);
  return { plans, problems: Object.fromEntries(at) satisfies FieldErrors };
}
