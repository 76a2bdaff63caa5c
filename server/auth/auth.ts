// The account library, behind our own doors. Its web addresses are never mounted, for they would go round them: our
// actions and workflows call `auth.api` alone. Tokens leave the server in the session cookie and nowhere else.
import { betterAuth } from "better-auth";
import { admin, username } from "better-auth/plugins";
import { newId } from "@/db/ids";
import type { Store } from "@/db/store";
import { settings } from "../env";
import { log } from "../log";
import { storeAdapter } from "./store-adapter";
import { hashPassword, verifyPassword } from "./password-hash";
import { loadAuthSecret } from "./secret";

/** Prefix of the session cookie's name; the library adds `.session_token`. */
export const COOKIE_PREFIX = "tien-do";

const SECONDS_PER_MINUTE = 60;
const RENEWALS_PER_IDLE_TIME = 12; // a session's end is moved on at most so often, to save writes

interface AuthOptions {
  readonly secret: string;
  readonly sessionIdleMinutes: number;
}

function createAuth(store: Store, { secret, sessionIdleMinutes }: AuthOptions) {
  const idleSeconds = sessionIdleMinutes * SECONDS_PER_MINUTE;
  return betterAuth({
    baseURL: "http://localhost", // used for links in e-mails, of which there are none
    secret,
    database: storeAdapter(store),
    telemetry: { enabled: false },
    logger: { log: (level, message) => log()[level]({ library: "better-auth" }, message) },
    rateLimit: { enabled: false }, // it counts addresses; ours counts per account (workflows/sign-ins)
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      autoSignIn: false,
      minPasswordLength: 1, // domain/passwords decides
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    session: { expiresIn: idleSeconds, updateAge: Math.round(idleSeconds / RENEWALS_PER_IDLE_TIME) },
    user: {
      additionalFields: { mustChangePassword: { type: "boolean", required: true, input: false, defaultValue: false } },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: false, // the attributes are ours (session-cookie.ts): Secure follows the address asked
      database: { generateId: newId },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [username({ minUsernameLength: 3, maxUsernameLength: 30, usernameValidator: isLogin }), admin()],
  });
}

/** Whether a text can be the login of an account. */
export function isLogin(login: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{2,29}$/.test(login);
}

export type Auth = ReturnType<typeof createAuth>;

const instances = new WeakMap<Store, Auth>();

/** The account library on a store; one for each store. */
export function authOf(store: Store): Auth {
  const known = instances.get(store);
  if (known) return known;
  const auth = createAuth(store, {
    secret: loadAuthSecret(settings()),
    sessionIdleMinutes: settings().sessionIdleMinutes,
  });
  instances.set(store, auth);
  return auth;
}
