// When periods take entries and when their reports are due: locked and opened, by rule and by exception.
import {
  deletePeriodException,
  findPeriodException,
  findStoredPeriod,
  insertPeriodException,
  listDueRules,
  listPeriodExceptions,
  listStoredPeriods,
  replaceDueRules,
  updatePeriodLock,
  type StoredPeriod,
} from "@/db/queries/periods";
import { listSubmissions } from "@/db/queries/submissions";
import { listMeasures } from "@/db/queries/measures";
import { listUnits } from "@/db/queries/units";
import type { Db, ReadDb, Store } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { computeDueOn, isLockedOn, type DueRule } from "@/domain/deadlines";
import { DomainError, fieldError, refuseFields, type FieldErrors } from "@/domain/errors";
import { unitsAsked } from "@/domain/expected-reports";
import type {
  ChangeDueRules,
  DueRulesState,
  GrantException,
  LockPeriods,
  WithdrawException,
} from "@/domain/inputs/periods";
import { FREQUENCIES } from "@/domain/periods";
import type { Authorized } from "@/domain/permissions";
import { unitVersionAt } from "@/domain/units";
import { applyChange, type ChangeAnswer } from "./changes";
import { requireOpen } from "./governed-rules";
import { refuseOvertaken } from "./overtaken";
import { requireTerm } from "./terms";

/** A report that a lock would keep from being sent. */
export interface OpenReport {
  readonly periodKey: string;
  readonly unitName: string;
  /** Nobody has begun it. */
  readonly isMissing: boolean;
}

/** What locking answers: the reports that are still open in those periods. */
export interface LockAnswer {
  readonly open: readonly OpenReport[];
}

/** Locks periods for everyone, or opens them again. The preview names the reports that are not sent yet. */
export function lockPeriods(
  store: Store,
  actor: Authorized<"periods.lock">,
  { mode, termId, periodIds, locked, reason }: LockPeriods,
  now: string,
): Promise<ChangeAnswer<LockAnswer>> {
  const work = async (tx: Db) => {
    await refuseClosedTerm(tx, termId);
    const periods = await chosenPeriods(tx, termId, periodIds);
    const moving = periods.filter(({ lockedAt }) => (lockedAt !== null) !== locked);
    await updatePeriodLock(
      tx,
      moving.map(({ id }) => id),
      locked ? now : null,
    );
    const open = locked ? await listOpenReports(tx, termId, moving) : [];
    const keys = moving.map(({ key }) => key as string);
    return {
      event: {
        action: locked ? ("period.locked" as const) : ("period.unlocked" as const),
        subject: { type: "period" as const, id: moving[0]?.id ?? termId },
        before: null,
        after: { periods: keys, reason },
      },
      data: { open },
    };
  };
  return applyChange(store, actor, { mode, measured: false, work });
}

async function refuseClosedTerm(db: ReadDb, termId: string): Promise<void> {
  requireOpen(await requireTerm(db, termId));
}

async function chosenPeriods(db: ReadDb, termId: string, ids: readonly string[]): Promise<readonly StoredPeriod[]> {
  const chosen = (await listStoredPeriods(db, termId)).filter(({ id }) => ids.includes(id));
  if (chosen.length !== new Set(ids).size) throw new DomainError("not_found");
  return chosen;
}

/** The reports of periods that are awaited and neither sent nor accepted, in the official order of the units. */
export async function listOpenReports(
  db: ReadDb,
  termId: string,
  periods: readonly StoredPeriod[],
): Promise<readonly OpenReport[]> {
  const measures = await listMeasures(db, termId);
  const units = await listUnits(db);
  const begun = await listSubmissions(db, { termId, periodIds: periods.map(({ id }) => id) });
  return periods.flatMap((period) => {
    const asked = measures.filter(({ frequency }) => frequency === period.frequency);
    return unitsAsked(asked, units, period).flatMap((unit): OpenReport[] => {
      const report = begun.find(({ unitId, periodId }) => unitId === unit.id && periodId === period.id);
      if (report && report.state !== "draft" && report.state !== "returned") return [];
      if (report?.acceptedRevisionId) return [];
      const unitName = unitVersionAt(unit, period.endsOn).name;
      return [{ periodKey: period.key, unitName, isMissing: report === undefined }];
    });
  });
}

/**
 * Grants an exception for a period, with a reason: another due day, a lock after a day, or entry open again until a
 * day, after which it ends by itself. Opening what is open is refused (`period_not_locked`).
 */
export function grantException(
  store: Store,
  actor: Authorized<"periods.lock">,
  { mode, periodId, typed, reason }: GrantException,
  now: string,
): Promise<ChangeAnswer<null>> {
  const work = async (tx: Db) => {
    const period = await findStoredPeriod(tx, periodId);
    if (!period) throw new DomainError("not_found");
    await refuseClosedTerm(tx, period.termId);
    if (typed.unitId !== null && !(await listUnits(tx)).some(({ id }) => id === typed.unitId)) {
      throw new DomainError("not_found");
    }
    refuseFields({
      ...(await listExceptionProblems(tx, period, typed, actor.on)),
      ...(!reason && fieldError("reason", "reason_required")),
    });
    await insertPeriodException(tx, { periodId, ...typed, reason }, now);
    return {
      event: {
        action: "period.exception_granted" as const,
        subject: { type: "period" as const, id: periodId },
        before: null,
        after: { ...typed, reason },
      },
      data: null,
    };
  };
  return applyChange(store, actor, { mode, measured: false, work });
}

