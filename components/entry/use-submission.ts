"use client"; // submitting is a conversation: check, ask, send, answer

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import type { ErrorCode } from "@/domain/errors";
import type { DraftStatus } from "./report-sender";
import type { Readings } from "./use-readings";
import type { ReportForm } from "./use-report-form";

export interface Submission {
  readonly isAsking: boolean;
  readonly isSending: boolean;
  /** The last attempt was refused: by problems in the fields, or as a whole with the sentence `failure`. */
  readonly isRefused: boolean;
  readonly failure: string | null;
  readonly attempt: number;
  /** Looks for problems; sends where there are none, and asks before where something is blank or worth a look. */
  readonly ask: () => Promise<void>;
  readonly cancel: () => void;
  readonly send: () => Promise<void>;
}

/**
 * Submitting the report: nothing is sent while a problem stands, and the person sees what is missing before. What is
 * confirmed without a line waits on this device and goes out once when the line is back.
 */
export function useSubmission(report: ReportForm, readings: Readings, refused: ErrorCode | null): Submission {
  const t = useTranslations();
  const [phase, setPhase] = useState<"idle" | "asking" | "sending" | "refused">(refused ? "refused" : "idle");
  const [failure, setFailure] = useState<string | null>(
    refused && refused !== "invalid_input" ? t(`errors.${refused}`, { id: "" }) : null,
  );
  const [attempt, setAttempt] = useState(0);
  useSubmittedPage(report.status);

  const refuse = (sentence: string | null) => {
    setFailure(sentence);
    setPhase("refused");
    setAttempt((count) => count + 1);
  };

  const ask = async () => {
    readings.touchAll();
    if (readings.all.length > 0) return refuse(null);
    if (readings.filled === 0) return refuse(t("entry.problem.nothing_entered"));
    // A report in order is sent with one click: it can be withdrawn, and a needless question is answered unread.
    if (readings.missing.length === 0 && readings.warned.length === 0) return send();
    setPhase("asking");
  };

  const send = async () => {
    setFailure(null);
    setPhase("sending");
    const status = await report.sender.current?.submit();
    if (status?.type === "refused" && !isSaidAboveForm(status)) {
      const { code, values } = status.failure;
      return refuse(t(`errors.${code}`, values));
    }
    if (status?.type !== "submitted") setPhase("idle");
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

/** An expired session and somebody else's newer report have notices of their own, with what to do. */
function isSaidAboveForm({ failure }: Extract<DraftStatus, { type: "refused" }>): boolean {
  return failure.code === "session_expired" || failure.code === "stale_version";
}

/** A submitted report is one to be read: its page is loaded anew, whenever the submission went out. */
function useSubmittedPage({ type }: DraftStatus): void {
  const router = useRouter();
  const reload = useEffectEvent(() => router.refresh());
  useEffect(() => {
    if (type === "submitted") reload();
  }, [type]);
}
