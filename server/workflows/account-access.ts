// Whether an account gets in: suspending and restoring, a new password, ending sessions, taking a lock away.
import {
  countOpenSessions,
  deleteSessions,
  findAccount,
  updatePassword,
  updateSuspension,
  type AccountRow,
} from "@/db/queries/accounts";
import { deleteLoginFailures } from "@/db/queries/login-failures";
import type { Db, ReadDb, Store } from "@/db/store";
import { DomainError } from "@/domain/errors";
import type { SuspendAccount, SuspensionState } from "@/domain/inputs/accounts";
import type { Authorized } from "@/domain/permissions";
import { hashPassword } from "../auth/password-hash";
import { clock } from "../clock";
import { makeOneTimePassword } from "../one-time-passwords";
import { lastDayFromNow, type OneTimeSignIn } from "./accounts";
import { recordAudit } from "./audit";
import { applyChange, type ChangeAnswer } from "./changes";
import { refuseOvertaken } from "./overtaken";

type Manager = Authorized<"accounts.manage">;

/** Whether an account is suspended, and why, as its form is filled from it. */
export function suspensionOf({ suspended, suspensionNote: note }: AccountRow): SuspensionState {
  return { suspended, note };
}

/**
 * Suspends an account, whose sessions end at once, or restores it. Refuses with `not_oneself`, with `overtaken` when
 * somebody else was faster, and with `office_must_remain`.
 */
export function suspendAccount(store: Store, actor: Manager, input: SuspendAccount): Promise<ChangeAnswer<null>> {
  const { accountId, mode, base, typed, reason } = input;
  const work = async (tx: Db) => {
    const account = await otherAccount(tx, actor, accountId);
    const subject = { type: "account", id: accountId } as const;
    const before = suspensionOf(account);
    const wanted = { suspended: typed.suspended, note: typed.suspended ? typed.note : null };
    await refuseOvertaken(tx, subject, { base, current: before });
    await updateSuspension(tx, accountId, wanted, clock.realNow().toISOString());
    if (typed.suspended) await deleteSessions(tx, accountId);
    const action = typed.suspended ? "account.suspended" : "account.restored";
    const after = { ...wanted, ...(reason !== null && { reason }) };
    return { event: { action, subject, before, after } as const, data: null };
  };
  return applyChange(store, actor, { mode, measured: false, work });
}

/**
 * Gives an account a new one-time password, which its person changes at the next sign-in; its sessions end and it is
 * unlocked. It cannot be undone. One's own password is changed, not reset (`not_oneself`).
 */
export async function resetPassword(store: Store, actor: Manager, accountId: string): Promise<OneTimeSignIn> {
  const { login } = await otherAccount(store.db, actor, accountId);
  const password = makeOneTimePassword(login);
  const hash = await hashPassword(password);
  return store.transact(async (tx) => {
    const { displayName } = await otherAccount(tx, actor, accountId);
    await updatePassword(tx, accountId, { hash, mustChange: true }, clock.realNow().toISOString());
    await deleteSessions(tx, accountId);
    await deleteLoginFailures(tx, login);
    const subject = { type: "account", id: accountId } as const;
    await recordAudit(tx, actor, { action: "account.password_reset", subject, before: null, after: null });
    return { accountId, login, displayName, password, until: lastDayFromNow() };
  });
}

/** Ends all sessions of an account; it cannot be undone. Answers how many there were. */
export function endSessions(store: Store, actor: Manager, accountId: string): Promise<number> {
  return store.transact(async (tx) => {
    await otherAccount(tx, actor, accountId);
    const open = (await countOpenSessions(tx, clock.realNow().toISOString())).get(accountId) ?? 0;
    await deleteSessions(tx, accountId);
    const subject = { type: "account", id: accountId } as const;
    await recordAudit(tx, actor, { action: "account.sessions_ended", subject, before: null, after: null });
    return open;
  });
}

/** Lets an account try again before its lock ends by itself. */
export function unlockAccount(store: Store, actor: Manager, accountId: string): Promise<void> {
  return store.transact(async (tx) => {
    const { login } = await knownAccount(tx, accountId);
    await deleteLoginFailures(tx, login);
    const subject = { type: "account", id: accountId } as const;
    await recordAudit(tx, actor, { action: "account.unlocked", subject, before: null, after: null });
  });
}

async function knownAccount(db: ReadDb, accountId: string): Promise<AccountRow> {
  const account = await findAccount(db, accountId);
  if (!account) throw new DomainError("not_found");
  return account;
}

async function otherAccount(db: ReadDb, actor: Manager, accountId: string): Promise<AccountRow> {
  if (actor.accountId === accountId) throw new DomainError("not_oneself");
  return knownAccount(db, accountId);
}
