// The settings of a running server, read once from the environment. Everything has a default that works on one PC.
import { isIP } from "node:net";
import { dirname, resolve } from "node:path";
import * as z from "zod";

const flag = z
  .string()
  .optional()
  .transform((text) => text === "1" || text === "true");

const schema = z.object({
  /** `file:…` for SQLite or `postgres://…`. */
  DATABASE_URL: z.string().default("file:data/tien-do.sqlite"),
  /** Where secrets are kept; without it the folder of the SQLite file, else `data`. */
  DATA_DIR: z.string().optional(),
  /** The one address under which the server is used, `https://…` or `http://…`; without it cookies follow each request. */
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Addresses of proxies whose X-Forwarded-* headers are believed, separated by commas. */
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().refine((address) => isIP(address) !== 0, "not an IP address"))),
  /** Key of the session cookies; made at first start when it is not given. */
  AUTH_SECRET: z.string().min(32).optional(),
  /** Minutes without a request after which one must sign in again. */
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(10_080).default(60),
  /** The mail server for reminders, `smtp://host:25` or `smtps://name:password@host`; without it nothing is mailed. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom reminders come from, `Tiến Độ <tiendo@dang-uy.local>`; needed with SMTP_URL. */
  MAIL_FROM: z.string().max(200).optional(),
  TIENDO_DEMO: flag,
  /** Serves the page that the overview's speed is compared with. */
  TIENDO_BENCH: flag,
  /** Overrides the day that counts as today (`YYYY-MM-DD`); for tests. */
  TIENDO_TODAY: z.iso.date().optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
});

/** Where reminders are mailed through, and from whom. */
export interface MailSettings {
  readonly url: string;
  readonly from: string;
}

export interface Settings {
  readonly databaseUrl: string;
  /** Absolute. */
  readonly dataDirectory: string;
  readonly baseUrl: URL | null;
  readonly trustedProxies: readonly string[];
  readonly authSecret: string | null;
  readonly sessionIdleMinutes: number;
  /** Null where no mail server is configured. */
  readonly mail: MailSettings | null;
  readonly demo: boolean;
  readonly bench: boolean;
  readonly today: string | null;
  readonly logLevel: z.output<typeof schema>["LOG_LEVEL"];
}

/** A setting that cannot be read; the message names it, in one line. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/** Settings from environment variables; throws a SettingsError for the first that cannot be read. */
export function parseSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = schema.safeParse(withoutBlanks(environment));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new SettingsError(`${issue?.path[0]?.toString() ?? "environment"}: ${issue?.message ?? "invalid"}`);
  }
  const read = parsed.data;
  return {
    databaseUrl: read.DATABASE_URL,
    dataDirectory: resolve(/* turbopackIgnore: true */ read.DATA_DIR ?? folderOf(read.DATABASE_URL)),
    baseUrl: read.BASE_URL ? new URL(read.BASE_URL) : null,
    trustedProxies: read.TRUSTED_PROXIES,
    authSecret: read.AUTH_SECRET ?? null,
    sessionIdleMinutes: read.SESSION_IDLE_MINUTES,
    mail: mailOf(read.SMTP_URL, read.MAIL_FROM),
    demo: read.TIENDO_DEMO,
    bench: read.TIENDO_BENCH,
    today: read.TIENDO_TODAY ?? null,
    logLevel: read.LOG_LEVEL,
  };
}

function mailOf(url: string | undefined, from: string | undefined): MailSettings | null {
  if (url === undefined) return null;
  if (from === undefined) throw new SettingsError("MAIL_FROM: needed with SMTP_URL");
  return { url, from };
}

/** A variable that is set to nothing counts as one that is not set. */
function withoutBlanks(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(environment).map(([name, value]) => [name, value?.trim() ?? ""] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}

function folderOf(databaseUrl: string): string {
  if (!databaseUrl.startsWith("file:")) return "data";
  const path = databaseUrl.slice("file:".length).replace(/^\/\/(?=\/)/, "");
  return dirname(path);
}

let current: Settings | undefined;

/** The settings of this process, read at the first call. */
export function settings(): Settings {
  return (current ??= parseSettings(process.env));
}
