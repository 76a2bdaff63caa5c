import http from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { guardForwardedHeaders } from "@/server/forwarded-headers";

/** The forwarding headers that a server sees of a request from this machine. */
async function seenFrom(trustedProxies: readonly string[]): Promise<string[]> {
  onTestFinished(guardForwardedHeaders(trustedProxies));
  let seen: string[] = [];
  const server = http.createServer((request, response) => {
    seen = Object.keys(request.headers).filter((name) => name.includes("forwarded"));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const headers = { Forwarded: "proto=https", "X-Forwarded-Proto": "https", "x-forwarded-host": "elsewhere" };
  await (await fetch(`http://127.0.0.1:${port}/`, { headers })).text();
  return seen.sort();
}

describe("forwarding headers", () => {
  it.each([[[]], [["10.0.0.1"]]])("are dropped when anybody sends them (trusted: %j)", async (trusted) => {
    expect(await seenFrom(trusted)).toEqual([]);
  });

  it("are kept from a trusted proxy", async () => {
    expect(await seenFrom(["127.0.0.1"])).toEqual(["forwarded", "x-forwarded-host", "x-forwarded-proto"]);
  });
});
