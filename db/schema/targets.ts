import { sql } from "drizzle-orm";
import { dated, holds, inOrder, instants, oneOf, present } from "./checks";
import {
  FREQUENCIES,
  MEASURE_KINDS,
  OVER_TIMES,
  OVER_UNITS,
  PROVENANCES,
  RULES,
  TARGET_LINK_KINDS,
} from "./closed-sets";
import type { Kit } from "./kit";
import type { TermTables } from "./terms";
import type { UnitTables } from "./units";

/** The promises of a term, and how each goes back to the term before. */
export function defineTargets(c: Kit, { terms }: TermTables) {
  const targets = c.table(
    "targets",
    {
      id: c.id(),
      termId: c.text().notNull().references(() => terms.id),
      code: c.text().notNull(),
      position: c.integer().notNull(),
      name: c.text().notNull(),
      /** The resolution's exact words. */
      wording: c.text(),
      groupCode: c.text(),
      provenance: c.choice(PROVENANCES),
    },
    (t) => [
      c.uniqueIndex("targets_code_unique").on(t.termId, t.code),
      c.unique("targets_id_term_unique").on(t.id, t.termId),
      oneOf(c, t.provenance, PROVENANCES),
      ...present(c, t.code, t.name),
    ],
  );
  // The previous term may not be in this database: it is named by its code.
  const targetLinks = c.table(
    "target_links",
    {
      id: c.id(),
      termId: c.text().notNull().references(() => terms.id),
      position: c.integer().notNull(),
      targetId: c.text().references(() => targets.id),
      previousTermCode: c.text(),
      previousTargetCode: c.text(),
      kind: c.choice(TARGET_LINK_KINDS).notNull(),
      reason: c.text(),
    },
    (t) => [
      c.uniqueIndex("target_links_position_unique").on(t.termId, t.position),
      c.index("target_links_target").on(t.targetId),
      oneOf(c, t.kind, TARGET_LINK_KINDS),
      holds(c, "links_something", sql`${t.targetId} is not null or ${t.previousTargetCode} is not null`),
    ],
  );
  return { targets, targetLinks };
}

export type TargetTables = ReturnType<typeof defineTargets>;

/** What is counted for a target, and the dated versions of how. */
export function defineMeasures(c: Kit, { units }: UnitTables, { terms, reportingYears }: TermTables, { targets }: TargetTables) {
  const measures = c.table(
    "measures",
    {
      id: c.id(),
      termId: c.text().notNull().references(() => terms.id),
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
  const measureVersions = c.table(
    "measure_versions",
    {
      id: c.id(),
      measureId: c.text().notNull().references(() => measures.id),
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
  const measureYearBases = c.table(
    "measure_year_bases",
    {
      versionId: c.text().notNull().references(() => measureVersions.id),
      yearId: c.text().notNull().references(() => reportingYears.id),
      base: c.thousandths().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.versionId, t.yearId] }),
      holds(c, "base_not_negative", sql`${t.base} >= 0`),
    ],
  );
  const measureUnits = c.table(
    "measure_units",
    {
      measureId: c.text().notNull().references(() => measures.id),
      unitId: c.text().notNull().references(() => units.id),
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
  return { measures, measureVersions, measureYearBases, measureUnits };
}

export type MeasureTables = ReturnType<typeof defineMeasures>;

/** The values promised: a version is everything that was in force together from a day on. */
export function definePlans(c: Kit, { units }: UnitTables, { reportingYears }: TermTables, { measures }: MeasureTables) {
  const planVersions = c.table(
    "plan_versions",
    {
      id: c.id(),
      measureId: c.text().notNull().references(() => measures.id),
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
  const planValues = c.table(
    "plan_values",
    {
      id: c.id(),
      versionId: c.text().notNull().references(() => planVersions.id),
      /** Null: for the term. */
      yearId: c.text().references(() => reportingYears.id),
      /** Null: for all units together. */
      unitId: c.text().references(() => units.id),
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
  return { planVersions, planValues };
}

export type PlanTables = ReturnType<typeof definePlans>;
