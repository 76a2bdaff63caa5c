import { sql } from "drizzle-orm";
import { holds, oneOf } from "./checks";
import { BASES, JUDGEMENTS } from "./closed-sets";
import type { Kit, Parents } from "./kit";

function totalsTable(c: Kit, { measures, periods, units, terms }: Parents<"measures" | "periods" | "units" | "terms">) {
  return c.table(
    "totals",
    {
      measureId: c.reference(() => measures.id),
      periodId: c.reference(() => periods.id),
      scope: c.text().notNull(),
      /** The scope's unit; null for `all`. */
      unitId: c.optionalReference(() => units.id),
      basis: c.choice(BASES).notNull(),
      termId: c.reference(() => terms.id),
      sumN: c.sum(),
      sumD: c.sum(),
      /** Exact rational in the shown unit, as text. */
      value: c.text(),
      rated1: c.integer().notNull(),
      rated2: c.integer().notNull(),
      rated3: c.integer().notNull(),
      rated4: c.integer().notNull(),
      judged: c.choice(JUDGEMENTS),
      received: c.integer().notNull(),
      expected: c.integer().notNull(),
      notApplicable: c.integer().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.measureId, t.scope, t.basis, t.periodId] }),
      c.index("totals_dashboard").on(t.termId, t.scope, t.basis),
      oneOf(c, t.basis, BASES),
      oneOf(c, t.judged, JUDGEMENTS),
      holds(c, "scope_of_unit", sql`${t.scope} = coalesce(${t.unitId}, 'all')`),
      holds(c, "counted_up", sql`${t.received} >= 0 and ${t.expected} >= 0 and ${t.notApplicable} >= 0`),
    ],
  );
}

/**
 * What is kept of each measure × period × scope on each basis, recomputed from figures and never patched. A scope is a
 * unit with everything below it, or `all`, the whole organisation.
 */
export function defineTotals(c: Kit, parents: Parents<"measures" | "periods" | "terms" | "units">) {
  const totals = totalsTable(c, parents);
  return { totals };
}
