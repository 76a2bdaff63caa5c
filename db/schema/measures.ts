import { sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { dated, holds, inOrder, oneOf, present } from "./checks";
import { FREQUENCIES, MEASURE_KINDS, OVER_TIMES, OVER_UNITS, PROVENANCES, RULES } from "./closed-sets";
import type { Kit, Parents, Referred } from "./kit";

/** A target belongs to a term, and so do its measures: to the same one. */
interface TargetParent {
  readonly targets: Referred & { readonly termId: AnySQLiteColumn };
}

function measuresTable(c: Kit, { terms, targets }: Parents<"terms"> & TargetParent) {
  return c.table(
    "measures",
    {
      id: c.id(),
      termId: c.reference(() => terms.id),
      targetId: c.text().notNull(),
      code: c.text().notNull(),
      position: c.integer().notNull(),
      name: c.text().notNull(),
      unitLabel: c.text(),
      nLabel: c.text(),
      dLabel: c.text(),
      decimals: c.integer().notNull(),
      sensitive: c.flag().notNull().default(false),
      planProvenance: c.choice(PROVENANCES),
      /** What was once announced, kept beside the computed value. */
      publishedValue: c.text(),
      publishedVerdict: c.text(),
      /** False: it applies to every cell. True: to the units of `measure_units` only. */
      listsUnits: c.flag().notNull().default(false),
    },
    (t) => [
      c.uniqueIndex("measures_code_unique").on(t.termId, t.code),
      c.index("measures_target").on(t.targetId),
      c.foreignKey({ columns: [t.targetId, t.termId], foreignColumns: [targets.id, targets.termId] }),
      oneOf(c, t.planProvenance, PROVENANCES),
      ...present(c, t.code, t.name),
      holds(c, "decimals_shown", sql`${t.decimals} between 0 and 6`),
    ],
  );
}

function measureVersionsTable(c: Kit, { measures }: Parents<"measures">) {
  return c.table(
    "measure_versions",
    {
      id: c.id(),
      measureId: c.reference(() => measures.id),
      fromOn: c.date().notNull(),
      kind: c.choice(MEASURE_KINDS).notNull(),
      frequency: c.choice(FREQUENCIES).notNull(),
      overUnits: c.choice(OVER_UNITS).notNull(),
      overTime: c.choice(OVER_TIMES).notNull(),
      rule: c.choice(RULES).notNull(),
      mayExceedBase: c.flag().notNull(),
      /** A rate's denominator for the whole term; by year it stands in `measure_year_bases`. */
      termBase: c.thousandths(),
      reason: c.text(),
    },
    (t) => [
      c.uniqueIndex("measure_versions_unique").on(t.measureId, t.fromOn),
      oneOf(c, t.kind, MEASURE_KINDS),
      oneOf(c, t.frequency, FREQUENCIES),
      oneOf(c, t.overUnits, OVER_UNITS),
      oneOf(c, t.overTime, OVER_TIMES),
      oneOf(c, t.rule, RULES),
      ...dated(c, t.fromOn),
      holds(c, "judged_by_rule", sql`(${t.kind} = 'judged') = (${t.rule} = 'judged')`),
      holds(c, "share_of_levels", sql`${t.overUnits} <> 'share' or ${t.kind} = 'level'`),
      holds(c, "base_of_rate", sql`${t.termBase} is null or (${t.kind} = 'rate' and ${t.termBase} >= 0)`),
    ],
  );
}

function measureYearBasesTable(
  c: Kit,
  { measureVersions, reportingYears }: Parents<"measureVersions" | "reportingYears">,
) {
  return c.table(
    "measure_year_bases",
    {
      versionId: c.reference(() => measureVersions.id),
      yearId: c.reference(() => reportingYears.id),
      base: c.thousandths().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.versionId, t.yearId] }), holds(c, "base_not_negative", sql`${t.base} >= 0`)],
  );
}

function measureUnitsTable(c: Kit, { measures, units }: Parents<"measures" | "units">) {
  return c.table(
    "measure_units",
    {
      measureId: c.reference(() => measures.id),
      unitId: c.reference(() => units.id),
      /** Null: since the unit exists, and as long as it does. */
      fromOn: c.date(),
      toOn: c.date(),
      position: c.integer().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.measureId, t.unitId] }),
      c.index("measure_units_unit").on(t.unitId),
      ...dated(c, t.fromOn, t.toOn),
      inOrder(c, t.fromOn, t.toOn),
    ],
  );
}

/** What is counted for a target, and the dated versions of how. */
export function defineMeasures(c: Kit, parents: Parents<"reportingYears" | "terms" | "units"> & TargetParent) {
  const measures = measuresTable(c, parents);
  const measureVersions = measureVersionsTable(c, { measures });
  const measureYearBases = measureYearBasesTable(c, { ...parents, measureVersions });
  const measureUnits = measureUnitsTable(c, { ...parents, measures });
  return { measures, measureVersions, measureYearBases, measureUnits };
}
