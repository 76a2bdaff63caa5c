// What the earlier plans of a bundle say: one reading for the calculation and for the canonical form.
import type { BundleMeasure } from "./measure-schema";
import { byText, sorted } from "./sorted";

type PlanText = NonNullable<BundleMeasure["plan"]>;

/** The plans of a measure as the bundle spells them, with nothing unsaid. */
export interface PlanTexts {
  readonly plan: PlanText | null;
  readonly yearPlans: Readonly<Record<string, PlanText>>;
  readonly sharePlan: string | null;
}

export interface EarlierPlanTexts extends PlanTexts {
  readonly until: string;
  readonly reason: string | null;
}

/** The plans that a measure has now. */
export function presentPlans({ plan, yearPlans, sharePlan }: BundleMeasure): PlanTexts {
  return { plan: plan ?? null, yearPlans: yearPlans ?? {}, sharePlan: sharePlan ?? null };
}

/**
 * The earlier plans, oldest first. What an entry does not say is as in the next later one, at last as in the present
 * plans; that there was none is said by `null`, of yearly plans by `{}`.
 */
export function earlierPlans(measure: BundleMeasure): readonly EarlierPlanTexts[] {
  let later = presentPlans(measure);
  const latestFirst = sorted(measure.planHistory ?? [], (a, b) => byText(b.until, a.until));
  return latestFirst
    .map(({ until, reason, plan, yearPlans, sharePlan }): EarlierPlanTexts => {
      later = {
        plan: plan === undefined ? later.plan : plan,
        yearPlans: yearPlans ?? later.yearPlans,
        sharePlan: sharePlan === undefined ? later.sharePlan : sharePlan,
      };
      return { ...later, until, reason: reason ?? null };
    })
    .reverse();
}
