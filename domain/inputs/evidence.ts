import * as z from "zod";
import { lineOfText, rule } from "./text";

const id = lineOfText(100);
const MAX_SENT_NAME = 1_000;

/** Made by the sender, once for each file. */
const requestId = z.string(rule("required")).regex(/^[A-Za-z0-9-]{8,64}$/, rule("invalid_input"));
/** Whose page sends it: another account may have signed in meanwhile in the same browser. */
const sender = { requestId, accountId: id.optional() };

const named = { ...sender, name: z.string(rule("required")).max(MAX_SENT_NAME, rule("too_long")) };

/** A file for a figure; the file itself is the body. */
export const attachToFigureInput = z.object({ ...named, unitId: id, periodId: id, measureId: id });
export type AttachToFigure = z.output<typeof attachToFigureInput>;

/** A file for the answer to a question. */
export const attachToAnswerInput = z.object({ ...named, explanationId: id });
export type AttachToAnswer = z.output<typeof attachToAnswerInput>;

export const removeEvidenceInput = z.object({ ...sender, fileId: id });
export type RemoveEvidence = z.output<typeof removeEvidenceInput>;

export const evidenceFileInput = z.object({ fileId: id });
