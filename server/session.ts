import "server-only";
import { cache } from "react";
import { listRoleHoldings } from "@/db/queries/accounts";
import { DomainError } from "@/domain/errors";
import { authorize, type Authorized, type Permission } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { authOf } from "./auth/auth";
import { cookieHeaders } from "./auth/session-cookie";
import { clock } from "./clock";
import { getStore } from "./store";

export interface Session {
  readonly actor: Actor;
  /** True after a password was set by somebody else: nothing but changing it is allowed. */
  readonly mustChangePassword: boolean;
}

/** Who sends this request, null without a valid session. Read once per request; roles are read anew each time. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const store = await getStore();
  const found = await authOf(store).api.getSession({ headers: await cookieHeaders() });
  if (!found || found.user.banned) return null;
  const { user } = found;
  return {
    actor: {
      accountId: user.id,
      login: user.username ?? "",
      displayName: user.name,
      holdings: await listRoleHoldings(store.db, user.id),
    },
    mustChangePassword: user.mustChangePassword,
  };
});

/**
 * The sender of this request as one who may use a permission today. DomainError `session_expired`,
 * `password_change_required` or `forbidden` otherwise.
 */
export async function requireAuthorized<P extends Permission>(permission: P): Promise<Authorized<P>> {
  const session = await currentSession();
  if (!session) throw new DomainError("session_expired");
  if (session.mustChangePassword && permission !== "account.own") throw new DomainError("password_change_required");
  return authorize(session.actor, permission, clock.today());
}
