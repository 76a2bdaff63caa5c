import * as z from "zod";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { DatabaseBusy } from "@/db/store/sqlite";
import { DomainError } from "@/domain/errors";
import { defineRoute } from "@/server/define-route";
import { addAccount, officeHolding } from "../support/accounts";
import { openFreshStore } from "../support/databases";
import { receive, receiveFrom } from "../support/request";

vi.mock("next/headers", async () => (await import("../support/request")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("../support/request")).nextIntlServer);

beforeEach(() => {
  vi.clearAllMocks();
});

const run = vi.fn((context: { readonly input: object }): Promise<unknown> => Promise.resolve(context.input));

const route = defineRoute({
  permission: "terms.configure",
  input: z.object({ code: z.string().min(1, "required"), name: z.string().optional() }),
  run,
});

const ORIGIN = "http://ten-may:3000";

function call(request: Request, params: Record<string, string> = {}) {
  return route(request, { params: Promise.resolve(params) });
}

function post(body: string, headers: Record<string, string> = { origin: ORIGIN }) {
  return new Request(`${ORIGIN}/api/terms`, { method: "POST", body, headers });
}

async function receiveFromOffice() {
  const store = await openFreshStore("sqlite");
  await addAccount(store, "anna");
  await receiveFrom(store, "anna");
}

async function answerOf(response: Response) {
  return { status: response.status, body: (await response.json()) as unknown };
}

