import { describe, expect, it } from "vitest";
import {
  listCountingFigures,
  listFigureHistory,
  listRevisionFigures,
  replaceFigures,
  type NewFigure,
} from "@/db/queries/figures";
import { findPeriodByKey } from "@/db/queries/periods";
import {
  beginRevision,
  decideRevision,
  findSubmission,
  findUnitSubmission,
  insertSubmission,
  listRevisions,
  listSubmissions,
  sealRevision,
  updateSubmission,
} from "@/db/queries/submissions";
import { listTargets } from "@/db/queries/targets";
import { findTermByCode } from "@/db/queries/terms";
import { listTotals, recomputeTotals } from "@/db/queries/totals";
import { listUnits } from "@/db/queries/units";
import type { Store } from "@/db/store";
import { verifyDatabase } from "@/db/verify";
import { asCalendarDate } from "@/domain/dates";
import type { Basis } from "@/domain/figures";
import { asThousandths } from "@/domain/thousandths";
import { exportBundle, importBundle } from "@/server/workflows/bundles";
import { everything, importer, validBundle } from "../support/bundles";
import { engines, openFreshStore } from "../support/databases";

const stamp = { by: null, at: "2016-06-24T03:00:00.000Z" };
const day = asCalendarDate("2016-06-24");

/** A database with everything in it, and a report of Chi bộ 1 for June 2016 begun. */
async function beginReport(engine: (typeof engines)[number]) {
  const store = await openFreshStore(engine);
  await importBundle(store, importer, validBundle(everything));
  const term = (await findTermByCode(store.db, "2015-2020"))!;
  const period = (await findPeriodByKey(store.db, term.id, "2016-06"))!;
  const unitId = (await listUnits(store.db)).find(({ code }) => code === "cb1")!.id;
  const measureId = (await listTargets(store.db, term.id))[0]!.measures[0]!.id;
  const submission = await store.transact((tx) => insertSubmission(tx, period, unitId, day, stamp));
  return { store, term, period, unitId, measureId, submission };
}

type Report = Awaited<ReturnType<typeof beginReport>>;

function attendance(measureId: string, n: number, correction: NewFigure["correction"] = null): NewFigure {
  const value = { type: "number" as const, n: asThousandths(n * 1000), d: asThousandths(29_000) };
  return { measureId, value, note: null, estimate: false, illustrative: false, correction };
}

/** What Chi bộ 1's attendance of June 2016 adds up to on a basis, in thousandths. */
async function sumOf({ store, term, unitId, measureId }: Report, basis: Basis): Promise<number | null | undefined> {
  const totals = await listTotals(store.db, { termId: term.id, unitId, basis });
  return totals.get(measureId)?.find(({ period }) => (period as string) === "2016-06")?.sumN;
}

async function submit(report: Report, n: number, correction: NewFigure["correction"] = null) {
  const { store, term, period, unitId, measureId } = report;
  await store.transact(async (tx) => {
    const submission = (await findSubmission(tx, report.submission.id))!;
    const revisionId = submission.currentRevisionId!;
    await replaceFigures(tx, revisionId, [attendance(measureId, n, correction)]);
    await sealRevision(tx, revisionId, stamp);
    await updateSubmission(tx, submission, { state: "submitted", submittedOn: day });
    await recomputeTotals(tx, { termId: term.id, periodId: period.id, unitId });
  });
}

async function decide(report: Report, decision: "accepted" | "returned") {
  const { store, term, period, unitId } = report;
  await store.transact(async (tx) => {
    const submission = (await findSubmission(tx, report.submission.id))!;
    const revisionId = submission.currentRevisionId!;
    await decideRevision(tx, revisionId, decision, null, stamp);
    await updateSubmission(tx, submission, {
      state: decision,
      decidedOn: day,
      ...(decision === "accepted" && { acceptedRevisionId: revisionId }),
    });
    await recomputeTotals(tx, { termId: term.id, periodId: period.id, unitId });
  });
}

async function beginAgain({ store, submission: { id } }: Report, reason: string | null) {
  await store.transact(async (tx) => {
    const submission = (await findSubmission(tx, id))!;
    const currentRevisionId = await beginRevision(tx, submission, reason, stamp);
    await updateSubmission(tx, submission, { state: "draft", currentRevisionId });
  });
}

async function isSound(store: Store) {
  return (await store.read(verifyDatabase)).findings.length === 0;
}

