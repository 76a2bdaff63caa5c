import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "../env";

const FILE_NAME = "auth-secret";
const BYTES = 32;

/**
 * The key that signs session cookies: AUTH_SECRET where it is given, else one kept in the data folder, made at the
 * first start and readable by its owner only. Losing it signs everybody out and harms nothing else.
 */
export function loadAuthSecret({ authSecret, dataDirectory }: Pick<Settings, "authSecret" | "dataDirectory">): string {
  if (authSecret) return authSecret;
  const path = join(dataDirectory, FILE_NAME);
  mkdirSync(dataDirectory, { recursive: true });
  try {
    // "wx" fails when another process made it a moment ago; then that one is read.
    writeFileSync(path, randomBytes(BYTES).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(path, "utf8").trim();
}
