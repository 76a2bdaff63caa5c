"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { JsonValue } from "@/domain/audit";
import type { Failure, FieldError, Result } from "@/domain/errors";
import { mergeFillings, withValueAt, type MergeConflict } from "@/domain/merge";

/** What an action answers that changed something. */
interface Saved<Data> {
  readonly data: Data;
  readonly changeId: string | null;
}

interface TaskFormOptions<State extends JsonValue, Filling extends JsonValue, Data> {
  /** What the form is filled from; null for something new. */
  readonly stored: State | null;
  readonly empty: Filling;
  readonly fill: (stored: State) => Filling;
  readonly send: (typed: Filling, base: State | null) => Promise<Result<Saved<Data>>>;
  readonly onSaved: (saved: Saved<Data>) => void;
}

/** Somebody saved first: who, and where both changed the same field. */
export interface Overtaken {
  readonly name: string;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * A form that keeps what was typed whatever the server answers. Where somebody saved first, his changes are put beside
 * what was typed here, and the fields that both changed are named.
 */
export function useTaskForm<State extends JsonValue, Filling extends JsonValue, Data>(
  options: TaskFormOptions<State, Filling, Data>,
) {
  const { stored, empty, fill, send, onSaved } = options;
  const t = useTranslations();
  const form = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(stored);
  const [typed, setTyped] = useState<Filling>(stored === null ? empty : fill(stored));
  const [isPending, setPending] = useState(false);
  const [fields, setFields] = useState<Readonly<Record<string, FieldError>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null);

  useEffect(() => {
    if (Object.keys(fields).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [fields]);

  const refuse = (answer: Failure) => {
    if (answer.code === "overtaken" && base !== null) return merge(answer, base);
    setFields(answer.fieldErrors);
    const named = Object.keys(answer.fieldErrors).length > 0;
    setFailure(named ? null : t(`errors.${answer.code}`, answer.values));
  };

  const merge = ({ values }: Failure, from: State) => {
    const current = JSON.parse(String(values.current)) as State;
    const { merged, conflicts } = mergeFillings(fill(from), typed, fill(current));
    setTyped(merged);
    setBase(current);
    setOvertaken({ name: String(values.name), conflicts });
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    setFailure(null);
    setFields({});
    setOvertaken(null);
    const answer = await send(typed, base).catch(() => null);
    setPending(false);
    if (answer?.ok) return onSaved(answer.data);
    if (answer) refuse(answer);
    else setFailure(t("taskSettings.offline"));
  };

  return {
    ...{ typed, isPending, failure, overtaken },
    /** What the form element carries. */
    frame: { ref: form, noValidate: true, onSubmit: (event: FormEvent) => void submit(event) } as const,
    set: (change: Partial<Filling>) => setTyped((before) => ({ ...(before as object), ...change }) as Filling),
    /** Takes the other's value of a field that both changed. */
    takeTheirs: ({ path, theirs }: MergeConflict) => setTyped((before) => withValueAt(before, path, theirs)),
    error: (path: string) => {
      const error = fields[path] ?? fields[`typed.${path}`]; // of the rules, or of the form that was sent
      return error ? t(`errors.${error.code}`, error.values) : null;
    },
  };
}

export type TaskForm = Pick<ReturnType<typeof useTaskForm>, "failure" | "overtaken" | "takeTheirs">;
