// Two people edit the same thing: the second is told what the first did, and nothing that was typed is lost.
import { findLastChange } from "@/db/queries/changes";
import type { ReadDb } from "@/db/store";
import { canonicalText, type AuditSubject, type JsonValue } from "@/domain/audit";
import { DomainError } from "@/domain/errors";

interface Versions {
  /** What the form was filled from. */
  readonly base: JsonValue;
  /** What is stored now. */
  readonly current: JsonValue;
}

/**
 * Refuses a form that was filled from a state which is no longer the stored one (`overtaken`, with the present state as
 * JSON text, who brought it about and when, UTC; empty where it was no change of the settings).
 */
export async function refuseOvertaken(
  db: ReadDb,
  subject: { readonly type: AuditSubject; readonly id: string },
  { base, current }: Versions,
): Promise<void> {
  if (canonicalText(base) === canonicalText(current)) return;
  const last = await findLastChange(db, subject);
  throw new DomainError("overtaken", {
    current: canonicalText(current),
    name: last?.actorName ?? "",
    at: last?.at ?? "",
  });
}
