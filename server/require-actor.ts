// The door of every page. A page that does not pass through it shows nothing that is stored.
import "server-only";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { may, authorize, type Authorized, type Permission } from "@/domain/permissions";
import { safeAddress } from "@/domain/inputs/sign-in";
import { ADDRESS_HEADER } from "./address-header";
import { clock } from "./clock";
import { isSetUp } from "./loaders/session";
import { currentSession } from "./session";

/**
 * The person who asks for a page, as one who may use its permission today. Without a session the browser is sent to
 * sign in and comes back afterwards (before the first office account, to the first-run page); without the permission
 * the answer is the page that says so, with status 403.
 */
export async function requireActor<P extends Permission>(permission: P): Promise<Authorized<P>> {
  const session = await currentSession();
  const address = safeAddress((await headers()).get(ADDRESS_HEADER));
  if (!session) redirect((await isSetUp()) ? withNext("/sign-in", address) : "/first-run");
  if (session.mustChangePassword && permission !== "account.own") redirect(withNext("/change-password", address));
  if (!may(session.actor, permission, null, clock.today())) forbidden();
  return authorize(session.actor, permission, clock.today());
}

function withNext(page: string, address: string): string {
  return address === "/" ? page : `${page}?next=${encodeURIComponent(address)}`;
}
