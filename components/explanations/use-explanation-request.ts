"use client"; // one press is one request, also when the line is lost and it is sent again

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useDeed } from "@/components/changes/use-deed";
import { newRequestId } from "@/components/entry/request-id";
import { useErrorText } from "@/components/ui/use-error-text";
import type { Result } from "@/domain/errors";

/** Sends a step of a question: what is wrong as a whole and by field, and whether somebody else was faster. */
export function useExplanationRequest() {
  const t = useTranslations("explanationForms");
  const errorText = useErrorText();
  const requestId = useRef<string | null>(null);
  const { pending, failure, problem, perform } = useDeed();

  /** Every answer ends the request; without one the same is sent again, and done once. */
  const send = <Data>(action: (requestId: string) => Promise<Result<Data>>, onDone: (data: Data) => void): void => {
    const id = (requestId.current ??= newRequestId());
    void perform(async () => {
      const answer = await action(id);
      requestId.current = null;
      return answer;
    }, onDone);
  };

  const isOvertaken = failure?.code === "stale_version" || failure?.code === "wrong_state";
  return {
    pending,
    failure,
    isOvertaken,
    problem: isOvertaken ? t("overtaken") : problem,
    error: (field: string): string | undefined => {
      const found = failure?.fieldErrors[field];
      return found && errorText(found.code, found.values);
    },
    send,
  };
}
