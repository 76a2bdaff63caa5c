import { describe, expect, it } from "vitest";
import { listAuditChain } from "@/db/queries/audit";
import { listRevisionFigures } from "@/db/queries/figures";
import { updatePeriodLock } from "@/db/queries/periods";
import { findRevision } from "@/db/queries/submissions";
import { DomainError } from "@/domain/errors";
import { acceptSubmission, returnSubmission } from "@/server/workflows/reviews";
import { correctSubmission, saveDraft, submitSubmission } from "@/server/workflows/submissions";
import { engines } from "../support/databases";
import { refusal } from "../support/refusal";
import { newRequest, NOW, openReporting, type ReportingTest } from "../support/reporting";

const attendance = (n: string, d: string) => ({ m1: { n, d } });

describe.each(engines)("a report's way on %s", (engine) => {
  const open = async () => {
    const test = await openReporting(engine);
    return {
      ...test,
      secretary: await test.person("bithu1", "secretary", "cb1"),
      other: await test.person("bithu2", "secretary", "cb2"),
      office: await test.person("vanphong", "office"),
    };
  };
  type Opened = ReportingTest & Pick<Awaited<ReturnType<typeof open>>, "secretary" | "other" | "office">;

  const submit = async ({ store, secretary, form }: Opened, version: number, n: string, d: string) =>
    submitSubmission(store, secretary("submissions.submit"), form("cb1", version, attendance(n, d)), NOW);
  const decide = (version: number, submissionId: string) => ({ requestId: newRequest(), submissionId, version });

  it("28/29 counts provisionally when submitted, and as accepted once accepted", async () => {
    const test = await open();
    expect(await test.attendanceOf("provisional")).toBe("-/- 0/2");
    const sent = await submit(test, 0, "28", "29");
    expect(await test.attendanceOf("provisional")).toBe("28/29 1/2");
    expect(await test.attendanceOf("accepted")).toBe("-/- 0/2");
    await acceptSubmission(test.store, test.office("submissions.accept"), decide(sent.version, sent.submissionId), NOW);
    expect(await test.attendanceOf("accepted")).toBe("28/29 1/2");
  });

  it("a returned report counts nowhere until it is corrected, sent again and accepted: 28/29 becomes 27/28", async () => {
    const test = await open();
    const sent = await submit(test, 0, "28", "29");
    const returned = await returnSubmission(
      test.store,
      test.office("submissions.return"),
      { ...decide(sent.version, sent.submissionId), note: "Chưa trừ người được miễn" },
      NOW,
    );
    expect(await test.attendanceOf("provisional")).toBe("-/- 0/2");
    expect(await test.submissionOf("cb1")).toMatchObject({ state: "returned", note: "Chưa trừ người được miễn" });
    const saved = await saveDraft(
      test.store,
      test.secretary("figures.enter"),
      test.form("cb1", returned.version, attendance("27", "28")),
      NOW,
    );
    const again = await submit(test, saved.version, "27", "28");
    await acceptSubmission(
      test.store,
      test.office("submissions.accept"),
      decide(again.version, sent.submissionId),
      NOW,
    );
    expect(await test.attendanceOf("accepted")).toBe("27/28 1/2");
    const log = await listAuditChain(test.store.db, 0, 100);
    expect(
      log
        .filter(({ subjectId }) => subjectId === sent.submissionId)
        .map(({ action, actorLogin }) => `${actorLogin} ${action}`),
    ).toEqual([
      "bithu1 submission.submitted",
      "vanphong submission.returned",
      "bithu1 submission.saved",
      "bithu1 submission.submitted",
      "vanphong submission.accepted",
    ]);
    expect(log.at(-1)?.after).toContain('"d":"28"');
    expect(log.findLast(({ action }) => action === "submission.submitted")?.before).toContain('"d":"29","n":"28"');
    // A draft is its unit's own, and the log has other readers.
    expect(log.find(({ action }) => action === "submission.saved")?.after).toContain('"figures":{}');
  });

  it("a correction stands beside the accepted figure until it is accepted, and keeps its reason", async () => {
    const test = await open();
    const sent = await submit(test, 0, "28", "29");
    const accepted = await acceptSubmission(
      test.store,
      test.office("submissions.accept"),
      decide(sent.version, sent.submissionId),
      NOW,
    );
    const before = await test.submissionOf("cb1");
    const opened = await correctSubmission(
      test.store,
      test.secretary("submissions.correct"),
      { ...decide(accepted.version, sent.submissionId), reason: "Nhập nhầm số có mặt" },
      NOW,
    );
    expect(await test.attendanceOf("provisional")).toBe("28/29 1/2");
    const corrected = await submit(test, opened.version, "29", "29");
    expect([await test.attendanceOf("accepted"), await test.attendanceOf("provisional")]).toEqual([
      "28/29 1/2",
      "29/29 1/2",
    ]);
    await acceptSubmission(
      test.store,
      test.office("submissions.accept"),
      decide(corrected.version, sent.submissionId),
      NOW,
    );
    expect(await test.attendanceOf("accepted")).toBe("29/29 1/2");
    const after = await test.submissionOf("cb1");
    const [old] = await listRevisionFigures(test.store.db, before.acceptedRevisionId!);
    const [figure] = await listRevisionFigures(test.store.db, after.acceptedRevisionId!);
    expect(figure?.correction).toEqual({
      replacesId: old?.id,
      correctedOn: "2023-06-30",
      reason: "Nhập nhầm số có mặt",
    });
  });

  it("a correction that is returned leaves the accepted figure counting", async () => {
    const test = await open();
    const sent = await submit(test, 0, "28", "29");
    const accepted = await acceptSubmission(
      test.store,
      test.office("submissions.accept"),
      decide(sent.version, sent.submissionId),
      NOW,
    );
    const opened = await correctSubmission(
      test.store,
      test.secretary("submissions.correct"),
      { ...decide(accepted.version, sent.submissionId), reason: "Nhập nhầm" },
      NOW,
    );
    const corrected = await submit(test, opened.version, "29", "29");
    await returnSubmission(
      test.store,
      test.office("submissions.return"),
      { ...decide(corrected.version, sent.submissionId), note: "Không khớp biên bản" },
      NOW,
    );
    expect([await test.attendanceOf("accepted"), await test.attendanceOf("provisional")]).toEqual([
      "28/29 1/2",
      "28/29 1/2",
    ]);
  });

  it("another cell's secretary can neither save, send nor correct, whatever is sent along", async () => {
    const test = await open();
    const form = test.form("cb1", 0, attendance("28", "29"));
    expect((await refusal(saveDraft(test.store, test.other("figures.enter"), form, NOW))).code).toBe("forbidden");
    expect((await refusal(submitSubmission(test.store, test.other("submissions.submit"), form, NOW))).code).toBe(
      "forbidden",
    );
    const sent = await submit(test, 0, "28", "29");
    const accepted = await acceptSubmission(
      test.store,
      test.office("submissions.accept"),
      decide(sent.version, sent.submissionId),
      NOW,
    );
    const correction = { ...decide(accepted.version, sent.submissionId), reason: "Thử" };
    expect(
      (await refusal(correctSubmission(test.store, test.other("submissions.correct"), correction, NOW))).code,
    ).toBe("forbidden");
  });

  it("the inspector, leadership and a secretary get no further than the door of what is not theirs", async () => {
    const test = await open();
    const inspector = await test.person("thanhtra", "inspector");
    const leader = await test.person("lanhdao", "leadership");
    for (const permission of [
      "figures.enter",
      "submissions.submit",
      "submissions.accept",
      "submissions.return",
      "submissions.correct",
    ] as const) {
      expect(() => inspector(permission)).toThrow(DomainError);
      expect(() => leader(permission)).toThrow(DomainError);
    }
    expect(() => test.secretary("submissions.accept")).toThrow(DomainError);
  });

  it("a stale form is refused, by saving, sending and deciding, and changes nothing", async () => {
    const test = await open();
    const saved = await saveDraft(
      test.store,
      test.secretary("figures.enter"),
      test.form("cb1", 0, attendance("28", "29")),
      NOW,
    );
    const stale = test.form("cb1", 0, attendance("1", "29"));
    expect((await refusal(saveDraft(test.store, test.secretary("figures.enter"), stale, NOW))).code).toBe(
      "stale_version",
    );
    expect((await refusal(submit(test, 0, "1", "29"))).code).toBe("stale_version");
    const sent = await submit(test, saved.version, "28", "29");
    const old = decide(saved.version, sent.submissionId);
    expect((await refusal(acceptSubmission(test.store, test.office("submissions.accept"), old, NOW))).code).toBe(
      "stale_version",
    );
    expect(await test.attendanceOf("provisional")).toBe("28/29 1/2");
  });

  it("a locked period takes no entry but lets what was sent in time be accepted", async () => {
    const test = await open();
    const sent = await submit(test, 0, "28", "29");
    await test.store.transact((tx) => updatePeriodLock(tx, [test.period.id], NOW));
    const form = test.form("cb2", 0, attendance("20", "20"));
    expect((await refusal(saveDraft(test.store, test.other("figures.enter"), form, NOW))).code).toBe("period_locked");
    await acceptSubmission(test.store, test.office("submissions.accept"), decide(sent.version, sent.submissionId), NOW);
    expect(await test.attendanceOf("accepted")).toBe("28/29 1/2");
  });

  it("a request that arrives twice is done once and answered the same", async () => {
    const test = await open();
    const form = test.form("cb1", 0, attendance("28", "29"), "request-of-an-impatient-hand");
    const first = await submitSubmission(test.store, test.secretary("submissions.submit"), form, NOW);
    const second = await submitSubmission(test.store, test.secretary("submissions.submit"), form, NOW);
    expect(second).toEqual(first);
    const log = await listAuditChain(test.store.db, 0, 100);
    expect(log.filter(({ action }) => action === "submission.submitted")).toHaveLength(1);
  });

  it("what is wrong is answered by field, and the draft keeps it as it was typed", async () => {
    const test = await open();
    const texts = { m1: { n: "30", d: "29", note: "Tốt 👍" }, m2: { n: "1.2.3" } };
    const saved = await saveDraft(test.store, test.secretary("figures.enter"), test.form("cb1", 0, texts), NOW);
    const form = test.form("cb1", saved.version, texts);
    const { code, fields } = await refusal(
      submitSubmission(test.store, test.secretary("submissions.submit"), form, NOW),
    );
    expect(code).toBe("invalid_input");
    expect(Object.fromEntries(Object.entries(fields).map(([path, problem]) => [path, problem.code]))).toEqual({
      [`figures.${test.measureId("m1")}.n`]: "numerator_over_denominator",
      [`figures.${test.measureId("m2")}.n`]: "bad_number",
    });
    const submission = await test.submissionOf("cb1");
    const revision = await findRevision(test.store.db, submission.currentRevisionId!);
    expect(JSON.parse(revision?.typed ?? "")).toEqual(form.figures);
    expect(submission.state).toBe("draft");
  });

  it("an empty report, an unknown measure, a period to come and a missing reason are refused", async () => {
    const test = await open();
    const empty = test.form("cb1", 0, { m1: {} });
    expect((await refusal(submitSubmission(test.store, test.secretary("submissions.submit"), empty, NOW))).code).toBe(
      "nothing_entered",
    );
    const unknown = { ...empty, figures: { unknown: empty.figures[test.measureId("m1")]! } };
    expect((await refusal(saveDraft(test.store, test.secretary("figures.enter"), unknown, NOW))).code).toBe(
      "measure_not_applicable",
    );
    const silent = test.form("cb1", 0, { m1: { notApplicable: true } });
    const { fields } = await refusal(submitSubmission(test.store, test.secretary("submissions.submit"), silent, NOW));
    expect(Object.values(fields).map(({ code }) => code)).toEqual(["reason_required"]);
  });
});
