import { beforeEach, expect, it, vi } from "vitest";
import { findKeptReport, keepReport, listUnsavedReports } from "@/components/entry/kept-reports";
import { leaveDevice } from "@/components/entry/leave-device";
import { openReport } from "@/components/entry/report-locks";
import { ReportSender } from "@/components/entry/report-sender";
import { sendUnsent } from "@/components/entry/send-unsent";
import type { Failure } from "@/domain/errors";
import { filling, kept, ownerOf } from "../support/kept-reports";

const failure = (code: Failure["code"]): Failure => ({ ok: false, code, values: {}, fieldErrors: {} });
let sent: string[];
let answers: unknown[];

beforeEach(() => {
  localStorage.clear();
  sent = [];
  answers = [];
  vi.stubGlobal("fetch", (address: string, { body }: { body: string }) => {
    const { accountId, periodId, version } = JSON.parse(body) as Record<string, string | number>;
    sent.push(`${address} ${accountId} ${periodId} ${version}`);
    const answer = answers.shift() ?? { ok: true, data: { version: 4, savedAt: "2023-06-30T03:00:00.000Z" } };
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(Response.json(answer));
  });
});

it("sends each report of the account that the server lacks, a confirmed one as submitted, and nobody else's", async () => {
  keepReport(ownerOf("a", "p1"), kept("28", ""));
  keepReport(ownerOf("a", "p2"), kept("28", "", { submitting: true, typedAt: "2023-06-30T03:00:00.000Z" }));
  keepReport(ownerOf("a", "p3"), kept("28", "28"));
  keepReport(ownerOf("b", "p4"), kept("28", ""));
  expect(await sendUnsent("a")).toBe(2);
  expect(sent).toEqual(["/api/submissions a p2 3", "/api/drafts a p1 3"]);
  expect(listUnsavedReports("a")).toEqual([]);
  expect(findKeptReport(ownerOf("a", "p1"))).toMatchObject({ version: 4, base: filling("28") });
  expect(findKeptReport(ownerOf("a", "p2"))).toBeNull();
});

it("leaves for a person what was refused, and tries again what waited for a session or a line", async () => {
  keepReport(ownerOf("a", "p1"), kept("28", ""));
  answers = [new Error("no network"), failure("session_expired"), failure("stale_version")];
  expect([await sendUnsent("a"), await sendUnsent("a"), await sendUnsent("a"), await sendUnsent("a")]).toEqual([
    0, 0, 0, 0,
  ]);
  expect(sent).toHaveLength(3);
  expect(findKeptReport(ownerOf("a", "p1"))).toMatchObject({ refused: "stale_version", figures: filling("28") });
});

it("lets an open form send its own report, with what it holds", async () => {
  keepReport(ownerOf("a"), kept("2", ""));
  const send = vi.fn(() => Promise.resolve({ ok: true as const, data: { version: 4, savedAt: "" } }));
  const ports = { send, keep: () => true, forget: vi.fn(), onStatus: vi.fn() };
  const close = openReport(ownerOf("a"), new ReportSender(kept("28", ""), ports));
  await sendUnsent("a");
  expect([send.mock.calls.length, sent]).toEqual([1, []]);
  close();
  await sendUnsent("a");
  expect(sent).toHaveLength(1);
});

it("empties the device of an account that leaves once the server has all, else only when told to", async () => {
  keepReport(ownerOf("a", "p1"), kept("28", ""));
  keepReport(ownerOf("a", "p2"), kept("28", "28"));
  answers = [new Error("no network"), new Error("no network")];
  expect(await leaveDevice("a", false)).toBe(1);
  expect(localStorage).toHaveLength(2);
  expect(await leaveDevice("a", true)).toBe(0);
  expect(localStorage).toHaveLength(0);
});

it("a form that is open while its account leaves keeps nothing again", async () => {
  const keep = vi.fn();
  const ports = { send: () => Promise.reject(new Error()), keep, forget: vi.fn(), onStatus: vi.fn() };
  const form = new ReportSender(kept("28", ""), ports);
  const close = openReport(ownerOf("a"), form);
  await leaveDevice("a", true);
  keep.mockClear();
  form.offer(filling("29"));
  await form.flush();
  close();
  expect(keep).not.toHaveBeenCalled();
});