async function listExceptionProblems(
  tx: ReadDb,
  period: StoredPeriod,
  { kind, unitId, untilOn }: GrantException["typed"],
  today: CalendarDate,
): Promise<FieldErrors> {
  if (kind === "due" && untilOn < period.startsOn) return fieldError("untilOn", "due_before_period");
  if (kind !== "unlock") return {};
  const passed = untilOn < today ? fieldError("untilOn", "day_in_past") : {};
  const exceptions = await listPeriodExceptions(tx, period.termId, period.id);
  const locks = exceptions.filter(({ kind: granted }) => granted === "lock");
  const isLocked = isLockedOn(period.lockedAt !== null, locks, unitId ?? "", today);
  return { ...passed, ...(!isLocked && fieldError("kind", "period_not_locked")) };
}

/** Withdraws an exception. */
export function withdrawException(
  store: Store,
  actor: Authorized<"periods.lock">,
  { mode, exceptionId, reason }: WithdrawException,
): Promise<ChangeAnswer<null>> {
  const work = async (tx: Db) => {
    const exception = await findPeriodException(tx, exceptionId);
    const period = exception && (await findStoredPeriod(tx, exception.periodId));
    if (!exception || !period) throw new DomainError("not_found");
    await refuseClosedTerm(tx, period.termId);
    await deletePeriodException(tx, exceptionId);
    const { id: _, periodId, ...granted } = exception;
    return {
      event: {
        action: "period.exception_withdrawn" as const,
        subject: { type: "period" as const, id: periodId },
        before: granted,
        after: { reason },
      },
      data: null,
    };
  };
  return applyChange(store, actor, { mode, measured: false, work });
}

/** A due day that a changed rule moves. */
export interface MovedDueDay {
  readonly periodKey: string;
  readonly before: CalendarDate;
  readonly after: CalendarDate;
}

/** What changing the rules answers: the due days that move, and how many reports keep the day that was told. */
export interface DueRulesAnswer {
  readonly moved: readonly MovedDueDay[];
  readonly kept: number;
}

/** The rules of a term as plain JSON, in the order of the frequencies. */
export function dueRulesStateOf(rules: readonly DueRule[]): DueRulesState {
  return FREQUENCIES.flatMap((frequency): DueRulesState => {
    const rule = rules.find((candidate) => candidate.frequency === frequency);
    if (!rule) return [];
    return "daysAfter" in rule
      ? [{ frequency, dueDay: null, monthsAfter: null, daysAfter: rule.daysAfter }]
      : [{ frequency, dueDay: rule.dueDay, monthsAfter: rule.monthsAfter, daysAfter: null }];
  });
}

/** Changes by which days reports are due. A day that was told to a unit which has begun its report stays. */
export function changeDueRules(
  store: Store,
  actor: Authorized<"terms.configure">,
  { mode, termId, base, typed, reason }: ChangeDueRules,
): Promise<ChangeAnswer<DueRulesAnswer>> {
  const work = async (tx: Db) => {
    await refuseClosedTerm(tx, termId);
    const rules = await listDueRules(tx, termId);
    const before = dueRulesStateOf(rules);
    await refuseOvertaken(tx, { type: "period", id: termId }, { base, current: before });
    if (JSON.stringify(before) !== JSON.stringify(dueRulesStateOf(typed.rules))) {
      await replaceDueRules(tx, termId, typed.rules);
    }
    return {
      event: {
        action: "period.rules_changed" as const,
        subject: { type: "period" as const, id: termId },
        before,
        after: { rules: dueRulesStateOf(typed.rules), reason },
      },
      data: await readMoves(tx, termId, rules, typed.rules),
    };
  };
  return applyChange(store, actor, { mode, measured: false, work });
}

async function readMoves(
  db: ReadDb,
  termId: string,
  before: readonly DueRule[],
  after: readonly DueRule[],
): Promise<DueRulesAnswer> {
  const ruleOf = (rules: readonly DueRule[], { frequency }: StoredPeriod) =>
    rules.find((rule) => rule.frequency === frequency) ?? null;
  const periods = await listStoredPeriods(db, termId);
  const moving = periods.filter(
    (period) => computeDueOn(period, ruleOf(before, period)) !== computeDueOn(period, ruleOf(after, period)),
  );
  const told = await listSubmissions(db, { termId, periodIds: moving.map(({ id }) => id) });
  return {
    moved: moving.map((period) => ({
      periodKey: period.key,
      before: computeDueOn(period, ruleOf(before, period)),
      after: computeDueOn(period, ruleOf(after, period)),
    })),
    kept: told.filter(({ dueOn }) => dueOn !== null).length,
  };
}
