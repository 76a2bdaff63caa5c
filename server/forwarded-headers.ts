// X-Forwarded-* and Forwarded are believed from trusted proxies only. Anybody can send them, and Next.js takes them at
// their word, so they are removed before Next.js sees the request; it then fills in what the socket says.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** Node announces each request here before its server handles it. */
const REQUEST_BEGINS = "http.server.request.start";

const IPV4_IN_IPV6 = /^::ffff:(?=\d+\.)/;

/**
 * Makes every server of this process drop forwarding headers of requests whose sender is not among these addresses.
 * Answers how to stop.
 */
export function guardForwardedHeaders(trustedProxies: readonly string[]): () => void {
  const drop = (message: unknown) => {
    const { request } = message as { readonly request: IncomingMessage };
    const sender = request.socket.remoteAddress?.replace(IPV4_IN_IPV6, "") ?? "";
    if (!trustedProxies.includes(sender)) dropForwardedHeaders(request);
  };
  subscribe(REQUEST_BEGINS, drop);
  return () => {
    unsubscribe(REQUEST_BEGINS, drop);
  };
}

function dropForwardedHeaders({ headers }: IncomingMessage): void {
  for (const name of Object.keys(headers)) {
    if (name === "forwarded" || name.startsWith("x-forwarded-")) delete headers[name];
  }
}
