import { describe, expect, it } from "vitest";
import { findPeriodByKey } from "@/db/queries/periods";
import { findRevision, findUnitSubmission } from "@/db/queries/submissions";
import { createTranslate } from "@/messages/translate";
import { DomainError } from "@/domain/errors";
import type { Permission } from "@/domain/permissions";
import type { TypedFigure } from "@/domain/typed-figures";
import { buildReportView } from "@/server/loaders/report-readings";
import { readReportContext } from "@/server/report-context";
import { readTyped } from "@/server/typed-texts";
import { acceptSubmission } from "@/server/workflows/reviews";
import { correctSubmission, saveDraft, submitSubmission } from "@/server/workflows/submissions";
import { engines } from "../support/databases";
import { newRequest, NOW, openReporting, TODAY } from "../support/reporting";

const wording = { locale: "vi" as const, t: createTranslate("vi") };
type Texts = Record<string, Partial<TypedFigure>>;

describe.each(engines)("notes of a report on %s", (engine) => {
  const open = async () => {
    const test = await openReporting(engine);
    const secretary = await test.person("bithu1", "secretary", "cb1");
    const office = await test.person("vanphong", "office");
    const submit = (version: number, texts: Texts) =>
      submitSubmission(test.store, secretary("submissions.submit"), test.form("cb1", version, texts), NOW);
    /** Where and why a report is refused, by the measures' codes. */
    const refusalOf = (texts: Texts) => refusal(submit(0, texts));
    const refusal = async (sent: Promise<unknown>) => {
      const error: unknown = await sent.catch((thrown: unknown) => thrown);
      if (!(error instanceof DomainError)) throw new Error("it was not refused");
      const named = Object.entries(error.fields).map(([field, { code }]) => {
        const [, id, name] = field.split(".");
        return `${["m1", "m2"].find((measure) => test.measureId(measure) === id)}.${name} ${code}`;
      });
      return [error.code, ...named];
    };
    /** A report as somebody reads it: value, note, what is worth a look, what it replaced. */
    const read = async (who: <P extends Permission>(permission: P) => Parameters<typeof buildReportView>[1]) => {
      const at = { unitId: test.unitId("cb1"), periodId: test.period.id };
      const view = await test.store.read(async (db) =>
        buildReportView(db, who("submissions.view"), await readReportContext(db, at, TODAY), wording),
      );
      return view.measures.map(({ figure }) => ({
        shown: figure.notApplicable ? "không phát sinh" : (figure.parts ?? figure.value ?? "-"),
        note: figure.note,
        warnings: figure.warnings.map(({ code }) => code),
        replaced: figure.replaced.map(({ text, reason }) => `${text}: ${reason}`),
      }));
    };
    /** Opens the accepted report of a month for correction; what is sent then is its whole form. */
    const correct = async (month: string) => {
      const { id: periodId } = (await findPeriodByKey(test.store.db, test.term.id, `2023-${month}`))!;
      const { id: submissionId, version } = (await findUnitSubmission(test.store.db, test.unitId("cb1"), periodId))!;
      const request = { requestId: newRequest(), submissionId, version, reason: "Nhập nhầm" };
      const opened = await correctSubmission(test.store, secretary("submissions.correct"), request, NOW);
      const send = (texts: Texts) => {
        const form = { ...test.form("cb1", opened.version, texts), periodId };
        return submitSubmission(test.store, secretary("submissions.submit"), form, NOW);
      };
      return { submissionId, send, refusalOf: (texts: Texts) => refusal(send(texts)) };
    };
    return { ...test, secretary, office, submit, refusalOf, read, correct };
  };

  it("92/100 misses 95 % by 3 points, and a blank is missing: both are asked why, at their notes", async () => {
    const { refusalOf, store } = await open();
    expect(await refusalOf({ m1: { n: "92", d: "100" }, m2: {} })).toEqual([
      "invalid_input",
      "m1.note note_below_plan",
      "m2.note note_missing",
    ]);
    expect(await refusalOf({ m1: { n: "4l", d: "5" }, m2: {} })).toEqual([
      "invalid_input",
      "m1.n bad_number",
      "m2.note note_missing",
    ]);
    expect(await refusalOf({ m1: {}, m2: {} })).toEqual(["nothing_entered"]);
    expect(await refusalOf({ m1: { notApplicable: true }, m2: { n: "0" } })).toEqual([
      "invalid_input",
      "m1.note reason_required",
    ]);
    expect(await store.db.select().from(store.db.tables.submissions)).toHaveLength(1); // May's alone: nothing was kept
  });

  it("93/100 misses by 2 points, not by more; saving a draft asks for no note", async () => {
    const test = await open();
    const draft = test.form("cb1", 0, { m1: { n: "50", d: "100" }, m2: {} });
    const saved = await saveDraft(test.store, test.secretary("figures.enter"), draft, NOW);
    const sent = await test.submit(saved.version, { m1: { n: "93", d: "100" }, m2: { n: "0" } });
    expect(sent.version).toBeGreaterThan(saved.version);
  });

  it("missing, zero and not applicable stay apart, each with its note, for the unit and for the office", async () => {
    const test = await open();
    const sent = await test.submit(0, { m1: { n: "0", d: "28", note: "Hoãn họp" }, m2: { note: "Chưa tổng hợp" } });
    const missing = [
      { shown: "0/28", note: "Hoãn họp", warnings: ["below_plan", "far_from_last"], replaced: [] },
      { shown: "-", note: "Chưa tổng hợp", warnings: [], replaced: [] },
    ];
    expect(await test.read(test.secretary)).toEqual(missing);
    expect(await test.read(test.office)).toEqual(missing);
    expect(await test.attendanceOf("provisional")).toBe("0/28 1/2");
    expect(sent.submissionId).toBeTruthy();
  });

  it("not applicable is received and enters no sum", async () => {
    const test = await open();
    await test.submit(0, { m1: { notApplicable: true, note: "Không sinh hoạt" }, m2: { n: "0" } });
    expect(await test.read(test.office)).toMatchObject([
      { shown: "không phát sinh", note: "Không sinh hoạt" },
      { shown: "0", note: null },
    ]);
    expect(await test.attendanceOf("provisional")).toBe("-/- 1/2");
  });

  it("the value that a correction replaced stays visible beside the new one, with the reason", async () => {
    const test = await open();
    const sent = await test.submit(0, { m1: { n: "28", d: "29" }, m2: { n: "1" } });
    const deed = (version: number) => ({ requestId: newRequest(), submissionId: sent.submissionId, version });
    const accepted = await acceptSubmission(test.store, test.office("submissions.accept"), deed(sent.version), NOW);
    const opened = await correctSubmission(
      test.store,
      test.secretary("submissions.correct"),
      { ...deed(accepted.version), reason: "Nhập nhầm" },
      NOW,
    );
    await test.submit(opened.version, { m1: { n: "29", d: "29" }, m2: { n: "1" } });
    expect(await test.read(test.office)).toMatchObject([
      { shown: "29/29", replaced: ["28/29: Nhập nhầm"] },
      { shown: "1", replaced: [] },
    ]);
  });

  it("May was accepted without a word about its blank: correcting 27/28 to 28/28 is not asked about it", async () => {
    const test = await open();
    const may = await test.correct("05");
    expect(await may.refusalOf({ m1: { n: "20", d: "28" }, m2: { note: "" } })).toEqual([
      "invalid_input",
      "m1.note note_below_plan",
    ]);
    expect(await may.send({ m1: { n: "28", d: "28" }, m2: { note: "" } })).toMatchObject({
      submissionId: may.submissionId,
    });
  });

  it("a correction begins with the notes that were accepted, of a blank too, and asks for one that is taken away", async () => {
    const test = await open();
    const sent = await test.submit(0, { m1: { n: "0", d: "28", note: "Hoãn họp" }, m2: { note: "Chưa tổng hợp" } });
    const deed = { requestId: newRequest(), submissionId: sent.submissionId, version: sent.version };
    await acceptSubmission(test.store, test.office("submissions.accept"), deed, NOW);
    const june = await test.correct("06");
    const { currentRevisionId } = await test.submissionOf("cb1");
    const typed = await readTyped(test.store.db, await findRevision(test.store.db, currentRevisionId!));
    const [m1, m2] = [typed.get(test.measureId("m1"))!, typed.get(test.measureId("m2"))!];
    expect([m1, m2]).toMatchObject([
      { n: "0", d: "28", note: "Hoãn họp" },
      { n: "", note: "Chưa tổng hợp" },
    ]);
    expect(await june.refusalOf({ m1: { ...m1, note: "" }, m2: { ...m2, note: "" } })).toEqual([
      "invalid_input",
      "m1.note note_below_plan",
      "m2.note note_missing",
    ]);
    expect(await june.send({ m1, m2 })).toMatchObject({ submissionId: june.submissionId });
  });
});
