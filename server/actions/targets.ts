"use server";

import { changeTargetInput, createTargetInput, moveTargetInput, removeTargetInput } from "@/domain/inputs/targets";
import { clock } from "../clock";
import { defineAction } from "../define-action";
import { changeTarget, createTarget, moveTarget, removeTarget } from "../workflows/targets";

export const createTargetAction = defineAction({
  permission: "terms.configure",
  input: createTargetInput,
  run: ({ actor, input, store }) => createTarget(store, actor, input, clock.now()),
});

export const changeTargetAction = defineAction({
  permission: "terms.configure",
  input: changeTargetInput,
  run: ({ actor, input, store }) => changeTarget(store, actor, input),
});

export const moveTargetAction = defineAction({
  permission: "terms.configure",
  input: moveTargetInput,
  run: ({ actor, input, store }) => moveTarget(store, actor, input),
});

export const removeTargetAction = defineAction({
  permission: "terms.configure",
  input: removeTargetInput,
  run: ({ actor, input, store }) => removeTarget(store, actor, input),
});
