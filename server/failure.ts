import type * as z from "zod";
import { DatabaseBusy } from "@/db/store/sqlite";
import { DomainError, isErrorCode, type Failure, type FieldError } from "@/domain/errors";
import { log } from "./log";
import { makeSpokenCode } from "./spoken-codes";

const ID_LENGTH = 8;

/** What went wrong, as a door answers it. Whatever was not foreseen is logged and shown as the id of its log line. */
export function failureOf(error: unknown): Failure {
  if (error instanceof DomainError) {
    return { ok: false, code: error.code, values: error.values, fieldErrors: error.fields };
  }
  if (error instanceof DatabaseBusy) return { ok: false, code: "busy", values: {}, fieldErrors: {} };
  const id = makeSpokenCode(ID_LENGTH);
  log().error({ id, err: error }, "unexpected error");
  return { ok: false, code: "unexpected", values: { id }, fieldErrors: {} };
}

/** Zod's findings by field: the first of each counts. Values are the rule's limits (`maximum`, `minimum`), or its own. */
export function invalidInput(error: z.ZodError): DomainError {
  const fields: Record<string, FieldError> = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    fields[path] ??= {
      code: isErrorCode(issue.message) ? issue.message : "invalid_input",
      values: limitsOf(issue),
    };
  }
  return new DomainError("invalid_input", {}, fields);
}

function limitsOf(issue: z.core.$ZodIssue): Failure["values"] {
  if (issue.code === "too_big") return { maximum: Number(issue.maximum) };
  if (issue.code === "too_small") return { minimum: Number(issue.minimum) };
  return issue.code === "custom" ? ((issue.params ?? {}) as Failure["values"]) : {};
}
