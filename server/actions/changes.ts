"use server";

import { undoChangeInput } from "@/domain/inputs/changes";
import { defineAction } from "../define-action";
import { undoChange } from "../workflows/changes";

/** Takes back a change of the settings, as the message that confirmed it offers. */
export const undoChangeAction = defineAction({
  permission: "changes.undo",
  input: undoChangeInput,
  run: ({ actor, input, store }) => undoChange(store, actor, input.changeId),
});
