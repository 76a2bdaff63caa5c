import { beforeEach, describe, expect, it, vi } from "vitest";
import { setSessionCookie } from "@/server/auth/session-cookie";
import { settings } from "@/server/env";
import { requestOrigins } from "@/server/request-address";
import { signInAction, signOutAction } from "@/server/actions/sign-in";
import { addAccount, PASSWORD } from "../support/accounts";
import { openFreshStore } from "../support/databases";
import { cookiesSet, receive, receiveFrom } from "../support/request";

vi.mock("next/headers", async () => (await import("../support/request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/request")).nextCache);
vi.mock("@/server/env", async (load) => {
  const actual = await load<{ settings: typeof settings }>();
  return { ...actual, settings: vi.fn(actual.settings) };
});

const plain = settings();

beforeEach(() => {
  vi.mocked(settings).mockReturnValue(plain);
});

function useBaseUrl(address: string | null) {
  vi.mocked(settings).mockReturnValue({ ...plain, baseUrl: address === null ? null : new URL(address) });
}

const fromLibrary = new Headers({ "set-cookie": "tien-do.session_token=abc.d%2Be%3D; Max-Age=3600; Secure" });

describe("the session cookie", () => {
  it.each([
    ["https", null, true],
    ["http", null, false],
    ["http", "https://tiendo.xa.gov.vn", true],
    ["https", "http://ten-may:3000", false],
  ])("asked over %s with BASE_URL %s: Secure %s", async (scheme, baseUrl, secure) => {
    receive(await openFreshStore("sqlite"), { "x-forwarded-proto": scheme });
    useBaseUrl(baseUrl);
    await setSessionCookie(fromLibrary);
    const attributes = { httpOnly: true, sameSite: "lax", path: "/", secure };
    expect(cookiesSet()).toEqual([{ name: "tien-do.session_token", value: "abc.d+e=", ...attributes }]);
  });

  it("is set by signing in and taken away, in the database too, by signing out", async () => {
    const store = await openFreshStore("sqlite");
    await addAccount(store, "anna");
    receive(store);
    const form = new FormData();
    for (const [name, value] of Object.entries({ login: " Anna ", password: PASSWORD, next: "/audit?action=x" })) {
      form.set(name, value);
    }
    await expect(signInAction(null, form)).rejects.toMatchObject({
      digest: expect.stringContaining("/audit?action=x") as string,
    });
    expect(cookiesSet()).toEqual([expect.objectContaining({ name: "tien-do.session_token" })]);

    await receiveFrom(store, "anna");
    await expect(signOutAction()).rejects.toMatchObject({ digest: expect.stringContaining("/sign-in") as string });
    expect(cookiesSet()).toEqual([expect.objectContaining({ value: "", maxAge: 0 })]);
    expect(await store.db.select().from(store.db.tables.sessions)).toHaveLength(1); // the first one
  });
});

describe("the addresses that count as this server's own", () => {
  it("are the one asked, and BASE_URL", () => {
    const asked = new Headers({ host: "127.0.0.1:3000", "x-forwarded-host": "ten-may", "x-forwarded-proto": "https" });
    expect(requestOrigins(asked)).toEqual(["https://ten-may"]);
    useBaseUrl("https://tiendo.xa.gov.vn/");
    expect(requestOrigins(asked)).toEqual(["https://tiendo.xa.gov.vn", "https://ten-may"]);
    expect(requestOrigins(new Headers())).toEqual(["https://tiendo.xa.gov.vn"]);
  });
});
