"use server";

import { eventDecisionInput, reorganiseInput, unitOrderInput, unitVersionInput } from "@/domain/inputs/units";
import { clock } from "../clock";
import { defineAction } from "../define-action";
import { wordReorganisation } from "../loaders/reorganisation-texts";
import { correctEventDecision, correctUnitName, reorderUnits } from "../workflows/unit-versions";
import { reorganiseUnits } from "../workflows/units";

/** Founds, renames, moves, merges, splits or dissolves units, or shows what that would do. */
export const reorganiseUnitsAction = defineAction({
  permission: "terms.configure",
  input: reorganiseInput,
  run: async ({ actor, input, store }) => wordReorganisation(await reorganiseUnits(store, actor, input, clock.now())),
});

/** Corrects a slip in a unit's name. */
export const correctUnitNameAction = defineAction({
  permission: "terms.configure",
  input: unitVersionInput,
  run: ({ actor, input, store }) => correctUnitName(store, actor, input),
});

/** Corrects a slip in the decision of an event. */
export const correctEventDecisionAction = defineAction({
  permission: "terms.configure",
  input: eventDecisionInput,
  run: ({ actor, input, store }) => correctEventDecision(store, actor, input),
});

/** Changes the official order from a day on. */
export const reorderUnitsAction = defineAction({
  permission: "terms.configure",
  input: unitOrderInput,
  run: ({ actor, input, store }) => reorderUnits(store, actor, input),
});
