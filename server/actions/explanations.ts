"use server";

import {
  answerExplanationInput,
  askExplanationInput,
  askFurtherInput,
  endExplanationInput,
} from "@/domain/inputs/explanations";
import { clock } from "../clock";
import { defineAction } from "../define-action";
import {
  answerExplanation,
  askExplanation,
  askFurther,
  closeExplanation,
  withdrawExplanation,
} from "../workflows/explanations";

/** Asks a unit to explain a target, a figure or a report. */
export const askExplanationAction = defineAction({
  permission: "explanations.ask",
  input: askExplanationInput,
  run: ({ actor, input, store }) => askExplanation(store, actor, input, clock.now()),
});

/** Asks further about what was answered. */
export const askFurtherAction = defineAction({
  permission: "explanations.ask",
  input: askFurtherInput,
  run: ({ actor, input, store }) => askFurther(store, actor, input, clock.now()),
});

/** Answers for the unit that was asked. */
export const answerExplanationAction = defineAction({
  permission: "explanations.answer",
  input: answerExplanationInput,
  run: ({ actor, input, store }) => answerExplanation(store, actor, input, clock.now()),
});

/** Closes what was answered. */
export const closeExplanationAction = defineAction({
  permission: "explanations.ask",
  input: endExplanationInput,
  run: ({ actor, input, store }) => closeExplanation(store, actor, input, clock.now()),
});

/** Takes a question back that nobody has answered. */
export const withdrawExplanationAction = defineAction({
  permission: "explanations.ask",
  input: endExplanationInput,
  run: ({ actor, input, store }) => withdrawExplanation(store, actor, input, clock.now()),
});
