import * as z from "zod";
import type { Provenance } from "../measures";
import type { CalendarDate } from "../dates";
import type { PlansState } from "../typed-plans";
import { changeInput } from "./changes";
import { lineOfText, rule } from "./text";
import { typedPlansInput } from "./typed-plans";

const PROVENANCES = ["stated", "inferred", "assumed"] as const satisfies readonly Provenance[];

/** The stored plans of a measure: all versions, oldest first, and where the newest comes from. Plain JSON. */
export type PlanState = {
  readonly provenance: Provenance;
  readonly versions: readonly PlanVersionState[];
};

type PlanVersionState = {
  readonly fromOn: string;
  readonly reason: string | null;
  readonly plans: Pick<PlansState, keyof PlansState>;
};

/** The plans of a measure as they stand in the form, and the day on which they begin. */
export const typedPlanChangeInput = z.object({
  plans: typedPlansInput,
  provenance: z.enum(PROVENANCES, rule("bad_choice")),
  fromOn: z.iso.date(rule("bad_date")).transform((text) => text as CalendarDate),
});

export const changePlanInput = changeInput({ measureId: lineOfText(100) }, typedPlanChangeInput);
export type ChangePlan = z.output<typeof changePlanInput>;
