"use server";

import { redirect } from "next/navigation";
import { newId } from "@/db/ids";
import { readReportForm } from "@/domain/inputs/report-form";
import { safeAddress } from "@/domain/inputs/sign-in";
import {
  acceptSubmissionInput,
  correctSubmissionInput,
  returnSubmissionInput,
  typedReportInput,
  withdrawSubmissionInput,
} from "@/domain/inputs/submissions";
import { clock } from "../clock";
import { defineAction } from "../define-action";
import { acceptSubmission, returnSubmission } from "../workflows/reviews";
import { correctSubmission, saveDraft, submitSubmission, withdrawSubmission } from "../workflows/submissions";

/** Takes a submitted report back, as long as the office has not decided about it. */
export const withdrawSubmissionAction = defineAction({
  permission: "submissions.withdraw",
  input: withdrawSubmissionInput,
  run: ({ actor, input, store }) => withdrawSubmission(store, actor, input, clock.now()),
});

export const acceptSubmissionAction = defineAction({
  permission: "submissions.accept",
  input: acceptSubmissionInput,
  run: ({ actor, input, store }) => acceptSubmission(store, actor, input, clock.now()),
});

export const returnSubmissionAction = defineAction({
  permission: "submissions.return",
  input: returnSubmissionInput,
  run: ({ actor, input, store }) => returnSubmission(store, actor, input, clock.now()),
});

export const correctSubmissionAction = defineAction({
  permission: "submissions.correct",
  input: correctSubmissionInput,
  run: ({ actor, input, store }) => correctSubmission(store, actor, input, clock.now()),
});

/**
 * The report's form as it is sent without scripts. What was typed is saved first, so that the page that comes back
 * holds all of it, and says why it was not submitted where it was not.
 */
export async function submitReportFormAction(form: FormData): Promise<void> {
  const input = readReportFields(form);
  const requestId = newId();
  const saved = await saveReportAction({ ...input, requestId });
  const answer = saved.ok
    ? await submitReportAction({ ...input, version: saved.data.version, requestId: newId() })
    : saved;
  const address = new URL(safeAddress(textOf(form, "address")), "http://localhost");
  address.searchParams.delete("problem");
  if (!answer.ok) address.searchParams.set("problem", answer.code);
  redirect(`${address.pathname}${address.search}`);
}

const submitReportAction = defineAction({
  permission: "submissions.submit",
  input: typedReportInput,
  run: ({ actor, input, store }) => submitSubmission(store, actor, input, clock.now()),
});

const saveReportAction = defineAction({
  permission: "figures.enter",
  input: typedReportInput,
  run: ({ actor, input, store }) => saveDraft(store, actor, input, clock.now()),
});

function readReportFields(form: FormData) {
  const measureIds = textOf(form, "measureIds").split(" ").filter(Boolean);
  return {
    unitId: textOf(form, "unitId"),
    periodId: textOf(form, "periodId"),
    version: Number(textOf(form, "version")),
    figures: readReportForm(form, measureIds),
  };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
