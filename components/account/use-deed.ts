"use client"; // keeps what was typed while the server answers

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import { useErrorText } from "@/components/ui/use-error-text";
import type { Failure, Result } from "@/domain/errors";

/** A deed that is sent to an action: whether it is under way, and in words what was wrong with it. */
export function useDeed<Input, Data>(action: (input: Input) => Promise<Result<Data>>) {
  const t = useTranslations("changes");
  const errorText = useErrorText();
  const form = useRef<HTMLFormElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [lostLine, setLostLine] = useState(false);
  const [pending, startTransition] = useTransition();

  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [failure]);

  const send = (input: Input, onDone: (data: Data) => void) => {
    if (pending) return;
    startTransition(async () => {
      const result = await action(input).catch(() => null);
      startTransition(() => {
        setLostLine(result === null);
        setFailure(result === null || result.ok ? null : result);
        if (result?.ok) onDone(result.data);
      });
    });
  };
  /** What is wrong with a field of the form; the fields of a change stand under `typed` in its input. */
  const error = (field: string): string | undefined => {
    const found = failure?.fieldErrors[field] ?? failure?.fieldErrors[`typed.${field}`];
    return found && errorText(found.code, found.values);
  };
  const problem = lostLine ? t("lostLine") : failure && errorText(failure.code, failure.values);
  return { form, pending, failure, problem, error, send };
}
