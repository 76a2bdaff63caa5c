"use client"; // keeps what is typed while the server previews, refuses or was overtaken

import { useRef, useState } from "react";
import type { JsonValue } from "@/domain/audit";
import type { Effect } from "@/domain/effects";
import type { Failure, FieldError, Result } from "@/domain/errors";
import type { ChangeMode } from "@/domain/inputs/changes";
import { differsAt, mergeFillings, withValueAt, type MergeConflict } from "@/domain/merge";

/** What a workflow answers to a change, as the browser reads it. */
export interface ChangeAnswer<Data> {
  readonly mode: ChangeMode;
  readonly data: Data;
  readonly changeId: string | null;
  readonly effects: readonly Effect[];
}

/** The answer of an action that is no change of the settings, for a form that sends it: nothing moved, no way back. */
export function unrecorded<Data>(answer: Result<Data>): Result<ChangeAnswer<Data>> {
  return answer.ok ? { ...answer, data: { mode: "save", data: answer.data, changeId: null, effects: [] } } : answer;
}

export interface ChangeRequest<State, Typed> {
  readonly mode: ChangeMode;
  readonly base: State | null;
  readonly typed: Typed;
  readonly reason: string;
}

export interface ChangeFormOptions<State extends JsonValue, Typed extends JsonValue, Data> {
  /** What is stored; null for something new. */
  readonly stored: State | null;
  /** The texts of the fields: of what is stored, or (null) of an empty form. */
  readonly toTyped: (stored: State | null) => Typed;
  readonly send: (request: ChangeRequest<State, Typed>) => Promise<Result<ChangeAnswer<Data>>>;
  readonly onSaved: (answer: ChangeAnswer<Data>) => void;
  /** A reason belongs to every save of this form, or to those of such a filling. */
  readonly reasonNeeded?: boolean | ((typed: Typed) => boolean);
  /** `effects` (the default): stop to show what changes where a number moves. `always`: stop in any case. `never`: save at once. */
  readonly confirm?: "effects" | "always" | "never";
  /** What else than a moved number the sender is to know before it is saved. */
  readonly stopsFor?: (data: Data) => boolean;
}

/** Somebody else saved meanwhile. */
export interface Overtaken {
  readonly name: string;
  /** UTC instant; empty where it is not known. */
  readonly at: string;
  readonly conflicts: readonly MergeConflict[];
}

/** Why it was not done, and what was refused. */
interface Refused<Typed> {
  readonly failure: Failure;
  readonly typed: Typed;
  readonly reason: string;
}

/** With the missing reason among what is wrong: whoever mends the other fields is not to be sent back a second time. */
function withMissingReason(failure: Failure): Failure {
  if (failure.code !== "invalid_input") return failure;
  const missing: FieldError = { code: "reason_required", values: {} };
  return { ...failure, fieldErrors: { ...failure.fieldErrors, reason: failure.fieldErrors.reason ?? missing } };
}

/** What is wrong with the fields that still hold what was refused, by the path of the field. */
function standingErrors<Typed extends JsonValue>(
  refused: Refused<Typed> | null,
  typed: Typed,
  reason: string,
): Readonly<Record<string, FieldError>> {
  if (refused === null) return {};
  // The form's own shape is sent under `typed`.
  const errors = Object.entries(refused.failure.fieldErrors).map(
    ([path, error]) => [path.replace(/^typed\./, ""), error] as const,
  );
  const stands = (path: string) =>
    path === "reason" ? reason === refused.reason : !differsAt(refused.typed, typed, path);
  return Object.fromEntries(errors.filter(([path]) => stands(path)));
}

/**
 * A form that changes the settings: what is typed is previewed, confirmed where it moves a number, and saved. A refusal
 * leaves every text where it is; when somebody else was faster, both versions are put together and the places that
 * differ are asked for.
 */
export function useChangeForm<State extends JsonValue, Typed extends JsonValue, Data>(
  options: ChangeFormOptions<State, Typed, Data>,
) {
  const { toTyped, send, onSaved, confirm = "effects" } = options;
  const [base, setBase] = useState(options.stored);
  const [typed, setTyped] = useState<Typed>(() => toTyped(options.stored));
  const [reason, setReason] = useState("");
  const [pending, setPending] = useState<ChangeMode | null>(null);
  const [refused, setRefused] = useState<Refused<Typed> | null>(null);
  const [lostLine, setLostLine] = useState(false);
  const [preview, setPreview] = useState<ChangeAnswer<Data> | null>(null);
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null);
  const busy = useRef(false);
  const { reasonNeeded: asks = false } = options;
  const reasonNeeded = typeof asks === "function" ? asks(typed) : asks;

  const ask = async (mode: ChangeMode): Promise<ChangeAnswer<Data> | null> => {
    if (busy.current) return null; // a second press of the same button
    busy.current = true;
    setPending(mode);
    setRefused(null);
    setLostLine(false);
    const answer = await send({ mode, base, typed, reason }).catch(() => null);
    busy.current = false;
    setPending(null);
    if (answer?.ok) return answer.data;
    if (answer === null) setLostLine(true);
    else if (answer.code === "overtaken") meetOther(answer);
    else {
      const isReasonMissing = reasonNeeded && reason.trim() === "";
      setRefused({ failure: isReasonMissing ? withMissingReason(answer) : answer, typed, reason });
    }
    return null;
  };

  const meetOther = ({ values }: Failure) => {
    const current = JSON.parse(String(values.current)) as State | null;
    const { merged, conflicts } = mergeFillings(toTyped(base), typed, toTyped(current));
    setBase(current);
    setTyped(merged);
    setPreview(null);
    setOvertaken({ name: String(values.name), at: String(values.at), conflicts });
  };

  const save = async () => {
    const answer = await ask("save");
    if (answer === null) return;
    setPreview(null);
    setOvertaken(null);
    onSaved(answer);
  };

  const submit = async () => {
    if (confirm === "never") return save();
    const answer = await ask("preview");
    if (answer === null) return;
    const stops = confirm === "always" || answer.effects.length > 0 || options.stopsFor?.(answer.data) === true;
    if (!stops) return save();
    setPreview(answer);
  };

  const fieldErrors = standingErrors(refused, typed, reason);
  return {
    typed,
    /** Replaces some of the fields; a preview that was shown no longer holds. */
    set: (change: Partial<Typed>) => {
      setPreview(null);
      setTyped((now) => ({ ...(now as object), ...(change as object) }) as Typed);
    },
    reason,
    setReason,
    reasonNeeded,
    pending,
    /** The last refusal; the same object until the next answer. */
    failure: refused?.failure ?? null,
    /** What it says of fields, but for those that hold something else by now. */
    fieldErrors,
    lostLine,
    /** What would happen; set while it waits to be confirmed. */
    preview,
    overtaken,
    /** Takes the other's value at a place, or one's own again. */
    choose: (path: string, value: JsonValue) => setTyped((now) => withValueAt(now, path, value)),
    /** What is wrong with a field, found by a rule or by the form's own shape, until it is changed. */
    fieldError: (path: string): FieldError | undefined => fieldErrors[path],
    submit: () => void submit(),
    confirmSave: () => void save(),
    backToForm: () => setPreview(null),
  };
}

/** A change form as its parts are handed it, whatever it is about. */
export type AnyChangeForm = Omit<
  ReturnType<typeof useChangeForm<JsonValue, Record<string, JsonValue>, unknown>>,
  "set" | "typed"
>;
