// A reverse proxy that speaks https to the browser and http to the server, as an office puts one before it.
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";

/** A key that no server outside the tests ever uses. */
const credentials = {
  key: readFileSync("tests/support/https/test-only.key"),
  cert: readFileSync("tests/support/https/test-only.crt"),
};

/** Starts the proxy on a free port of 127.0.0.1; `target` is the server's address. */
export async function startHttpsProxy(
  target: string,
): Promise<{ readonly address: string; readonly stop: () => void }> {
  const { hostname, port } = new URL(target);
  const server = createServer(credentials, (incoming, outgoing) => {
    const headers = {
      ...incoming.headers,
      "x-forwarded-proto": "https",
      "x-forwarded-host": incoming.headers.host ?? "",
    };
    const passed = request({ hostname, port, path: incoming.url, method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on("error", () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `https://localhost:${(server.address() as AddressInfo).port}`;
  return {
    address,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
