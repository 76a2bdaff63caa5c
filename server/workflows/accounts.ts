import { newId } from "@/db/ids";
import {
  findAccountByLogin,
  findPasswordHash,
  deleteSessions,
  insertRoleHoldings,
  updatePassword,
} from "@/db/queries/accounts";
import type { Db, Store } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import type { ChangePasswordInput, NewAccount } from "@/domain/inputs/accounts";
import type { Authorized } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { authOf } from "../auth/auth";
import { hashPassword, verifyPassword } from "../auth/password-hash";
import { clock } from "../clock";
import { recordAudit } from "./audit";

/** Creates an account with its roles, all or nothing; `login_taken` when the login is in use. Answers its id. */
export function createAccount(
  store: Store,
  actor: Authorized<"accounts.manage">,
  account: NewAccount,
): Promise<string> {
  return store.transact((tx) => insertAccount(store, tx, actor, account));
}

/** The same inside a transaction that is running, for work that creates an account among other things. */
export async function insertAccount(store: Store, tx: Db, actor: Actor, account: NewAccount): Promise<string> {
  const { login, displayName, password, mustChangePassword, holdings } = account;
  if (await findAccountByLogin(tx, login)) {
    throw new DomainError("invalid_input", {}, { login: { code: "login_taken", values: {} } });
  }
  const { user } = await authOf(store).api.createUser({
    // The library wants an e-mail address; people here have none, and nothing is ever sent.
    body: {
      email: `${login}@local.invalid`,
      name: displayName,
      password,
      data: { username: login, mustChangePassword },
    },
  });
  const createdAt = clock.now();
  await insertRoleHoldings(
    tx,
    holdings.map(({ role, unitId, from, to }) => ({
      ...{ id: newId(), userId: user.id, role, unitId, createdAt },
      fromOn: from as CalendarDate,
      toOn: to as CalendarDate | null,
    })),
  );
  await recordAudit(tx, actor, {
    action: "account.created",
    subject: { type: "account", id: user.id },
    before: null,
    after: { login, displayName, mustChangePassword, holdings: holdings.map((holding) => ({ ...holding })) },
  });
  return user.id;
}

/**
 * Changes one's own password and ends all sessions of the account, also the one that asks: it signs in anew.
 * Refuses with `wrong_password` or `same_password` at their fields.
 */
export async function changePassword(
  store: Store,
  actor: Authorized<"account.own">,
  input: ChangePasswordInput,
): Promise<void> {
  const userId = actor.accountId;
  const current = userId === null ? null : await findPasswordHash(store.db, userId);
  if (userId === null || current === null) throw new DomainError("forbidden");
  if (!(await verifyPassword(current, input.currentPassword))) throw atField("currentPassword", "wrong_password");
  if (input.password === input.currentPassword) throw atField("password", "same_password");
  const hash = await hashPassword(input.password);
  await store.transact(async (tx) => {
    await updatePassword(tx, userId, hash, clock.realNow().toISOString());
    await deleteSessions(tx, userId);
    await recordAudit(tx, actor, {
      action: "account.password_changed",
      subject: { type: "account", id: userId },
      before: null,
      after: null,
    });
  });
}

function atField(field: string, code: "wrong_password" | "same_password"): DomainError {
  return new DomainError("invalid_input", {}, { [field]: { code, values: {} } });
}
