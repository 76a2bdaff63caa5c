import { describe, expect, it, vi } from "vitest";
import { GET as readDraft, POST as saveDraft } from "@/app/api/drafts/route";
import { POST as submitReport } from "@/app/api/submissions/route";
import { listRevisions } from "@/db/queries/submissions";
import type { TypedReport } from "@/domain/inputs/submissions";
import { engines } from "../support/databases";
import { openReporting } from "../support/reporting";
import { receiveFrom } from "../support/request";

vi.mock("next/headers", async () => (await import("../support/request")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("../support/request")).nextIntlServer);

const ORIGIN = "http://ten-may:3000";

async function answerTo(route: typeof saveDraft, request: Request) {
  const response = await route(request, { params: Promise.resolve({}) });
  return { status: response.status, ...((await response.json()) as { data?: { version?: number }; code?: string }) };
}

const post = (route: typeof saveDraft, report: TypedReport & { accountId?: string }) =>
  answerTo(
    route,
    new Request(`${ORIGIN}/api`, { method: "POST", body: JSON.stringify(report), headers: { origin: ORIGIN } }),
  );

describe.each(engines)("reports sent in the background on %s", (engine) => {
  const open = async () => {
    const test = await openReporting(engine);
    const secretary = await test.person("bithu1", "secretary", "cb1");
    const deputy = await test.person("phobithu1", "secretary", "cb1");
    await receiveFrom(test.store, "bithu1");
    const report = (version: number, requestId: string) => ({
      ...test.form("cb1", version, { m1: { n: "28", d: "29" } }, requestId),
      accountId: secretary("figures.enter").accountId ?? "",
    });
    return { ...test, deputyId: deputy("figures.enter").accountId ?? "", report };
  };

  it("a report submitted again after its answer was lost is stored once and answered the same", async () => {
    const test = await open();
    const saved = await post(saveDraft, test.report(0, "draft-0001"));
    const first = await post(submitReport, test.report(saved.data?.version ?? 0, "submit-0001"));
    const again = await post(submitReport, test.report(saved.data?.version ?? 0, "submit-0001"));
    expect(first.status).toBe(200);
    expect(again).toEqual(first);
    const submission = await test.submissionOf("cb1");
    const revisions = await listRevisions(test.store.db, submission.id);
    expect([submission.state, revisions.length]).toEqual(["submitted", 1]);
  });

  it("a report submitted on an older version is refused and changes nothing", async () => {
    const test = await open();
    await post(saveDraft, test.report(0, "draft-0001"));
    expect(await post(submitReport, test.report(0, "submit-0001"))).toMatchObject({
      ...{ status: 409, code: "stale_version" },
    });
    expect((await test.submissionOf("cb1")).state).toBe("draft");
  });

  it("what one account typed is not sent by another that signed in since, even of the same cell", async () => {
    const test = await open();
    const report = { ...test.report(0, "draft-0001"), accountId: test.deputyId };
    for (const route of [saveDraft, submitReport]) {
      expect(await post(route, report)).toMatchObject({ status: 401, code: "session_expired" });
    }
    const { accountId, unitId, periodId } = report;
    const query = new URLSearchParams({ accountId, unitId, periodId }).toString();
    const read = await answerTo(readDraft, new Request(`${ORIGIN}/api?${query}`));
    expect(read).toMatchObject({ status: 401, code: "session_expired" });
    expect(await test.submissionOf("cb1")).toBeNull();
  });
});
