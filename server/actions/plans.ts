"use server";

import { changePlanInput } from "@/domain/inputs/plans";
import { clock } from "../clock";
import { defineAction } from "../define-action";
import { changePlan } from "../workflows/plans";

/** Changes the plan of a measure from a day on, or shows what that would do. */
export const changePlanAction = defineAction({
  permission: "terms.configure",
  input: changePlanInput,
  run: ({ actor, input, store }) => changePlan(store, actor, input, clock.now()),
});
