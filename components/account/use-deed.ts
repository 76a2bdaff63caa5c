"use client"; // keeps what was typed while the server answers

import { useEffect, useRef, useState, useTransition } from "react";
import { useErrorText } from "@/components/ui/use-error-text";
import type { Failure, Result } from "@/domain/errors";

const UNREACHED: Failure = { ok: false, code: "busy", values: {}, fieldErrors: {} };

/** A deed that is sent to an action: whether it is under way, and in words what was wrong with it. */
export function useDeed<Input, Data>(action: (input: Input) => Promise<Result<Data>>) {
  const errorText = useErrorText();
  const form = useRef<HTMLFormElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, startTransition] = useTransition();

  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [failure]);

  const send = (input: Input, onDone: (data: Data) => void) => {
    if (pending) return;
    startTransition(async () => {
      const result = await action(input).catch(() => UNREACHED);
      startTransition(() => {
        setFailure(result.ok ? null : result);
        if (result.ok) onDone(result.data);
      });
    });
  };
  /** What is wrong with a field of the form; the fields of a change stand under `typed` in its input. */
  const error = (field: string): string | undefined => {
    const found = failure?.fieldErrors[field] ?? failure?.fieldErrors[`typed.${field}`];
    return found && errorText(found.code, found.values);
  };
  return { form, pending, failure, problem: failure && errorText(failure.code, failure.values), error, send };
}
