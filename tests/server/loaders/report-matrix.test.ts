import { describe, expect, it } from "vitest";
import { createTranslate } from "@/messages/translate";
import { readReportMatrix, type MatrixQuery } from "@/server/loaders/report-matrix";
import { acceptSubmission, returnSubmission } from "@/server/workflows/reviews";
import { submitSubmission } from "@/server/workflows/submissions";
import { engines } from "../../support/databases";
import { newRequest, NOW, openReporting } from "../../support/reporting";

const wording = { locale: "vi" as const, t: createTranslate("vi") };

describe.each(engines)("the matrix of reports on %s", (engine) => {
  const open = async () => {
    const test = await openReporting(engine);
    const secretary = await test.person("bithu1", "secretary", "cb1");
    const office = await test.person("vanphong", "office");
    const matrixOf = async (who: typeof office, query: MatrixQuery = {}) =>
      (await test.store.read((db) => readReportMatrix(db, who("submissions.view"), query, wording)))!;
    const submit = (figures: Parameters<typeof test.form>[2]) =>
      submitSubmission(test.store, secretary("submissions.submit"), test.form("cb1", 0, figures), NOW);
    return { ...test, secretary, office, matrixOf, submit };
  };
  type Matrix = Awaited<ReturnType<Awaited<ReturnType<typeof open>>["matrixOf"]>>;

  const stagesOf = (view: Matrix, unit: string) =>
    view.tables[0]!.rows.find(({ unitName }) => unitName === unit)!.reports.map(({ stage }) => stage);

  it("tells each unit's months: accepted, overdue by 30 June, due 5 days before, not due after that", async () => {
    const { office, matrixOf } = await open();
    const view = await matrixOf(office, { asOf: "2023-06-20" });
    expect(view.tables.map(({ frequency }) => frequency)).toEqual(["month"]);
    const overdue = Array<string>(5).fill("overdue");
    const notDue = Array<string>(6).fill("not_due");
    expect(stagesOf(view, "Chi bộ 1")).toEqual([...overdue.slice(1), "accepted", "due", ...notDue]);
    expect(stagesOf(view, "Chi bộ 2")).toEqual([...overdue, "due", ...notDue]);
    expect(view).toMatchObject({ overdue: 9, total: { inTime: 1, due: 10, received: 1, expected: 10 } });
  });

  it("a report of 30 June is 5 days late: sent, then late once accepted, returned when it is returned", async () => {
    const { store, office, matrixOf, submit } = await open();
    const { submissionId, version } = await submit({ m1: { n: "28", d: "29" } });
    const june = async () => (await matrixOf(office)).tables[0]!.rows[0]!.reports[5]!;
    expect(await june()).toMatchObject({ stage: "submitted", daysLate: 5, address: "/entry/cb1/2023-06?term=2023" });
    const decision = { requestId: newRequest(), submissionId, version };
    await returnSubmission(store, office("submissions.return"), { ...decision, note: "Thiếu" }, NOW);
    expect(await june()).toMatchObject({ stage: "returned" });
  });

  it("what does not apply is told apart from what is missing, and counts as received", async () => {
    const { store, office, matrixOf, submit } = await open();
    const { submissionId, version } = await submit({
      m1: { notApplicable: true, note: "Không sinh hoạt" },
      m2: { notApplicable: true, note: "Không xét" },
    });
    const decision = { requestId: newRequest(), submissionId, version };
    await acceptSubmission(store, office("submissions.accept"), decision, NOW);
    const view = await matrixOf(office);
    expect(stagesOf(view, "Chi bộ 1")[5]).toBe("not_applicable");
    expect(view.units[0]).toMatchObject({ unitName: "Chi bộ 1", received: 2, expected: 6, inTime: 1, due: 6 });
  });

  it("shows a secretary the own cell alone", async () => {
    const { secretary, matrixOf } = await open();
    const view = await matrixOf(secretary);
    expect(view.tables[0]!.rows.map(({ unitName }) => unitName)).toEqual(["Chi bộ 1"]);
    expect(view.units.map(({ unitName }) => unitName)).toEqual(["Chi bộ 1"]);
  });

  it("falls back to the year of the day when the address asks for one that is not there", async () => {
    const { office, matrixOf } = await open();
    expect(await matrixOf(office, { year: "1999" })).toMatchObject({
      year: "2023",
      years: [{ id: "2023", current: true }],
    });
  });
});
