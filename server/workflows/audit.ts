import { appendAudit } from "@/db/queries/audit";
import type { Db } from "@/db/store";
import type { AuditEvent } from "@/domain/audit";
import type { Actor } from "@/domain/roles";
import { clock } from "../clock";

/** Writes what an actor did to the audit log, now and in the same transaction as the deed. */
export async function recordAudit(tx: Db, actor: Actor, event: AuditEvent): Promise<void> {
  const { accountId: id, login, displayName: name } = actor;
  await appendAudit(tx, { ...event, actor: { id, login, name }, at: clock.now() });
}

/** Stands in the log for somebody who is not signed in. */
export const nobody: Actor = { accountId: null, login: "", displayName: "", holdings: [] };
