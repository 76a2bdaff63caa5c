import { sql } from "drizzle-orm";
import { dated, holds, inOrder, present } from "./checks";
import type { Kit, Parents } from "./kit";

function termsTable(c: Kit) {
  return c.table(
    "terms",
    {
      id: c.id(),
      code: c.text().notNull(),
      name: c.text().notNull(),
      startsOn: c.date().notNull(),
      endsOn: c.date().notNull(),
      /** Being set up: seen by the office alone, nobody reports. */
      draft: c.flag().notNull().default(false),
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
      holds(c, "draft_is_not_closed", sql`not (${t.draft} and ${t.closed})`),
      holds(c, "thresholds_positive", sql`${t.atRiskCountPct} >= 0 and ${t.atRiskPoints} >= 0`),
    ],
  );
}

function reportingYearsTable(c: Kit, { terms }: Parents<"terms">) {
  return c.table(
    "reporting_years",
    {
      id: c.id(),
      termId: c.reference(() => terms.id),
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
}

function congressesTable(c: Kit, { terms }: Parents<"terms">) {
  return c.table(
    "congresses",
    {
      termId: c
        .text()
        .primaryKey()
        .references(() => terms.id),
      ordinal: c.text(),
      heldOn: c.date(),
      resolution: c.text(),
    },
    (t) => [...dated(c, t.heldOn)],
  );
}

/** Terms with their reporting years and congress. */
export function defineTerms(c: Kit) {
  const terms = termsTable(c);
  const reportingYears = reportingYearsTable(c, { terms });
  const congresses = congressesTable(c, { terms });
  return { terms, reportingYears, congresses };
}
