import "server-only";
import { headers } from "next/headers";
import { hasOfficeAccount, listAccounts } from "@/db/queries/accounts";
import { may } from "@/domain/permissions";
import { clock } from "../clock";
import { settings } from "../env";
import { isEncrypted } from "../request-address";
import { currentSession } from "../session";
import { getStore } from "../store";
import { DEMO_PASSWORD } from "../workflows/demo-accounts";

let setUp = false;

/** Whether there is an office account. Once there is, there always is one: accounts are suspended, never deleted. */
export async function isSetUp(): Promise<boolean> {
  setUp ||= await hasOfficeAccount((await getStore()).db);
  return setUp;
}

/** What the sign-in page of a demo offers: the accounts that its one password lets in. */
export interface DemoSignIn {
  readonly password: string;
  readonly accounts: readonly { readonly login: string; readonly displayName: string }[];
}

/** The demo's accounts; null on every other server. */
export async function loadDemoSignIn(): Promise<DemoSignIn | null> {
  if (!settings().demo) return null;
  const accounts = await listAccounts((await getStore()).db);
  const usable = accounts.filter(({ suspended, mustChangePassword }) => !suspended && !mustChangePassword);
  return { password: DEMO_PASSWORD, accounts: usable.map(({ login, displayName }) => ({ login, displayName })) };
}

/** Whether this request came over plain http from another machine, where others in the network could read along. */
export async function isReadableByOthers(): Promise<boolean> {
  const received = await headers();
  const host = (received.get("host") ?? "").replace(/:\d+$/, "");
  return !isEncrypted(received) && !["localhost", "127.0.0.1", "[::1]"].includes(host);
}

/** Whether the sender of this request may set terms up today. */
export async function maySetUp(): Promise<boolean> {
  const session = await currentSession();
  return session !== null && may(session.actor, "terms.configure", null, clock.today());
}
