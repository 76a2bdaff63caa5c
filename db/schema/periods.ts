import { sql } from "drizzle-orm";
import { dated, holds, inOrder, instants, oneOf } from "./checks";
import { EXCEPTION_KINDS, FREQUENCIES } from "./closed-sets";
import type { Kit, Parents } from "./kit";

function periodsTable(c: Kit, { terms, reportingYears }: Parents<"terms" | "reportingYears">) {
  return c.table(
    "periods",
    {
      id: c.id(),
      termId: c.reference(() => terms.id),
      key: c.periodKey().notNull(),
      frequency: c.choice(FREQUENCIES).notNull(),
      startsOn: c.date().notNull(),
      endsOn: c.date().notNull(),
      /** The reporting year that contains its last day; null for the period `term`. */
      yearId: c.optionalReference(() => reportingYears.id),
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
}

function periodRulesTable(c: Kit, { terms }: Parents<"terms">) {
  return c.table(
    "period_rules",
    {
      id: c.id(),
      termId: c.reference(() => terms.id),
      frequency: c.choice(FREQUENCIES).notNull(),
      /** Day of the month that reports are due, in the period's last month plus `monthsAfter`; or else `daysAfter`. */
      dueDay: c.integer(),
      monthsAfter: c.integer(),
      /** So many days after the period's last day. */
      daysAfter: c.integer(),
    },
    (t) => [
      c.uniqueIndex("period_rules_unique").on(t.termId, t.frequency),
      oneOf(c, t.frequency, FREQUENCIES),
      holds(c, "due_day_of_month", sql`${t.dueDay} between 1 and 31 and ${t.monthsAfter} between 0 and 12`),
      holds(c, "due_days_after", sql`${t.daysAfter} between 0 and 366`),
      holds(
        c,
        "due_by_one_rule",
        sql`(${t.dueDay} is null) = (${t.monthsAfter} is null) and (${t.dueDay} is null) = (${t.daysAfter} is not null)`,
      ),
    ],
  );
}

function periodExceptionsTable(c: Kit, { periods, units }: Parents<"periods" | "units">) {
  return c.table(
    "period_exceptions",
    {
      id: c.id(),
      periodId: c.reference(() => periods.id),
      /** Null: for every unit. */
      unitId: c.optionalReference(() => units.id),
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
}

/** One row, or none while nothing was changed: how the organisation as a whole takes reports. */
function reportingSettingsTable(c: Kit) {
  return c.table(
    "reporting_settings",
    {
      id: c.id(),
      /** Whether files may be attached to figures and answers. */
      takesEvidence: c.flag().notNull(),
      /** The largest file that is taken, in millions of bytes. */
      evidenceMegabytes: c.integer().notNull(),
      /** So many days before its report is due a unit is reminded. */
      remindDaysBefore: c.integer().notNull(),
      /** Whether reminders go out by e-mail too, where a mail server is configured. */
      sendsMail: c.flag().notNull(),
    },
    (t) => [
      holds(c, "evidence_size", sql`${t.evidenceMegabytes} between 1 and 100`),
      holds(c, "remind_days", sql`${t.remindDaysBefore} between 0 and 31`),
    ],
  );
}

/** The stretches of a term for which figures are due, the due days, and the exceptions to due day and lock. */
export function definePeriods(c: Kit, parents: Parents<"reportingYears" | "terms" | "units">) {
  const periods = periodsTable(c, parents);
  const periodRules = periodRulesTable(c, parents);
  const periodExceptions = periodExceptionsTable(c, { ...parents, periods });
  const reportingSettings = reportingSettingsTable(c);
  return { periods, periodRules, periodExceptions, reportingSettings };
}
