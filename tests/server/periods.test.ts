import { describe, expect, it } from "vitest";
import { listAuditChain } from "@/db/queries/audit";
import { findPeriodByKey, listDueRules, listPeriodExceptions, listStoredPeriods } from "@/db/queries/periods";
import { verifyDatabase } from "@/db/verify";
import { addDays, asCalendarDate as day } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import type { ChangeDueRules, GrantException } from "@/domain/inputs/periods";
import { readReportContext } from "@/server/report-context";
import { systemActor } from "@/server/system-actor";
import { undoChange } from "@/server/workflows/changes";
import {
  changeDueRules,
  dueRulesStateOf,
  grantException,
  lockPeriods,
  withdrawException,
} from "@/server/workflows/periods";
import { saveDraft, submitSubmission } from "@/server/workflows/submissions";
import { engines } from "../support/databases";
import { refusal } from "../support/refusal";
import { NOW, openReporting, TODAY, type ReportingTest } from "../support/reporting";

const office = systemActor("periods.lock", TODAY);
const configurer = systemActor("terms.configure", TODAY);

describe.each(engines)("periods on %s", (engine) => {
  const open = async () => {
    const test = await openReporting(engine);
    const secretary = await test.person("bithu1", "secretary", "cb1");
    const other = await test.person("bithu2", "secretary", "cb2");
    return { ...test, secretary, other };
  };
  type Opened = Awaited<ReturnType<typeof open>>;

  const lock = ({ store, term, period }: ReportingTest, locked: boolean, mode: "preview" | "save" = "save") =>
    lockPeriods(store, office, { mode, termId: term.id, periodIds: [period.id], locked, reason: null }, NOW);
  const grant = (test: ReportingTest, typed: Partial<GrantException["typed"]>, reason: string | null = "Bão số 3") =>
    grantException(
      test.store,
      office,
      {
        ...{ mode: "save", periodId: test.period.id, base: null, reason },
        typed: { unitId: null, kind: "unlock", untilOn: TODAY, ...typed },
      },
      NOW,
    );
  const enter = ({ store, secretary, form }: Opened) =>
    saveDraft(store, secretary("figures.enter"), form("cb1", 0, { m1: { n: "28", d: "29" } }), NOW);
  const enterOther = ({ store, other, form }: Opened) =>
    saveDraft(store, other("figures.enter"), form("cb2", 0, { m1: { n: "20", d: "20" } }), NOW);

  it("a lock names the 2 of 2 reports still open before it is set, then refuses both cells", async () => {
    const test = await open();
    const preview = await lock(test, true, "preview");
    expect(preview.data.open).toEqual([
      { periodKey: "2023-06", unitName: "Chi bộ 1", isMissing: true },
      { periodKey: "2023-06", unitName: "Chi bộ 2", isMissing: true },
    ]);
    expect((await findPeriodByKey(test.store.db, test.term.id, "2023-06"))?.lockedAt).toBeNull();
    await lock(test, true);
    expect((await refusal(enter(test))).code).toBe("period_locked");
    expect((await refusal(enterOther(test))).code).toBe("period_locked");
    expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
  });

  it("May and June locked in one change: 3 reports of both are still open, and one step back opens both", async () => {
    const test = await open();
    const may = (await findPeriodByKey(test.store.db, test.term.id, "2023-05"))!;
    const request = { termId: test.term.id, periodIds: [may.id, test.period.id], locked: true, reason: null };
    const { data, changeId } = await lockPeriods(test.store, office, { mode: "save", ...request }, NOW);
    expect(data.open.map(({ periodKey, unitName }) => `${periodKey} ${unitName}`)).toEqual([
      "2023-05 Chi bộ 2",
      "2023-06 Chi bộ 1",
      "2023-06 Chi bộ 2",
    ]);
    const lockedKeys = async () =>
      (await listStoredPeriods(test.store.db, test.term.id)).filter(({ lockedAt }) => lockedAt).map(({ key }) => key);
    expect(await lockedKeys()).toEqual(["2023-05", "2023-06"]);
    expect((await refusal(enter(test))).code).toBe("period_locked");
    const last = (await listAuditChain(test.store.db, 0, 100)).at(-1);
    expect([last?.action, last?.after]).toEqual(["period.locked", '{"periods":["2023-05","2023-06"],"reason":null}']);
    await undoChange(test.store, systemActor("changes.undo", TODAY), changeId!);
    expect(await lockedKeys()).toEqual([]);
    const foreign = { ...request, periodIds: [may.id, "khong-co"], mode: "save" as const };
    expect((await refusal(lockPeriods(test.store, office, foreign, NOW))).code).toBe("not_found");
    expect(await lockedKeys()).toEqual([]);
  });

  it("opened again by hand or by taking the lock back, entry is taken", async () => {
    const test = await open();
    const locked = await lock(test, true);
    await undoChange(test.store, systemActor("changes.undo", TODAY), locked.changeId!);
    await enter(test);
    await lock(test, true);
    await lock(test, false);
    await enterOther(test);
    const actions = (await listAuditChain(test.store.db, 0, 100)).map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith("period"))).toEqual([
      "period.locked",
      "period.locked",
      "period.unlocked",
    ]);
  });

  it("an opening for one cell until 30/6 lets that cell in on 30/6, shuts it out on 1/7 and never lets another in", async () => {
    const test = await open();
    await lock(test, true);
    await grant(test, { unitId: test.unitId("cb1") });
    const lockedOn = async (unit: string, on: string) =>
      (await readReportContext(test.store.db, { unitId: test.unitId(unit), periodId: test.period.id }, day(on))).locked;
    expect([await lockedOn("cb1", "2023-06-30"), await lockedOn("cb1", "2023-07-01")]).toEqual([false, true]);
    expect(await lockedOn("cb2", "2023-06-30")).toBe(true);
    await enter(test);
    expect((await refusal(enterOther(test))).code).toBe("period_locked");
  });

  it("a lock after 29/6 for one cell takes its entry until 29/6 and refuses it on 30/6", async () => {
    const test = await open();
    await grant(test, { kind: "lock", unitId: test.unitId("cb1"), untilOn: day("2023-06-29") });
    expect((await refusal(enter(test))).code).toBe("period_locked");
    await enterOther(test);
    const place = { unitId: test.unitId("cb1"), periodId: test.period.id };
    expect((await readReportContext(test.store.db, place, day("2023-06-29"))).locked).toBe(false);
  });

  it("an exception that is withdrawn holds no longer, and comes back when that is undone", async () => {
    const test = await open();
    await lock(test, true);
    await grant(test, {});
    const [granted] = await listPeriodExceptions(test.store.db, test.term.id);
    const withdrawal = { mode: "save" as const, exceptionId: granted!.id, reason: null };
    const { changeId } = await withdrawException(test.store, office, withdrawal);
    expect((await refusal(enter(test))).code).toBe("period_locked");
    await undoChange(test.store, systemActor("changes.undo", TODAY), changeId!);
    await enter(test);
  });

  const BEFORE_JUNE = { kind: "due" as const, untilOn: day("2023-05-31") };
  it.each<[string, Partial<GrantException["typed"]>, string | null, string]>([
    ["without a reason", { kind: "due" }, null, "reason reason_required"],
    ["where the period is open anyway", {}, "Vì", "kind period_not_locked"],
    [
      "until a day that has passed",
      { untilOn: addDays(TODAY, -1) },
      "Vì",
      "untilOn day_in_past, kind period_not_locked",
    ],
    ["due before its period begins", BEFORE_JUNE, "Vì", "untilOn due_before_period"],
    ["for both in one answer", BEFORE_JUNE, null, "untilOn due_before_period, reason reason_required"],
  ])("an exception is refused %s", async (_, typed, reason, expected) => {
    const test = await open();
    const { fields } = await refusal(grant(test, typed, reason));
    expect(
      Object.entries(fields)
        .map(([path, { code }]) => `${path} ${code}`)
        .join(", "),
    ).toBe(expected);
  });

  const dueOn = async (test: ReportingTest, unit: string) => {
    const place = { unitId: test.unitId(unit), periodId: test.period.id };
    return (await readReportContext(test.store.db, place, TODAY)).dueOn;
  };
  const rules = async (test: ReportingTest, mode: "preview" | "save"): Promise<ChangeDueRules> => {
    const stored = await listDueRules(test.store.db, test.term.id);
    const others = stored.filter(({ frequency }) => frequency !== "month");
    return {
      ...{
        mode,
        termId: test.term.id,
        reason: null,
        typed: { rules: [...others, { frequency: "month", daysAfter: 20 }] },
      },
      base: JSON.parse(JSON.stringify(dueRulesStateOf(stored))) as ChangeDueRules["base"],
    };
  };

  it("20 days after the month moves June from 25/6 to 20/7 for who has not begun; who has keeps the day that was told", async () => {
    const test = await open();
    await enter(test);
    const preview = await changeDueRules(test.store, configurer, await rules(test, "preview"));
    expect(preview.data.moved).toHaveLength(12);
    expect(preview.data.moved[5]).toEqual({ periodKey: "2023-06", before: "2023-06-25", after: "2023-07-20" });
    expect(preview.data.kept).toBe(1);
    const saved = await changeDueRules(test.store, configurer, await rules(test, "save"));
    expect(saved.data).toEqual(preview.data);
    expect([await dueOn(test, "cb1"), await dueOn(test, "cb2")]).toEqual(["2023-06-25", "2023-07-20"]);
    await undoChange(test.store, systemActor("changes.undo", TODAY), saved.changeId!);
    expect(await dueOn(test, "cb2")).toBe("2023-06-25");
  });

  it("another due day moves a begun report, and the day by which it was sent stays with it", async () => {
    const test = await open();
    const draft = await enter(test);
    await grant(test, { kind: "due", unitId: test.unitId("cb1"), untilOn: day("2023-07-05") });
    expect([await dueOn(test, "cb1"), await dueOn(test, "cb2")]).toEqual(["2023-07-05", "2023-06-25"]);
    const form = test.form("cb1", draft.version, { m1: { n: "28", d: "29" } });
    await submitSubmission(test.store, test.secretary("submissions.submit"), form, NOW);
    const [granted] = await listPeriodExceptions(test.store.db, test.term.id);
    await withdrawException(test.store, office, { mode: "save", exceptionId: granted!.id, reason: null });
    expect(await dueOn(test, "cb1")).toBe("2023-07-05");
  });

  it("rules that somebody else changed meanwhile are refused, not overwritten", async () => {
    const test = await open();
    const second = await rules(test, "save");
    await changeDueRules(test.store, configurer, await rules(test, "save"));
    expect((await refusal(changeDueRules(test.store, configurer, second))).code).toBe("overtaken");
  });

  it("are nobody's to lock but the office's", async () => {
    const test = await open();
    expect(() => test.secretary("periods.lock")).toThrow(DomainError);
    expect(() => test.secretary("terms.configure")).toThrow(DomainError);
  });
});
