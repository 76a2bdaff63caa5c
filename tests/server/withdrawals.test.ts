import { describe, expect, it } from "vitest";
import { findRevision } from "@/db/queries/submissions";
import { acceptSubmission } from "@/server/workflows/reviews";
import { correctSubmission, submitSubmission, withdrawSubmission } from "@/server/workflows/submissions";
import { engines } from "../support/databases";
import { refusal } from "../support/refusal";
import { newRequest, NOW, openReporting, type ReportingTest } from "../support/reporting";

describe.each(engines)("a report that its unit takes back, on %s", (engine) => {
  const open = async () => {
    const test = await openReporting(engine);
    return {
      ...test,
      secretary: await test.person("bithu1", "secretary", "cb1"),
      other: await test.person("bithu2", "secretary", "cb2"),
      office: await test.person("vanphong", "office"),
    };
  };
  type Opened = ReportingTest & Pick<Awaited<ReturnType<typeof open>>, "secretary">;

  const submit = async ({ store, secretary, form }: Opened, version: number, n: string, d: string) =>
    submitSubmission(store, secretary("submissions.submit"), form("cb1", version, { m1: { n, d } }), NOW);
  const decide = (version: number, submissionId: string) => ({ requestId: newRequest(), submissionId, version });

  it("what was withdrawn counts nowhere, stays on record, and is sent again as 27/28 with the day of that", async () => {
    const test = await open();
    const sent = await submit(test, 0, "28", "29");
    const asked = decide(sent.version, sent.submissionId);
    const withdrawn = await withdrawSubmission(test.store, test.secretary("submissions.withdraw"), asked, NOW);
    expect(await test.attendanceOf("provisional")).toBe("-/- 0/2");
    const taken = await test.submissionOf("cb1");
    expect(taken).toMatchObject({ state: "draft", submittedOn: null });
    expect(await findRevision(test.store.db, taken.currentRevisionId!)).toMatchObject({ decision: "withdrawn" });
    const again = await submit(test, withdrawn.version, "27", "28");
    expect(await test.attendanceOf("provisional")).toBe("27/28 1/2");
    expect(await test.submissionOf("cb1")).toMatchObject({ state: "submitted", submittedOn: "2023-06-30" });
    const stale = withdrawSubmission(
      test.store,
      test.secretary("submissions.withdraw"),
      decide(1, sent.submissionId),
      NOW,
    );
    expect((await refusal(stale)).code).toBe("stale_version");
    const strange = withdrawSubmission(
      test.store,
      test.other("submissions.withdraw"),
      decide(again.version, sent.submissionId),
      NOW,
    );
    expect((await refusal(strange)).code).toBe("forbidden");
  });

  it("a correction that is withdrawn leaves the accepted figure counting, and what was decided cannot be withdrawn", async () => {
    const test = await open();
    const sent = await submit(test, 0, "28", "29");
    const { version } = await acceptSubmission(
      test.store,
      test.office("submissions.accept"),
      decide(sent.version, sent.submissionId),
      NOW,
    );
    const withdraw = (at: number) =>
      withdrawSubmission(test.store, test.secretary("submissions.withdraw"), decide(at, sent.submissionId), NOW);
    expect((await refusal(withdraw(version))).code).toBe("wrong_state");
    const opened = await correctSubmission(
      test.store,
      test.secretary("submissions.correct"),
      { ...decide(version, sent.submissionId), reason: "Nhập nhầm" },
      NOW,
    );
    const corrected = await submit(test, opened.version, "29", "29");
    await withdraw(corrected.version);
    expect([await test.attendanceOf("accepted"), await test.attendanceOf("provisional")]).toEqual([
      "28/29 1/2",
      "28/29 1/2",
    ]);
  });
});