describe("defineRoute", () => {
  it("reads the query of a GET; the address's own parts go before it", async () => {
    await receiveFromOffice();
    const response = await call(new Request(`${ORIGIN}/api/terms/a?code=b&name=c`), { code: "a" });
    expect(await answerOf(response)).toEqual({ status: 200, body: { ok: true, data: { code: "a", name: "c" } } });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("reads the JSON body of a write from its own origin", async () => {
    await receiveFromOffice();
    const response = await call(post(JSON.stringify({ code: "a" })));
    expect(await answerOf(response)).toEqual({ status: 200, body: { ok: true, data: { code: "a" } } });
  });

  it.each([
    ["another site", { origin: "http://elsewhere:3000" }],
    ["another port", { origin: "http://ten-may:4000" }],
    ["another scheme", { origin: "https://ten-may:3000" }],
    ["a sandboxed page", { origin: "null" }],
    ["nowhere", {}],
  ])("refuses a write from %s", async (_name, headers) => {
    await receiveFromOffice();
    const response = await call(post(JSON.stringify({ code: "a" }), headers));
    expect(await answerOf(response)).toMatchObject({ status: 403, body: { code: "cross_origin" } });
    expect(run).not.toHaveBeenCalled();
  });

  it("answers 401 without a session and 403 without the permission", async () => {
    const store = await openFreshStore("sqlite");
    await addAccount(store, "kiemtra", [{ ...officeHolding, role: "inspector" }]);
    receive(store);
    expect(await answerOf(await call(post("{}")))).toMatchObject({ status: 401, body: { code: "session_expired" } });
    await receiveFrom(store, "kiemtra");
    expect(await answerOf(await call(post("{}")))).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect(run).not.toHaveBeenCalled();
  });

  it.each([
    ["no JSON", "{", 422, "invalid_input"],
    ["no object", "[1]", 422, "invalid_input"],
    ["a field that is missing", "{}", 422, "invalid_input"],
    ["more than a megabyte", JSON.stringify({ code: "x".repeat(1_000_001) }), 413, "too_long"],
  ])("refuses %s", async (_name, body, status, code) => {
    await receiveFromOffice();
    expect(await answerOf(await call(post(body)))).toMatchObject({ status, body: { ok: false, code } });
  });

  it("sends a file as it is", async () => {
    await receiveFromOffice();
    run.mockResolvedValueOnce(new Response("a,b", { headers: { "content-type": "text/csv" } }));
    const response = await call(new Request(`${ORIGIN}/api/terms?code=a`));
    expect([response.headers.get("content-type"), await response.text()]).toEqual(["text/csv", "a,b"]);
  });

  it.each([
    ["stale_version", 409],
    ["not_found", 404],
    ["period_locked", 422],
  ] as const)("answers %s with status %i", async (code, status) => {
    await receiveFromOffice();
    run.mockRejectedValueOnce(new DomainError(code));
    expect(await answerOf(await call(post('{"code":"a"}')))).toMatchObject({ status, body: { code } });
  });

  it("answers a person who opened the address in words", async () => {
    receive(await openFreshStore("sqlite"));
    const response = await call(new Request(`${ORIGIN}/api/terms`, { headers: { accept: "text/html,*/*" } }));
    expect([response.status, response.headers.get("content-type")]).toEqual([401, "text/plain; charset=utf-8"]);
    expect(await response.text()).toContain("Hãy đăng nhập lại");
  });

  it("answers a database that another process keeps locked as busy", async () => {
    await receiveFromOffice();
    run.mockRejectedValueOnce(new DatabaseBusy());
    expect(await answerOf(await call(post('{"code":"a"}')))).toMatchObject({ status: 503, body: { code: "busy" } });
  });

  it("answers an unexpected failure with 500 and the id of its line", async () => {
    await receiveFromOffice();
    run.mockRejectedValueOnce(new Error("secret"));
    const { status, body } = await answerOf(await call(post('{"code":"a"}')));
    expect(status).toBe(500);
    expect(JSON.stringify(body)).toMatch(/"id":"[2-9A-Z]{8}"/);
    expect(JSON.stringify(body)).not.toContain("secret");
  });
});

describe("a route that takes a file", () => {
  const seen = vi.fn((context: { readonly file: Uint8Array; readonly input: object }): Promise<unknown> => {
    return Promise.resolve({ bytes: context.file.byteLength, input: context.input });
  });
  const fileRoute = defineRoute({
    permission: "terms.configure",
    input: z.object({ hash: z.string() }),
    fileBytes: 2_000_000,
    run: seen,
  });
  const send = (bytes: number) =>
    fileRoute(
      new Request(`${ORIGIN}/bundles/import?hash=a`, {
        method: "POST",
        body: "x".repeat(bytes),
        headers: { origin: ORIGIN },
      }),
      { params: Promise.resolve({}) },
    );

  it("hands it on as it is, up to its own limit, with the query as input", async () => {
    await receiveFromOffice();
    const data = { bytes: 2_000_000, input: { hash: "a" } };
    expect(await answerOf(await send(2_000_000))).toEqual({ status: 200, body: { ok: true, data } });
  });

  it("refuses one byte more, naming the limit", async () => {
    await receiveFromOffice();
    expect(await answerOf(await send(2_000_001))).toMatchObject({
      status: 413,
      body: { code: "file_too_large", values: { megabytes: 2 } },
    });
    expect(seen).not.toHaveBeenCalled();
  });

  it.each([
    ["says its 50 MB before it sends them", { "content-length": "50000000" }, 0],
    ["sends 50 MB in pieces without saying so", {}, 3],
    ["sends 50 MB and says that they are 5 bytes", { "content-length": "5" }, 3],
  ])("reads no further than its limit of a body that %s", async (_, headers, pieces) => {
    await receiveFromOffice();
    let sent = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          sent += 1;
          controller.enqueue(new Uint8Array(1_000_000));
          if (sent === 50) controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const init = { method: "POST", headers: { origin: ORIGIN, ...headers }, body, duplex: "half" };
    const response = await fileRoute(new Request(`${ORIGIN}/api/files?hash=x`, init), { params: Promise.resolve({}) });
    expect(await answerOf(response)).toMatchObject({ status: 413, body: { code: "file_too_large" } });
    expect(sent).toBe(pieces);
    expect(seen).not.toHaveBeenCalled();
  });
});
