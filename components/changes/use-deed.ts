"use client"; // knows what is under way and why it was not done

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useErrorText } from "@/components/ui/use-error-text";
import type { Failure, Result } from "@/domain/errors";

/** A deed that is sent at once, without a state to merge: whether it is under way, and in words why it was not done. */
export function useDeed() {
  const t = useTranslations("changes");
  const errorText = useErrorText();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [lostLine, setLostLine] = useState(false);
  const busy = useRef(false);

  /** Sends it and hands on what came back: the data, or the words of the refusal. */
  const perform = async <Data>(
    send: () => Promise<Result<Data>>,
    onDone: (data: Data) => void,
    onRefused?: (problem: string) => void,
  ): Promise<void> => {
    if (busy.current) return; // a second press of the same button
    busy.current = true;
    setPending(true);
    const answer = await send().catch(() => null);
    busy.current = false;
    setPending(false);
    setLostLine(answer === null);
    setFailure(answer === null || answer.ok ? null : answer);
    if (answer?.ok) onDone(answer.data);
    else onRefused?.(answer === null ? t("lostLine") : errorText(answer.code, answer.values));
  };
  const problem = lostLine ? t("lostLine") : failure && errorText(failure.code, failure.values);
  return { pending, failure, problem, perform };
}
