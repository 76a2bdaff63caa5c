import { describe, expect, it } from "vitest";
import { listAuditChain } from "@/db/queries/audit";
import { findPeriodByKey, updatePeriodLock } from "@/db/queries/periods";
import { findRevision, findUnitSubmission } from "@/db/queries/submissions";
import { DomainError } from "@/domain/errors";
import { figureBatchInput, type FigureBatch } from "@/domain/inputs/figure-batches";
import { EMPTY_FIGURE, type TypedFigure } from "@/domain/typed-figures";
import { readTyped } from "@/server/typed-texts";
import { saveFigureBatch } from "@/server/workflows/figure-batches";
import { saveDraft, submitSubmission } from "@/server/workflows/submissions";
import { engines } from "../support/databases";
import { newRequest, NOW, openReporting } from "../support/reporting";

type Texts = Record<string, Partial<TypedFigure>>;

describe.each(engines)("several reports saved together on %s", (engine) => {
  const open = async () => {
    const test = await openReporting(engine);
    const secretary = await test.person("bithu1", "secretary", "cb1");
    const periodId = async (key: string) => (await findPeriodByKey(test.store.db, test.term.id, key))!.id;
    const report = async (unitCode: string, key: string, version: number, texts: Texts) => ({
      ...{ unitId: test.unitId(unitCode), periodId: await periodId(key), version },
      figures: Object.fromEntries(
        Object.entries(texts).map(([code, typed]) => [test.measureId(code), { ...EMPTY_FIGURE, ...typed }]),
      ),
    });
    const batch = (reports: FigureBatch["reports"], parts: Partial<FigureBatch> = {}): FigureBatch => ({
      ...{ requestId: newRequest(), submitComplete: false, reports, ...parts },
    });
    const save = (input: FigureBatch) => saveFigureBatch(test.store, secretary("figures.enter"), input, NOW);
    const submissionOf = async (key: string) =>
      findUnitSubmission(test.store.db, test.unitId("cb1"), await periodId(key));
    const textsOf = async (key: string) => {
      const id = (await submissionOf(key))?.currentRevisionId;
      const typed = await readTyped(test.store.db, id ? await findRevision(test.store.db, id) : null);
      return typed.get(test.measureId("m1"));
    };
    return { ...test, secretary, periodId, report, batch, save, submissionOf, textsOf };
  };

  const refusal = async (work: Promise<unknown>) => {
    const error: unknown = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(DomainError);
    const { code, fields } = error as DomainError;
    return [code, ...Object.entries(fields).map(([field, problem]) => `${field} ${problem.code}`)];
  };

  it("saves three months as drafts, unreadable texts too, and counts none of them", async () => {
    const test = await open();
    const saved = await test.save(
      test.batch([
        await test.report("cb1", "2023-01", 0, { m1: { n: "28", d: "29" } }),
        await test.report("cb1", "2023-02", 0, { m1: { n: "2x", d: "29" } }),
        await test.report("cb1", "2023-06", 0, { m1: { notApplicable: true } }),
      ]),
    );
    expect(saved.map(({ state }) => state)).toEqual(["draft", "draft", "draft"]);
    expect(await test.textsOf("2023-02")).toMatchObject({ n: "2x", d: "29" });
    expect(await test.textsOf("2023-06")).toMatchObject({ n: "", notApplicable: true });
    expect(await test.attendanceOf("provisional")).toBe("-/- 0/2");
  });

  it("changes only the measures that are named, keeps the rest of a draft, and does a request once", async () => {
    const test = await open();
    const form = test.form("cb1", 0, { m1: { n: "28", d: "29", note: "đủ" }, m2: { n: "1" } });
    const { version } = await saveDraft(test.store, test.secretary("figures.enter"), form, NOW);
    const batch = test.batch([await test.report("cb1", "2023-06", version, { m2: { n: "2" } })]);
    const [saved] = await test.save(batch);
    expect(await test.textsOf("2023-06")).toMatchObject({ n: "28", d: "29", note: "đủ" });
    // Sent again, it is answered the same and done once.
    expect(await test.save(batch)).toEqual([saved]);
    expect((await test.submissionOf("2023-06"))?.version).toBe(saved?.version);
  });

  it("submits the complete reports where that is asked, and saves the others", async () => {
    const test = await open();
    const whole = { m1: { n: "28", d: "29" }, m2: { n: "0" } };
    const saved = await test.save(
      test.batch(
        [
          await test.report("cb1", "2023-01", 0, whole),
          await test.report("cb1", "2023-02", 0, { m1: whole.m1 }),
          await test.report("cb1", "2023-03", 0, { ...whole, m2: { notApplicable: true } }),
          await test.report("cb1", "2023-06", 0, whole),
        ],
        { submitComplete: true },
      ),
    );
    expect(saved.map(({ state }) => state)).toEqual(["submitted", "draft", "draft", "submitted"]);
    expect(await test.attendanceOf("provisional")).toBe("28/29 1/2");
    const log = await listAuditChain(test.store.db, 0, 100);
    expect(log.filter(({ action }) => action === "submission.submitted")).toHaveLength(2);
  });

  it("saves nothing while one report was changed by somebody else, and names it", async () => {
    const test = await open();
    const form = test.form("cb1", 0, { m1: { n: "28", d: "29" } });
    await saveDraft(test.store, test.secretary("figures.enter"), form, NOW);
    const batch = test.batch([
      await test.report("cb1", "2023-01", 0, { m1: { n: "1", d: "1" } }),
      await test.report("cb1", "2023-06", 0, { m1: { n: "1", d: "1" } }),
    ]);
    expect(await refusal(test.save(batch))).toEqual(["invalid_input", "reports.1 stale_version"]);
    expect(await test.submissionOf("2023-01")).toBeNull();
    expect(await test.textsOf("2023-06")).toMatchObject({ n: "28" });
  });

  it("refuses each report that is not to be entered: another unit's, a locked period's, a sent one, an unasked measure", async () => {
    const test = await open();
    const locked = await test.periodId("2023-02");
    await test.store.transact((tx) => updatePeriodLock(tx, [locked], NOW));
    const whole = { m1: { n: "28", d: "29" }, m2: { n: "0" } };
    const { version } = await submitSubmission(
      test.store,
      test.secretary("submissions.submit"),
      test.form("cb1", 0, whole),
      NOW,
    );
    const batch = test.batch([
      await test.report("cb1", "2023-01", 0, whole),
      await test.report("cb2", "2023-01", 0, whole),
      await test.report("cb1", "2023-02", 0, whole),
      await test.report("cb1", "2023-06", version, whole),
      await test.report("cb1", "2023-07", 0, whole),
    ]);
    expect(await refusal(test.save(batch))).toEqual([
      "invalid_input",
      "reports.1 forbidden",
      "reports.2 period_locked",
      "reports.3 wrong_state",
      "reports.4 period_not_open",
    ]);
    const unasked = { ...(await test.report("cb1", "2023-03", 0, {})), figures: { nothing: EMPTY_FIGURE } };
    expect(await refusal(test.save(test.batch([unasked])))).toEqual(["measure_not_applicable"]);
    expect(await test.submissionOf("2023-01")).toBeNull();
    // Cells are entered by their secretaries, never by the office.
    const office = await test.person("vanphong", "office", "db");
    const cells = test.batch([await test.report("cb1", "2023-03", 0, whole)]);
    const save = saveFigureBatch(test.store, office("figures.enter"), cells, NOW);
    expect(await refusal(save)).toEqual(["invalid_input", "reports.0 forbidden"]);
  });
});

describe("a batch as it is sent", () => {
  const report = { unitId: "u1", periodId: "p1", version: 0, figures: { m1: { n: "1" } } };
  const parse = (reports: readonly object[]) =>
    figureBatchInput.safeParse({ requestId: "request-1", submitComplete: false, reports }).success;

  it("names a report once, and at least one", () => {
    expect(parse([report, { ...report, periodId: "p2" }])).toBe(true);
    expect(parse([report, report])).toBe(false);
    expect(parse([])).toBe(false);
  });
});
