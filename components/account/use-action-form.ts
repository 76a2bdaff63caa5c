"use client"; // keeps what was typed while the server answers

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition, type SubmitEvent } from "react";
import type { Failure, Result } from "@/domain/errors";

/** A form whose named fields are sent to an action as one object. Nothing that was typed is lost when it is refused. */
export function useActionForm<Input>(action: (input: Input) => Promise<Result<unknown>>) {
  const t = useTranslations("errors");
  const form = useRef<HTMLFormElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, startTransition] = useTransition();

  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [failure]);

  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = Object.fromEntries(new FormData(event.currentTarget)) as Input;
    startTransition(async () => {
      const result = await action(input);
      setFailure(result.ok ? null : result);
    });
  };
  const error = (field: string): string | undefined => {
    const found = failure?.fieldErrors[field];
    return found && t(found.code, found.values);
  };

  return {
    pending,
    /** What is wrong with the form as a whole, in words. */
    problem: failure && t(failure.code, failure.values),
    /** What is wrong with one field, in words. */
    error,
    // A press before the page has come to life posts to nowhere; as a GET it would put the password into the address.
    form: { ref: form, method: "post", noValidate: true, onSubmit: send } as const,
  };
}
