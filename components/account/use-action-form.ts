"use client"; // keeps what was typed while the server answers

import { startTransition, useActionState, useEffect, useRef, type SubmitEvent } from "react";
import { useErrorText } from "@/components/ui/use-error-text";
import type { Result } from "@/domain/errors";

/** What `useActionForm` hands to the frame of the form. */
export type ActionFormState = Pick<ReturnType<typeof useActionForm>, "form" | "pending" | "problem">;

type FormAction = (previous: Result<unknown> | null, form: FormData) => Promise<Result<unknown>>;

/**
 * A form whose named fields are sent to an action. Nothing that was typed is lost when it is refused, and it works
 * without JavaScript as well.
 */
export function useActionForm(action: FormAction) {
  const errorText = useErrorText();
  const form = useRef<HTMLFormElement>(null);
  const busy = useRef(false);
  const [result, send, pending] = useActionState(action, null);
  const failure = result?.ok === false ? result : null;

  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [failure]);

  useEffect(() => {
    busy.current = pending;
  }, [pending, result]);

  const keepTyped = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault(); // React would empty the fields after sending
    if (busy.current) return; // a second press of the same key
    busy.current = true;
    const typed = new FormData(event.currentTarget);
    startTransition(() => send(typed));
  };
  const error = (field: string): string | undefined => {
    const found = failure?.fieldErrors[field];
    return found && errorText(found.code, found.values);
  };

  return {
    pending,
    /** What was sent last was taken. */
    saved: result?.ok === true,
    /** What is wrong with the form as a whole, in words. */
    problem: failure && errorText(failure.code, failure.values),
    /** What is wrong with one field, in words. */
    error,
    form: { ref: form, action: send, noValidate: true, onSubmit: keepTyped } as const,
  };
}
