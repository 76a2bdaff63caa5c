"use client"; // submitting is a conversation: check, ask, send, answer

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { submitReportAction } from "@/server/actions/submissions";
import type { ErrorCode } from "@/domain/errors";
import type { EntryView } from "@/server/loaders/report-views";
import { dropKeptTexts } from "./kept-texts";
import { newRequestId } from "./request-id";
import type { Readings } from "./use-readings";
import type { ReportForm } from "./use-report-form";

export interface Submission {
  readonly isAsking: boolean;
  readonly isSending: boolean;
  /** The last attempt was refused: by problems in the fields, or as a whole with the sentence `failure`. */
  readonly isRefused: boolean;
  readonly failure: string | null;
  readonly attempt: number;
  /** Looks for problems; asks for confirmation where there are none. */
  readonly ask: () => void;
  readonly cancel: () => void;
  readonly send: () => Promise<void>;
}

/** Submitting the report: nothing is sent while a problem stands, and the person sees what is missing before. */
export function useSubmission(
  view: EntryView,
  report: ReportForm,
  readings: Readings,
  refused: ErrorCode | null,
): Submission {
  const t = useTranslations();
  const [phase, setPhase] = useState<"idle" | "asking" | "sending" | "refused">(refused ? "refused" : "idle");
  const [failure, setFailure] = useState<string | null>(
    refused && refused !== "invalid_input" ? t(`errors.${refused}`, { id: "" }) : null,
  );
  const [attempt, setAttempt] = useState(0);
  // One id a confirmation: sent twice by an impatient hand or a slow line, it is done once.
  const requestId = useRef("");

  const refuse = (sentence: string | null) => {
    setFailure(sentence);
    setPhase("refused");
    setAttempt((count) => count + 1);
  };

  const ask = () => {
    readings.touchAll();
    if (readings.all.length > 0) return refuse(null);
    if (readings.filled === 0) return refuse(t("entry.problem.nothing_entered"));
    requestId.current = newRequestId();
    setPhase("asking");
  };

  const send = async () => {
    const saver = report.saver.current;
    if (!saver) return;
    setPhase("sending");
    const saved = await saver.flush(); // what was typed last is on the server before it is submitted
    if (saved.type === "refused") return setPhase("idle"); // said above the form, with what to do
    if (saved.type === "offline") return refuse(t("entry.draft.offline"));
    const answer = await submitReportAction({
      requestId: requestId.current,
      unitId: view.unit.id,
      periodId: view.period.id,
      version: saver.baseVersion,
      figures: report.figures,
    }).catch(() => null);
    if (answer?.ok) {
      saver.stop();
      dropKeptTexts({ accountId: view.accountId, unitId: view.unit.id, periodId: view.period.id });
      setPhase("idle");
    } else refuse(answer ? t(`errors.${answer.code}`, answer.values) : t("entry.draft.offline"));
  };

  return {
    isAsking: phase === "asking",
    isSending: phase === "sending",
    isRefused: phase === "refused",
    failure,
    attempt,
    ask,
    cancel: () => setPhase("idle"),
    send,
  };
}
