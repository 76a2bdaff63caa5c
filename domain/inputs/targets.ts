import * as z from "zod";
import type { Provenance } from "../measures";
import { changeInput } from "./changes";
import { newCode, provenanceInput, typedMeasureInput } from "./measures";
import { lineOfText, plainText } from "./text";

const MAX_WORDING = 4_000;
const MAX_MEASURES = 10;

/** A stored target without its measures as plain JSON: compared, logged and sent. */
export type TargetState = {
  readonly code: string;
  readonly name: string;
  readonly wording: string | null;
  readonly groupCode: string | null;
  readonly provenance: Provenance;
};

/** A target exactly as it stands in the form. */
export const typedTargetInput = z.object({
  code: newCode,
  name: lineOfText(300),
  /** The resolution's exact words: nothing in them is corrected. */
  wording: plainText(MAX_WORDING),
  groupCode: plainText(100),
  provenance: provenanceInput,
});

export type TypedTarget = z.input<typeof typedTargetInput>;

const id = lineOfText(100);

/** A target to add, with its measures. */
export const createTargetInput = changeInput(
  { termId: id },
  typedTargetInput.extend({ measures: z.array(typedMeasureInput).max(MAX_MEASURES) }),
);
export type CreateTarget = z.output<typeof createTargetInput>;

export const changeTargetInput = changeInput({ targetId: id }, typedTargetInput);
export type ChangeTarget = z.output<typeof changeTargetInput>;

export const removeTargetInput = changeInput({ targetId: id }, z.object({}));
export type RemoveTarget = z.output<typeof removeTargetInput>;

/** One place up or down in the order of the resolution. */
export const moveTargetInput = z.object({ targetId: id, direction: z.enum(["up", "down"]) });
export type MoveTarget = z.output<typeof moveTargetInput>;
