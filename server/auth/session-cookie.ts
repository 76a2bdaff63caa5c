import "server-only";
import { cookies, headers } from "next/headers";
import { isEncrypted } from "../request-address";
import { COOKIE_PREFIX } from "./auth";

const NAME = `${COOKIE_PREFIX}.session_token`;

/**
 * Hands the session cookie that the account library wrote to the browser, with our attributes: Secure when the
 * address asked is https, so that signing in works over plain http in a LAN too; gone when the browser is closed.
 */
export async function setSessionCookie(fromLibrary: Headers): Promise<void> {
  const line = fromLibrary.getSetCookie().find((cookie) => cookie.startsWith(`${NAME}=`));
  const encoded = line?.slice(NAME.length + 1).split(";")[0];
  if (!encoded) throw new Error("the account library set no session cookie");
  (await cookies()).set(NAME, decodeURIComponent(encoded), await attributes());
}

/** Takes the session cookie away from the browser. */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(NAME, "", { ...(await attributes()), maxAge: 0 });
}

async function attributes() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isEncrypted(await headers()) } as const;
}

/** The request's cookies alone, as the account library reads them. */
export async function cookieHeaders(): Promise<Headers> {
  return new Headers({ cookie: (await headers()).get("cookie") ?? "" });
}
