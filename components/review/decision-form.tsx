"use client"; // two ways out of a report, one of which needs a note

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { newRequestId } from "@/components/entry/request-id";
import { Button } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Result } from "@/domain/errors";
import { acceptSubmissionAction, returnSubmissionAction } from "@/server/actions/submissions";

interface DecisionFormProps {
  readonly submissionId: string;
  readonly version: number;
  /** Where to go when this report is decided: the next one, or the list, which then say so. */
  readonly nextAddress: string;
}

type Decision = "accept" | "return";

/** Accepts the report, or returns it with a note that says what to correct; then goes on to the next in the queue. */
export function DecisionForm({ submissionId, version, nextAddress }: DecisionFormProps) {
  const t = useTranslations("review");
  const errorText = useTranslations("errors");
  const router = useRouter();
  const note = useRef<HTMLTextAreaElement>(null);
  const requestIds = useRef<Partial<Record<Decision, string>>>({});
  const [sending, setSending] = useState<Decision | null>(null);
  const [noteProblem, setNoteProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const decide = async (decision: Decision) => {
    const text = note.current?.value ?? "";
    setFailure(null);
    if (decision === "return" && text.trim() === "") return refuseNote(t("noteRequired"));
    setNoteProblem(null);
    setSending(decision);
    const requestId = (requestIds.current[decision] ??= newRequestId());
    const answer = await send(decision, { requestId, submissionId, version }, text).catch(() => null);
    if (answer?.ok) return router.push(nextAddress);
    setSending(null);
    delete requestIds.current[decision]; // a refused one was not done: another try is another request
    if (!answer) return setFailure(t("offline"));
    const field = answer.fieldErrors.note;
    if (field) return refuseNote(errorText(field.code, field.values));
    setFailure(
      answer.code === "stale_version" || answer.code === "wrong_state"
        ? t("decidedByOther")
        : errorText(answer.code, answer.values),
    );
  };

  const refuseNote = (sentence: string) => {
    setNoteProblem(sentence);
    note.current?.focus();
  };

  return (
    <section aria-label={t("decision")} className="screen-only mt-6 grid gap-3">
      {failure && (
        <Notice tone="problem" live title={failure}>
          <Button variant="quiet" onClick={() => router.refresh()}>
            {t("reload")}
          </Button>
        </Notice>
      )}
      <TextAreaField ref={note} name="note" label={t("noteLabel")} hint={t("noteHint")} error={noteProblem} />
      <div className="flex flex-wrap justify-end gap-3">
        <Button pending={sending === "return"} onClick={() => void decide("return")}>
          {t("return")}
        </Button>
        <Button variant="primary" pending={sending === "accept"} onClick={() => void decide("accept")}>
          {t("accept")}
        </Button>
      </div>
    </section>
  );
}

function send(
  decision: Decision,
  request: { readonly requestId: string; readonly submissionId: string; readonly version: number },
  note: string,
): Promise<Result<unknown>> {
  return decision === "accept" ? acceptSubmissionAction(request) : returnSubmissionAction({ ...request, note });
}
