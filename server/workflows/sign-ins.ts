// Signing in as far as it is not the library's: the lock per account, and its traces in the audit log.
import {
  deleteLoginFailures,
  deleteLoginFailuresBefore,
  findLoginFailures,
  saveLoginFailures,
} from "@/db/queries/login-failures";
import type { Db, Store } from "@/db/store";
import { DomainError } from "@/domain/errors";
import type { Actor } from "@/domain/roles";
import { countAttempt, forgetBefore, minutesLocked, type FailureCount } from "@/domain/sign-in-locks";
import { nobody, recordAudit } from "./audit";

/**
 * Counts an attempt on a name before it is checked. Refuses a locked name with `account_locked` and its minutes; one
 * that belongs to no account is counted and locked in the same way, so that names cannot be told apart.
 */
export async function beginAttempt(store: Store, name: string, now: Date): Promise<void> {
  await store.transact(async (tx) => {
    const count = await readCount(tx, name);
    const minutes = minutesLocked(count, now.getTime());
    if (minutes > 0) throw new DomainError("account_locked", { minutes });
    await deleteLoginFailuresBefore(tx, new Date(forgetBefore(now.getTime())).toISOString());
    await saveCount(tx, name, countAttempt(count, now.getTime()));
  });
}

/** Records that an attempt failed; the one that locks the name is answered with `account_locked`. */
export async function failAttempt(store: Store, name: string, now: Date): Promise<never> {
  const minutes = await store.transact(async (tx) => {
    const locked = minutesLocked(await readCount(tx, name), now.getTime());
    const subject = { type: "account", id: name } as const;
    const action = locked > 0 ? "account.locked" : "account.sign_in_failed";
    await recordAudit(tx, nobody, { action, subject, before: null, after: null });
    return locked;
  });
  throw minutes > 0 ? new DomainError("account_locked", { minutes }) : new DomainError("sign_in_failed");
}

/** Records that somebody signed in, and forgets the attempts that failed before. */
export async function recordSignIn(store: Store, actor: Actor): Promise<void> {
  await store.transact(async (tx) => {
    await deleteLoginFailures(tx, actor.login);
    await recordAudit(tx, actor, { action: "account.signed_in", subject: accountOf(actor), before: null, after: null });
  });
}

/** Records that somebody signed out. */
export async function recordSignOut(store: Store, actor: Actor): Promise<void> {
  await store.transact((tx) =>
    recordAudit(tx, actor, { action: "account.signed_out", subject: accountOf(actor), before: null, after: null }),
  );
}

function accountOf(actor: Actor) {
  return { type: "account", id: actor.accountId ?? "" } as const;
}

async function readCount(tx: Db, name: string): Promise<FailureCount | null> {
  const row = await findLoginFailures(tx, name);
  if (!row) return null;
  const lockedUntil = row.lockedUntilAt === null ? null : Date.parse(row.lockedUntilAt);
  return { failures: row.failures, lastFailedAt: Date.parse(row.lastFailedAt), lockedUntil };
}

async function saveCount(tx: Db, name: string, count: FailureCount): Promise<void> {
  await saveLoginFailures(tx, {
    login: name,
    failures: count.failures,
    lastFailedAt: new Date(count.lastFailedAt).toISOString(),
    lockedUntilAt: count.lockedUntil === null ? null : new Date(count.lockedUntil).toISOString(),
  });
}
