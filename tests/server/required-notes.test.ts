import { describe, expect, it } from "vitest";
import { createTranslate } from "@/messages/translate";
import { DomainError } from "@/domain/errors";
import type { Permission } from "@/domain/permissions";
import type { TypedFigure } from "@/domain/typed-figures";
import { buildReportView } from "@/server/loaders/report-readings";
import { readReportContext } from "@/server/report-context";
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
    const refusalOf = async (texts: Texts) => {
      const error: unknown = await submit(0, texts).catch((thrown: unknown) => thrown);
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
    return { ...test, secretary, office, submit, refusalOf, read };
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
});
