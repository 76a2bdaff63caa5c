"use server";

import { changeMeasureInput, createMeasureInput, removeMeasureInput } from "@/domain/inputs/measures";
import { clock } from "../clock";
import { defineAction } from "../define-action";
import { changeMeasure, createMeasure, removeMeasure } from "../workflows/measures";

export const createMeasureAction = defineAction({
  permission: "terms.configure",
  input: createMeasureInput,
  run: ({ actor, input, store }) => createMeasure(store, actor, input, clock.now()),
});

/** Changes a measure, or shows what that would do to every number. */
export const changeMeasureAction = defineAction({
  permission: "terms.configure",
  input: changeMeasureInput,
  run: ({ actor, input, store }) => changeMeasure(store, actor, input, clock.now()),
});

export const removeMeasureAction = defineAction({
  permission: "terms.configure",
  input: removeMeasureInput,
  run: ({ actor, input, store }) => removeMeasure(store, actor, input),
});
