"use client"; // a deed that is asked about first

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { Result } from "@/domain/errors";
import { newRequestId } from "./request-id";

/** A deed on a report behind a dialog: one request id for each time that it is opened, and why it was refused. */
export function useAskedDeed() {
  const errorText = useTranslations("errors");
  const offlineText = useTranslations("review")("offline");
  const [isOpen, setOpen] = useState(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const requestId = useRef("");

  const open = (isNowOpen: boolean) => {
    if (isNowOpen) requestId.current = newRequestId();
    setProblem(null);
    setOpen(isNowOpen);
  };

  const send = async (work: (requestId: string) => Promise<Result<unknown>>) => {
    setSending(true);
    const answer = await work(requestId.current).catch(() => null);
    setSending(false);
    if (answer?.ok) return setOpen(false);
    const field = answer && Object.values(answer.fieldErrors)[0];
    const said = field ?? answer;
    setProblem(said ? errorText(said.code, said.values) : offlineText);
  };

  return { isOpen, open, isSending, problem, setProblem, send };
}
