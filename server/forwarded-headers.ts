// X-Forwarded-* and Forwarded are believed from trusted proxies only. Anybody can send them, and Next.js takes them at
// their word, so they are removed at the socket, before Next.js sees the request; it then fills in what is true.
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { settings } from "./env";

const IPV4_IN_IPV6 = /^::ffff:(?=\d+\.)/;

/** Removes forwarding headers from a request whose sender is not among the trusted proxies' addresses. */
export function dropUntrustedHeaders(request: IncomingMessage, trustedProxies: readonly string[]): void {
  const sender = request.socket.remoteAddress?.replace(IPV4_IN_IPV6, "") ?? "";
  if (trustedProxies.includes(sender)) return;
  for (const name of Object.keys(request.headers)) {
    if (name === "forwarded" || name.startsWith("x-forwarded-")) delete request.headers[name];
  }
}

/** Makes every server of this process drop untrusted forwarding headers; called once at start. */
export function guardForwardedHeaders(): void {
  for (const prototype of [http.Server.prototype, https.Server.prototype]) {
    const emit = prototype.emit as (this: http.Server, event: string, ...args: unknown[]) => boolean;
    prototype.emit = function (this: http.Server, event: string, ...args: unknown[]): boolean {
      if (event === "request" || event === "upgrade") {
        dropUntrustedHeaders(args[0] as IncomingMessage, settings().trustedProxies);
      }
      return emit.call(this, event, ...args);
    } as typeof prototype.emit;
  }
}
