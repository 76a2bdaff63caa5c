import "server-only";
import { DomainError } from "@/domain/errors";
import type { Authorized, Permission } from "@/domain/permissions";

/**
 * The sender of a background request as the account whose page made it. DomainError `session_expired` when somebody
 * else has signed in since: that page's session is over, and what was typed in it is not theirs to send.
 */
export function requireSameAccount<P extends Permission>(actor: Authorized<P>, accountId?: string): Authorized<P> {
  if (accountId !== undefined && actor.accountId !== accountId) throw new DomainError("session_expired");
  return actor;
}
