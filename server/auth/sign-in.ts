import { isAPIError } from "better-auth/api";
import { deleteSession, listOneTimePasswords } from "@/db/queries/accounts";
import type { Store } from "@/db/store";
import { DomainError } from "@/domain/errors";
import { lastDayOfOneTime } from "@/domain/passwords";
import { dayInVietnam } from "../clock";
import { beginAttempt, failAttempt, recordSignIn } from "../workflows/sign-ins";
import { authOf, isLogin } from "./auth";
import { hashPassword } from "./password-hash";

interface Credentials {
  readonly login: string;
  readonly password: string;
}

/**
 * Checks a login and password and opens a session; answers the headers that carry its cookie. A wrong name and a wrong
 * password are the same `sign_in_failed` after the same time; too many end in `account_locked`.
 * The right password of a suspended account is answered with `account_suspended`, a one-time one that is too old with
 * `one_time_password_over`.
 */
export async function signIn(store: Store, { login, password }: Credentials, now: Date): Promise<Headers> {
  if (!isLogin(login)) {
    await hashPassword(password); // no account can have this name; take the time all the same
    throw new DomainError("sign_in_failed");
  }
  await beginAttempt(store, login, now);
  const opened = await openSession(store, { login, password });
  if (!opened) return failAttempt(store, login, now);
  const { user, token } = opened.response;
  try {
    await refuseExpired(store, user.id, now);
    await recordSignIn(store, { accountId: user.id, login, displayName: user.name, holdings: [] });
  } catch (error) {
    await store.transact((tx) => deleteSession(tx, token)); // no session that the log does not know of
    throw error;
  }
  return opened.headers;
}

async function refuseExpired(store: Store, userId: string, now: Date): Promise<void> {
  const madeAt = (await listOneTimePasswords(store.db, userId)).get(userId);
  if (madeAt === undefined) return;
  const until = lastDayOfOneTime(dayInVietnam(new Date(madeAt)));
  if (until < dayInVietnam(now)) throw new DomainError("one_time_password_over", { day: until });
}

async function openSession(store: Store, { login: username, password }: Credentials) {
  try {
    return await authOf(store).api.signInUsername({ body: { username, password }, returnHeaders: true });
  } catch (error) {
    if (!isAPIError(error)) throw error;
    if (error.body?.code === "BANNED_USER") throw new DomainError("account_suspended");
    if (error.statusCode >= 500) throw error;
    return null;
  }
}
