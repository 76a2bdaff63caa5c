// The form of a plan in a test: filled from what is stored, and typed over.
import type { Store } from "@/db/store";
import { asCalendarDate as day } from "@/domain/dates";
import type { ChangePlan } from "@/domain/inputs/plans";
import { typedPlansOf } from "@/domain/typed-plans";
import { planStateOf, readPlanContext } from "@/server/workflows/plans";
import { TODAY } from "./reporting";

/** The form of a measure as it is filled from what is stored, with what was typed over it. */
export async function filledPlan(
  store: Store,
  measureId: string,
  over: {
    readonly term?: string;
    readonly upper?: string;
    readonly share?: string;
    readonly fromOn?: string;
    readonly reason?: string | null;
  },
): Promise<ChangePlan> {
  const context = await readPlanContext(store.db, measureId, TODAY);
  const plans = typedPlansOf(context.measure.plans);
  const term = over.term === undefined ? plans.term : { plan: over.term, upper: over.upper ?? plans.term.upper };
  return {
    ...{
      measureId,
      mode: "save" as const,
      base: JSON.parse(JSON.stringify(planStateOf(context))) as ChangePlan["base"],
    },
    reason: over.reason === undefined ? "Kết luận sơ kết" : over.reason,
    typed: {
      plans: { ...plans, term, share: over.share ?? plans.share },
      provenance: "stated",
      fromOn: day(over.fromOn ?? TODAY),
    },
  };
}
