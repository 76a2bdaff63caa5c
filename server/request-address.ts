// Under which address this server was asked. X-Forwarded-* is true here: what an untrusted sender put in was removed
// before (server/forwarded-headers.ts), and Next.js fills in what the socket says.
import { settings } from "./env";

interface HeaderReader {
  get(name: string): string | null;
}

function first(value: string | null): string | null {
  return value?.split(",")[0]?.trim() || null;
}

/** Origins that count as this server's own: the address asked, and BASE_URL where it is set. */
export function requestOrigins(headers: HeaderReader): string[] {
  const host = first(headers.get("x-forwarded-host")) ?? headers.get("host");
  const asked = host ? [`${protocolOf(headers)}://${host}`] : [];
  const base = settings().baseUrl;
  return base ? [base.origin, ...asked] : asked;
}

/** Whether the person's browser speaks https with us: by BASE_URL where it is set, else by this request. */
export function isEncrypted(headers: HeaderReader): boolean {
  const base = settings().baseUrl;
  return base ? base.protocol === "https:" : protocolOf(headers) === "https";
}

function protocolOf(headers: HeaderReader): "http" | "https" {
  return first(headers.get("x-forwarded-proto")) === "https" ? "https" : "http";
}