describe.each(engines)("submissions on %s", (engine) => {
  it("count when submitted on the provisional basis, when accepted on both", async () => {
    const report = await beginReport(engine);
    expect(await sumOf(report, "provisional")).toBeNull();
    await submit(report, 28);
    expect([await sumOf(report, "provisional"), await sumOf(report, "accepted")]).toEqual([28_000, null]);
    await decide(report, "accepted");
    expect([await sumOf(report, "provisional"), await sumOf(report, "accepted")]).toEqual([28_000, 28_000]);
    expect(await isSound(report.store)).toBe(true);
  });

  it("stop counting when returned, and keep what was returned", async () => {
    const report = await beginReport(engine);
    await submit(report, 28);
    await decide(report, "returned");
    expect([await sumOf(report, "provisional"), await sumOf(report, "accepted")]).toEqual([null, null]);
    await beginAgain(report, null);
    await submit(report, 27);
    const revisions = await listRevisions(report.store.db, report.submission.id);
    expect(revisions.map(({ number, decision }) => [number, decision])).toEqual([
      [2, null],
      [1, "returned"],
    ]);
    const returned = await listRevisionFigures(report.store.db, revisions[1]!.id);
    expect(returned[0]?.value).toMatchObject({ n: 28_000 });
    expect(await isSound(report.store)).toBe(true);
  });

  it("while corrected keep the accepted figures on the accepted basis, and tell afterwards what they were", async () => {
    const report = await beginReport(engine);
    const { store, measureId, term, unitId, period } = report;
    await submit(report, 28);
    await decide(report, "accepted");
    await beginAgain(report, "Ghi nhầm");
    expect([await sumOf(report, "provisional"), await sumOf(report, "accepted")]).toEqual([28_000, 28_000]);
    const accepted = (await findUnitSubmission(store.db, unitId, period.id))!.acceptedRevisionId!;
    const [wrong] = await listRevisionFigures(store.db, accepted);
    await submit(report, 26, { replacesId: wrong!.id, correctedOn: day, reason: "Ghi nhầm" });
    expect([await sumOf(report, "provisional"), await sumOf(report, "accepted")]).toEqual([26_000, 28_000]);
    const filter = { termId: term.id, periodIds: [period.id] };
    const [pending] = await listCountingFigures(store.db, filter, "provisional");
    expect(pending).toMatchObject({ state: "submitted", unitId, measureId });
    expect((await exportBundle(store)).terms[0]?.figures).toContainEqual(
      expect.objectContaining({ period: "2016-06", n: "28", status: "accepted" }),
    );
    await decide(report, "accepted");
    expect([await sumOf(report, "provisional"), await sumOf(report, "accepted")]).toEqual([26_000, 26_000]);
    const [corrected] = await listCountingFigures(store.db, filter, "accepted");
    expect(await listFigureHistory(store.db, corrected!)).toEqual([
      { at: day, reason: "Ghi nhầm", value: { type: "number", n: 28_000, d: 29_000 } },
    ]);
    expect((await exportBundle(store)).terms[0]?.figures).toContainEqual(
      expect.objectContaining({ n: "26", history: [{ at: day, n: "28", d: "29", reason: "Ghi nhầm" }] }),
    );
    expect(await isSound(store)).toBe(true);
  });

  it("refuse a change by somebody who read an older version", async () => {
    const { store, submission } = await beginReport(engine);
    await store.transact((tx) => updateSubmission(tx, submission, { note: "một" }));
    const stale = store.transact((tx) => updateSubmission(tx, submission, { note: "hai" }));
    await expect(stale).rejects.toMatchObject({ code: "stale_version" });
    expect((await findSubmission(store.db, submission.id))?.note).toBe("một");
  });

  it("let a draft's figures be replaced until it is sealed, never after", async () => {
    const report = await beginReport(engine);
    const { store, measureId, submission } = report;
    const revisionId = submission.currentRevisionId!;
    const replace = (n: number) => store.transact((tx) => replaceFigures(tx, revisionId, [attendance(measureId, n)]));
    await replace(20);
    await replace(21);
    await store.transact((tx) => sealRevision(tx, revisionId, stamp));
    await expect(replace(22)).rejects.toThrow();
    expect((await listRevisionFigures(store.db, revisionId))[0]?.value).toMatchObject({ n: 21_000 });
  });

  it("are one a unit and period", async () => {
    const { store, period, unitId, term } = await beginReport(engine);
    await expect(store.transact((tx) => insertSubmission(tx, period, unitId, day, stamp))).rejects.toThrow();
    const drafts = await listSubmissions(store.db, {
      termId: term.id,
      unitIds: [unitId],
      periodIds: [period.id],
      states: ["draft"],
    });
    expect(drafts).toHaveLength(1);
  });

  it("refuse in the database a figure that is two things, a negative denominator and an unknown state", async () => {
    const { store, measureId, submission } = await beginReport(engine);
    const row = { revisionId: submission.currentRevisionId!, measureId };
    const insert = (values: object) =>
      store.transact((tx) => tx.insert(tx.tables.figureValues).values({ id: "f", ...row, ...values } as never));
    await expect(insert({ n: 1000, level: 2 })).rejects.toThrow();
    await expect(insert({ notApplicable: true, n: 1000 })).rejects.toThrow();
    await expect(insert({})).rejects.toThrow();
    await expect(insert({ n: 1000, d: -1000 })).rejects.toThrow();
    await expect(insert({ n: -1000, d: 1000 })).rejects.toThrow();
    await expect(insert({ level: 5 })).rejects.toThrow();
    await expect(insert({ n: 1_000_000_000_000 })).rejects.toThrow();
    await expect(
      store.transact((tx) => updateSubmission(tx, submission, { state: "lost" as never })),
    ).rejects.toThrow();
    await insert({ n: -1000 });
  });
});
