import { sql } from "drizzle-orm";
import { dated, holds, instants } from "./checks";
import type { Kit, Parents } from "./kit";

function planVersionsTable(c: Kit, { measures }: Parents<"measures">) {
  return c.table(
    "plan_versions",
    {
      id: c.id(),
      measureId: c.reference(() => measures.id),
      fromOn: c.date().notNull(),
      /** Why it replaced the version before it; null for the first. */
      reason: c.text(),
      createdAt: c.instant().notNull(),
    },
    (t) => [
      c.uniqueIndex("plan_versions_unique").on(t.measureId, t.fromOn),
      ...dated(c, t.fromOn),
      ...instants(c, t.createdAt),
    ],
  );
}

function planValuesTable(
  c: Kit,
  { planVersions, reportingYears, units }: Parents<"planVersions" | "reportingYears" | "units">,
) {
  return c.table(
    "plan_values",
    {
      id: c.id(),
      versionId: c.reference(() => planVersions.id),
      /** Null: for the term. */
      yearId: c.optionalReference(() => reportingYears.id),
      /** Null: for all units together. */
      unitId: c.optionalReference(() => units.id),
      /** True: the promised % of a `share`, whose level stands in the other row. */
      share: c.flag().notNull(),
      value: c.thousandths().notNull(),
      /** The upper bound of a range. */
      upper: c.thousandths(),
    },
    (t) => [
      c.index("plan_values_version").on(t.versionId),
      c
        .uniqueIndex("plan_values_term_unique")
        .on(t.versionId, t.share)
        .where(sql`${t.yearId} is null and ${t.unitId} is null`),
      c
        .uniqueIndex("plan_values_year_unique")
        .on(t.versionId, t.yearId)
        .where(sql`${t.yearId} is not null and ${t.unitId} is null`),
      holds(c, "range_in_order", sql`${t.upper} is null or ${t.value} <= ${t.upper}`),
    ],
  );
}

/** The values promised: a version is everything that was in force together from a day on. */
export function definePlans(c: Kit, parents: Parents<"measures" | "reportingYears" | "units">) {
  const planVersions = planVersionsTable(c, parents);
  const planValues = planValuesTable(c, { ...parents, planVersions });
  return { planVersions, planValues };
}
