import { newId } from "@/db/ids";
import {
  findAccountByLogin,
  findPasswordHash,
  deleteSessions,
  insertRoleHoldings,
  updatePassword,
} from "@/db/queries/accounts";
import { findPreference, savePreference } from "@/db/queries/preferences";
import { listUnits } from "@/db/queries/units";
import type { Db, Store } from "@/db/store";
import { checkHoldings, checkHoldingUnits } from "@/domain/accounts";
import type { CalendarDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import type { ChangePasswordInput, NewAccount, OpenAccount, SaveMail } from "@/domain/inputs/accounts";
import type { Authorized } from "@/domain/permissions";
import { lastDayOfOneTime } from "@/domain/passwords";
import type { Actor } from "@/domain/roles";
import { authOf } from "../auth/auth";
import { hashPassword, verifyPassword } from "../auth/password-hash";
import { clock, dayInVietnam } from "../clock";
import { makeOneTimePassword } from "../one-time-passwords";
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

/** What is handed to the person of an account: shown once, kept nowhere. */
export interface OneTimeSignIn {
  readonly accountId: string;
  readonly login: string;
  readonly displayName: string;
  readonly password: string;
  /** The last day on which the password lets in. */
  readonly until: CalendarDate;
}

/** The last day of a one-time password that is made now. */
export function lastDayFromNow(): CalendarDate {
  return lastDayOfOneTime(dayInVietnam(clock.realNow()));
}

/**
 * Opens an account for somebody else, with a password that is made here and must be changed at the first sign-in. It
 * cannot be undone: accounts are suspended, never deleted. Refuses with `login_taken`, `holding_overlaps` and, where a
 * role's unit does not exist then, `unit_not_there`, at their fields.
 */
export function openAccount(
  store: Store,
  actor: Authorized<"accounts.manage">,
  { login, displayName, holdings }: OpenAccount,
): Promise<OneTimeSignIn> {
  return store.transact(async (tx) => {
    checkHoldings([], holdings, actor.on);
    checkHoldingUnits(await listUnits(tx), holdings);
    return insertOneTimeAccount(store, tx, actor, { login, displayName, holdings });
  });
}

/** The same for roles that were checked, inside a transaction that is running. */
export async function insertOneTimeAccount(
  store: Store,
  tx: Db,
  actor: Actor,
  account: OpenAccount,
): Promise<OneTimeSignIn> {
  const { login, displayName } = account;
  const password = makeOneTimePassword(login);
  const holdings = account.holdings.map(({ role, unitId, from, to }) => ({ role, unitId, from, to }));
  const person = { login, displayName, password };
  const accountId = await insertAccount(store, tx, actor, { ...person, mustChangePassword: true, holdings });
  return { accountId, ...person, until: lastDayFromNow() };
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
    await updatePassword(tx, userId, { hash, mustChange: false }, clock.realNow().toISOString());
    await deleteSessions(tx, userId);
    await recordAudit(tx, actor, {
      action: "account.password_changed",
      subject: { type: "account", id: userId },
      before: null,
      after: null,
    });
  });
}

/** Stores where one's own reminders go, null for nowhere, and in which language. The log keeps that there is an address, not which. */
export function saveMail(store: Store, actor: Authorized<"account.own">, { mail, language }: SaveMail): Promise<null> {
  const userId = actor.accountId;
  if (userId === null) throw new DomainError("forbidden");
  return store.transact(async (tx) => {
    const before = await findPreference(tx, userId, "mail");
    await savePreference(tx, userId, "mail", mail);
    await savePreference(tx, userId, "mail_language", language);
    const told = (address: string | null) => ({ mail: address === null ? null : "given" });
    await recordAudit(tx, actor, {
      action: "account.changed",
      subject: { type: "account", id: userId },
      before: told(before),
      after: told(mail),
    });
    return null;
  });
}

function atField(field: string, code: "wrong_password" | "same_password"): DomainError {
  return new DomainError("invalid_input", {}, { [field]: { code, values: {} } });
}
