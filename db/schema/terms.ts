import { sql } from "drizzle-orm";
import { dated, holds, inOrder, instants, oneOf, present } from "./checks";
import { EXCEPTION_KINDS, FREQUENCIES } from "./closed-sets";
import type { Kit } from "./kit";
import type { UnitTables } from "./units";

/** Terms with their reporting years and congress. */
export function defineTerms(c: Kit) {
  const terms = c.table(
    "terms",
    {
      id: c.id(),
      code: c.text().notNull(),
      name: c.text().notNull(),
      startsOn: c.date().notNull(),
      endsOn: c.date().notNull(),
      closed: c.flag().notNull().default(false),
      /** Thresholds of the pace, in thousandths of a percent and of a point. */
      atRiskCountPct: c.thousandths().notNull(),
      atRiskPoints: c.thousandths().notNull(),
      /** The date at which a sample opens. */
      viewOn: c.date(),
    },
    (t) => [
      c.uniqueIndex("terms_code_unique").on(t.code),
      ...present(c, t.code, t.name),
      ...dated(c, t.startsOn, t.endsOn, t.viewOn),
      inOrder(c, t.startsOn, t.endsOn),
      holds(c, "thresholds_positive", sql`${t.atRiskCountPct} >= 0 and ${t.atRiskPoints} >= 0`),
    ],
  );
  const reportingYears = c.table(
    "reporting_years",
    {
      id: c.id(),
      termId: c.text().notNull().references(() => terms.id),
      code: c.text().notNull(),
      startsOn: c.date().notNull(),
      endsOn: c.date().notNull(),
    },
    (t) => [
      c.uniqueIndex("reporting_years_code_unique").on(t.termId, t.code),
      c.uniqueIndex("reporting_years_start_unique").on(t.termId, t.startsOn),
      ...present(c, t.code),
      ...dated(c, t.startsOn, t.endsOn),
      inOrder(c, t.startsOn, t.endsOn),
    ],
  );
  const congresses = c.table(
    "congresses",
    {
      termId: c.text().primaryKey().references(() => terms.id),
      ordinal: c.text(),
      heldOn: c.date(),
      resolution: c.text(),
    },
    (t) => [...dated(c, t.heldOn)],
  );
  return { terms, reportingYears, congresses };
}

export type TermTables = ReturnType<typeof defineTerms>;

/** The stretches of a term for which figures are due, the due days, and the exceptions to due day and lock. */
export function definePeriods(c: Kit, { units }: UnitTables, { terms, reportingYears }: TermTables) {
  const periods = c.table(
    "periods",
    {
      id: c.id(),
      termId: c.text().notNull().references(() => terms.id),
      key: c.periodKey().notNull(),
      frequency: c.choice(FREQUENCIES).notNull(),
      startsOn: c.date().notNull(),
      endsOn: c.date().notNull(),
      /** The reporting year that contains its last day; null for the period `term`. */
      yearId: c.text().references(() => reportingYears.id),
      /** Since when entry is locked for everyone, but for exceptions. */
      lockedAt: c.instant(),
    },
    (t) => [
      c.uniqueIndex("periods_key_unique").on(t.termId, t.key),
      c.index("periods_end").on(t.termId, t.endsOn),
      oneOf(c, t.frequency, FREQUENCIES),
      ...dated(c, t.startsOn, t.endsOn),
      ...instants(c, t.lockedAt),
      inOrder(c, t.startsOn, t.endsOn),
    ],
  );
  const periodRules = c.table(
    "period_rules",
    {
      id: c.id(),
      termId: c.text().notNull().references(() => terms.id),
      frequency: c.choice(FREQUENCIES).notNull(),
      /** Day of the month that reports are due, in the period's last month plus `monthsAfter`. */
      dueDay: c.integer().notNull(),
      monthsAfter: c.integer().notNull(),
    },
    (t) => [
      c.uniqueIndex("period_rules_unique").on(t.termId, t.frequency),
      oneOf(c, t.frequency, FREQUENCIES),
      holds(c, "due_day_of_month", sql`${t.dueDay} between 1 and 31 and ${t.monthsAfter} between 0 and 12`),
    ],
  );
  const periodExceptions = c.table(
    "period_exceptions",
    {
      id: c.id(),
      periodId: c.text().notNull().references(() => periods.id),
      /** Null: for every unit. */
      unitId: c.text().references(() => units.id),
      kind: c.choice(EXCEPTION_KINDS).notNull(),
      /** `due`: the new due date. `lock`: from the day after. `unlock`: the last day on which entry is open again. */
      untilOn: c.date().notNull(),
      reason: c.text(),
      createdAt: c.instant().notNull(),
    },
    (t) => [
      c.index("period_exceptions_period").on(t.periodId),
      oneOf(c, t.kind, EXCEPTION_KINDS),
      ...dated(c, t.untilOn),
      ...instants(c, t.createdAt),
    ],
  );
  return { periods, periodRules, periodExceptions };
}

export type PeriodTables = ReturnType<typeof definePeriods>;
