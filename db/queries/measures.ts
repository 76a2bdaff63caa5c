import { asc, eq, inArray } from "drizzle-orm";
import type { Judgement } from "../../domain/figures";
import type { FixedBase, Measure, Provenance } from "../../domain/measures";
import type { Term } from "../../domain/terms";
import { groupRows, insertRows } from "../batches";
import type { Db, ReadDb } from "../handle";
import { newId } from "../ids";
import { assemblePlans, planRows } from "./plans";
import { mapYearIds } from "./terms";

/** A measure as the calculation takes it (its newest method and all its plans), with how it is shown. */
export interface StoredMeasure extends Measure {
  readonly code: string;
  readonly targetId: string;
  readonly position: number;
  readonly name: string;
  readonly unitLabel: string | null;
  readonly nLabel: string | null;
  readonly dLabel: string | null;
  readonly sensitive: boolean;
  readonly planProvenance: Provenance | null;
  /** What was once announced: a decimal text and a verdict. */
  readonly published: { readonly value: string | null; readonly verdict: Judgement | null } | null;
}

type Tables = ReadDb["tables"];
export type MeasureRow = Tables["measures"]["$inferSelect"];
export type MethodVersionRow = Tables["measureVersions"]["$inferSelect"];
type BaseRow = Tables["measureYearBases"]["$inferSelect"];

/** The measures of a term in the order of their targets' lists. */
export async function listMeasures(db: ReadDb, termId: string): Promise<StoredMeasure[]> {
  const { measures } = db.tables;
  const rows = await db.select().from(measures).where(eq(measures.termId, termId)).orderBy(asc(measures.position));
  const parts = await readParts(db, termId);
  return rows.map((row) => assembleMeasure(row, parts));
}

type Parts = Awaited<ReturnType<typeof readParts>>;

async function readParts(db: ReadDb, termId: string) {
  const { measures, measureVersions, measureYearBases, measureUnits, planVersions, planValues } = db.tables;
  const ofTerm = db.select({ id: measures.id }).from(measures).where(eq(measures.termId, termId));
  const plansOfTerm = db
    .select({ id: planVersions.id })
    .from(planVersions)
    .where(inArray(planVersions.measureId, ofTerm));
  const bases = db
    .select({ id: measureVersions.id })
    .from(measureVersions)
    .where(inArray(measureVersions.measureId, ofTerm));
  const years = await mapYearIds(db, termId);
  return {
    yearCodes: new Map([...years].map(([code, id]) => [id, code])),
    methods: new Map(
      (
        await db
          .select()
          .from(measureVersions)
          .where(inArray(measureVersions.measureId, ofTerm))
          .orderBy(asc(measureVersions.fromOn))
      ).map((version) => [version.measureId, version]),
    ),
    bases: groupRows(
      await db.select().from(measureYearBases).where(inArray(measureYearBases.versionId, bases)),
      ({ versionId }) => versionId,
    ),
    units: groupRows(
      await db
        .select()
        .from(measureUnits)
        .where(inArray(measureUnits.measureId, ofTerm))
        .orderBy(asc(measureUnits.position)),
      ({ measureId }) => measureId,
    ),
    plans: groupRows(
      await db
        .select()
        .from(planVersions)
        .where(inArray(planVersions.measureId, ofTerm))
        .orderBy(asc(planVersions.fromOn)),
      ({ measureId }) => measureId,
    ),
    values: groupRows(
      await db.select().from(planValues).where(inArray(planValues.versionId, plansOfTerm)),
      ({ versionId }) => versionId,
    ),
  };
}

function assembleMeasure(row: MeasureRow, parts: Parts): StoredMeasure {
  const method = parts.methods.get(row.id);
  if (!method) throw new Error(`measure without a method: ${row.id}`);
  const { publishedValue: value, publishedVerdict: verdict } = row;
  const units = parts.units.get(row.id) ?? [];
  return {
    ...{ id: row.id, code: row.code, targetId: row.targetId, position: row.position, name: row.name },
    ...{ unitLabel: row.unitLabel, nLabel: row.nLabel, dLabel: row.dLabel, decimals: row.decimals },
    ...{ sensitive: row.sensitive, planProvenance: row.planProvenance },
    published: value === null && verdict === null ? null : { value, verdict: verdict as Judgement | null },
    ...{ kind: method.kind, frequency: method.frequency, rule: method.rule },
    ...{ overUnits: method.overUnits, overTime: method.overTime, mayExceedBase: method.mayExceedBase },
    fixedBase: fixedBaseOf(method, parts.bases.get(method.id) ?? [], parts.yearCodes),
    ...assembleAsked(row.listsUnits, units),
    ...assemblePlans(parts.plans.get(row.id) ?? [], parts.values, parts.yearCodes),
  };
}

