// A request for the doors: what Next.js would hand them. Use with
//   vi.mock("next/headers", async () => (await import("../support/request")).nextHeaders);
//   vi.mock("next/cache", async () => (await import("../support/request")).nextCache);
import { onTestFinished, vi } from "vitest";
import type { Store } from "@/db/store";
import { createTranslate } from "@/messages/translate";
import { signIn } from "@/server/auth/sign-in";
import { PASSWORD } from "./accounts";

const COOKIE = "tien-do.session_token";

interface SetCookie {
  readonly name: string;
  readonly value: string;
  readonly [attribute: string]: unknown;
}

let received = new Headers();
let written: SetCookie[] = [];

export const nextHeaders = {
  headers: () => Promise.resolve(received),
  cookies: () =>
    Promise.resolve({
      set: (name: string, value: string, attributes: object) => written.push({ name, value, ...attributes }),
    }),
};

/** For `vi.mock("next-intl/server", …)`: sentences in Vietnamese. */
export const nextIntlServer = {
  getTranslations: (namespace: string) => {
    const translate = createTranslate("vi");
    return Promise.resolve((key: string, values: object) => translate(`${namespace}.${key}` as never, values as never));
  },
};

export const nextCache = { revalidatePath: vi.fn() };

/** The next request comes with these headers, to a server whose store is this one. */
export function receive(store: Store, headers: Record<string, string> = {}): void {
  const state = globalThis as typeof globalThis & { tienDoStore?: Promise<Store> };
  state.tienDoStore = Promise.resolve(store);
  onTestFinished(() => {
    delete state.tienDoStore;
  });
  received = new Headers({ host: "ten-may:3000", "x-forwarded-proto": "http", ...headers });
  written = [];
}

/** The next request comes from somebody who has signed in just now. */
export async function receiveFrom(store: Store, login: string, headers: Record<string, string> = {}): Promise<void> {
  const fromLibrary = await signIn(store, { login, password: PASSWORD }, new Date());
  const cookie = fromLibrary.getSetCookie().find((line) => line.startsWith(`${COOKIE}=`)) ?? "";
  receive(store, { cookie: cookie.split(";")[0] ?? "", ...headers });
}

/** The cookies that the answer set. */
export function cookiesSet(): readonly SetCookie[] {
  return written;
}