/** Which units a measure asks, and from which day those that took over in mid-term. */
export function assembleAsked(
  listsUnits: boolean,
  units: readonly Tables["measureUnits"]["$inferSelect"][],
): Pick<Measure, "unitIds" | "joinedOn"> {
  return {
    unitIds: listsUnits ? units.map(({ unitId }) => unitId) : null,
    joinedOn: Object.fromEntries(units.flatMap(({ unitId, fromOn }) => (fromOn === null ? [] : [[unitId, fromOn]]))),
  };
}

/** The fixed base of a method's version; years by their codes. */
export function fixedBaseOf(
  { termBase }: MethodVersionRow,
  bases: readonly BaseRow[],
  yearCodes: ReadonlyMap<string, string>,
): FixedBase | null {
  if (termBase !== null) return { term: termBase };
  if (bases.length === 0) return null;
  const years = bases.map(({ yearId, base }) => [yearCodes.get(yearId) ?? yearId, base] as const);
  return { years: Object.fromEntries([...years].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Stores measures with method, units and plans, in force since the term began. `at` is UTC. */
export async function insertMeasures(tx: Db, term: Term, added: readonly StoredMeasure[], at: string): Promise<void> {
  const { measures, measureVersions, measureYearBases, measureUnits, planVersions, planValues } = tx.tables;
  const yearIds = await mapYearIds(tx, term.id);
  const methods = added.map((measure) => methodRow(measure, term));
  const plans = added.map((measure) => planRows(measure, term, yearIds, at));
  await insertRows(
    tx,
    measures,
    added.map((measure) => measureRow(measure, term)),
  );
  await insertRows(tx, measureVersions, methods);
  await insertRows(
    tx,
    measureYearBases,
    added.flatMap((measure, index) => baseRows(measure, methods[index], yearIds)),
  );
  await insertRows(tx, measureUnits, added.flatMap(measureUnitRows));
  await insertRows(
    tx,
    planVersions,
    plans.flatMap(({ versions }) => versions),
  );
  await insertRows(
    tx,
    planValues,
    plans.flatMap(({ values }) => values),
  );
}

/** A measure as its own row, without method, units and plans. */
export function measureRow(measure: StoredMeasure, term: Term): MeasureRow {
  return {
    ...{ id: measure.id, termId: term.id, targetId: measure.targetId, code: measure.code, position: measure.position },
    ...{ name: measure.name, unitLabel: measure.unitLabel, nLabel: measure.nLabel, dLabel: measure.dLabel },
    ...{ decimals: measure.decimals, sensitive: measure.sensitive, planProvenance: measure.planProvenance },
    publishedValue: measure.published?.value ?? null,
    publishedVerdict: measure.published?.verdict ?? null,
    listsUnits: measure.unitIds !== null,
  };
}

/** The units that a measure names as rows, each with the day on which it joined where it did so within the term. */
export function measureUnitRows({ id, unitIds, joinedOn }: StoredMeasure) {
  return (unitIds ?? []).map((unitId, position) => ({
    ...{ measureId: id, unitId, position },
    fromOn: joinedOn[unitId] ?? null,
  }));
}

function methodRow(measure: StoredMeasure, term: Term): MethodVersionRow {
  return { id: newId(), measureId: measure.id, fromOn: term.startsOn, reason: null, ...methodColumns(measure) };
}

/** A method as columns of its version. */
export function methodColumns(measure: Measure) {
  return {
    ...{ kind: measure.kind, frequency: measure.frequency, rule: measure.rule },
    ...{ overUnits: measure.overUnits, overTime: measure.overTime, mayExceedBase: measure.mayExceedBase },
    termBase: measure.fixedBase?.term ?? null,
  };
}

/** A fixed base by year as rows of a method's version. */
export function baseRows(
  { fixedBase }: Pick<Measure, "fixedBase">,
  version: Pick<MethodVersionRow, "id"> | undefined,
  yearIds: ReadonlyMap<string, string>,
): BaseRow[] {
  return Object.entries(fixedBase?.years ?? {}).flatMap(([code, base]) => {
    const yearId = yearIds.get(code);
    return version && yearId ? [{ versionId: version.id, yearId, base }] : [];
  });
}

/** The term that a measure belongs to, null when there is no such measure. */
export async function findTermIdOfMeasure(db: ReadDb, measureId: string): Promise<string | null> {
  const { measures } = db.tables;
  const [found] = await db.select({ termId: measures.termId }).from(measures).where(eq(measures.id, measureId));
  return found?.termId ?? null;
}

/** Changes where the plan of a measure comes from. */
export async function updatePlanProvenance(tx: Db, measureId: string, planProvenance: Provenance): Promise<void> {
  const { measures } = tx.tables;
  await tx.update(measures).set({ planProvenance }).where(eq(measures.id, measureId));
}
