import { asc, eq } from "drizzle-orm";
import { addDays, type CalendarDate } from "../../domain/dates";
import type { EarlierPlans, Measure, PlanValue, Plans } from "../../domain/measures";
import { isPair } from "../../domain/plans";
import type { Term } from "../../domain/terms";
import type { Thousandths } from "../../domain/thousandths";
import { insertRows } from "../batches";
import type { Db, ReadDb } from "../handle";
import { newId } from "../ids";

export type PlanVersionRow = ReadDb["tables"]["planVersions"]["$inferSelect"];
type VersionRow = PlanVersionRow;
type ValueRow = ReadDb["tables"]["planValues"]["$inferSelect"];

/** Rows of the plans of one measure. */
export interface PlanRows {
  readonly versions: VersionRow[];
  readonly values: ValueRow[];
}

function valueOf({ value, upper }: ValueRow): PlanValue {
  return upper === null ? value : [value, upper];
}

function plansOf(values: readonly ValueRow[], yearCodes: ReadonlyMap<string, string>): Plans {
  const forAll = values.filter(({ unitId }) => unitId === null);
  const term = forAll.find(({ yearId, share }) => yearId === null && !share);
  const share = forAll.find(({ yearId, share: isShare }) => yearId === null && isShare);
  const ofYears = forAll.flatMap((row): [string, PlanValue][] => {
    const code = row.yearId === null ? undefined : yearCodes.get(row.yearId);
    return code === undefined ? [] : [[code, valueOf(row)]];
  });
  return {
    plan: term ? valueOf(term) : null,
    yearPlans: Object.fromEntries(ofYears.sort(([a], [b]) => (a < b ? -1 : 1))),
    sharePlan: share?.value ?? null,
  };
}

/** The present plans and the earlier ones of a measure, from its versions oldest first. */
export function assemblePlans(
  versions: readonly VersionRow[],
  valuesOf: ReadonlyMap<string, readonly ValueRow[]>,
  yearCodes: ReadonlyMap<string, string>,
): Pick<Measure, "plans" | "earlierPlans"> {
  const read = (version: VersionRow) => plansOf(valuesOf.get(version.id) ?? [], yearCodes);
  const earlierPlans = versions.flatMap((version, index): EarlierPlans[] => {
    const next = versions[index + 1];
    return next ? [{ ...read(version), until: addDays(next.fromOn, -1), reason: next.reason ?? "" }] : [];
  });
  const last = versions.at(-1);
  return { plans: last ? read(last) : { plan: null, yearPlans: {}, sharePlan: null }, earlierPlans };
}

function valueRow(versionId: string, value: PlanValue, yearId: string | null, share: boolean): ValueRow {
  const [lower, upper]: readonly [Thousandths, Thousandths | null] = isPair(value) ? value : [value, null];
  return { id: newId(), versionId, yearId, unitId: null, share, value: lower, upper };
}

function valueRows(versionId: string, plans: Plans, yearIds: ReadonlyMap<string, string>): ValueRow[] {
  const ofYears = Object.entries(plans.yearPlans).map(([code, value]) => {
    const yearId = yearIds.get(code);
    if (yearId === undefined) throw new RangeError(`plan of an unknown reporting year: ${code}`);
    return valueRow(versionId, value, yearId, false);
  });
  return [
    ...(plans.plan === null ? [] : [valueRow(versionId, plans.plan, null, false)]),
    ...(plans.sharePlan === null ? [] : [valueRow(versionId, plans.sharePlan, null, true)]),
    ...ofYears,
  ];
}

/** A measure's plans as rows: one version from each change to the next, the first since the term began. */
export function planRows(
  measure: Pick<Measure, "id" | "plans" | "earlierPlans">,
  term: Term,
  yearIds: ReadonlyMap<string, string>,
  at: string,
): PlanRows {
  const { earlierPlans } = measure;
  const first = earlierPlans[0];
  const begun: CalendarDate = first && first.until < term.startsOn ? first.until : term.startsOn;
  const versions: VersionRow[] = [];
  const values: ValueRow[] = [];
  [...earlierPlans, measure.plans].forEach((plans, index) => {
    const before = earlierPlans[index - 1];
    const id = newId();
    versions.push({
      id,
      measureId: measure.id,
      fromOn: before ? addDays(before.until, 1) : begun,
      reason: before ? before.reason : null,
      createdAt: at,
    });
    values.push(...valueRows(id, plans, yearIds));
  });
  return { versions, values };
}

/** The versions of a measure's plans, oldest first. */
export async function listPlanVersions(db: ReadDb, measureId: string): Promise<PlanVersionRow[]> {
  const { planVersions } = db.tables;
  return db.select().from(planVersions).where(eq(planVersions.measureId, measureId)).orderBy(asc(planVersions.fromOn));
}

/** What a measure promises from a day on; years by their codes. */
export interface NewPlanVersion {
  readonly measureId: string;
  readonly fromOn: CalendarDate;
  readonly reason: string | null;
  readonly plans: Plans;
}

/** Adds a version, which ends the one before it. `at` is UTC. */
export async function insertPlanVersion(
  tx: Db,
  { plans, ...version }: NewPlanVersion,
  yearIds: ReadonlyMap<string, string>,
  at: string,
): Promise<void> {
  const { planVersions, planValues } = tx.tables;
  const id = newId();
  await tx.insert(planVersions).values({ id, ...version, createdAt: at });
  await insertRows(tx, planValues, valueRows(id, plans, yearIds));
}

/** Replaces what a version says, and why it was made; its days stay. */
export async function replacePlanVersion(
  tx: Db,
  version: PlanVersionRow,
  { plans, reason }: Pick<NewPlanVersion, "plans" | "reason">,
  yearIds: ReadonlyMap<string, string>,
): Promise<void> {
  const { planVersions, planValues } = tx.tables;
  await tx.update(planVersions).set({ reason }).where(eq(planVersions.id, version.id));
  await tx.delete(planValues).where(eq(planValues.versionId, version.id));
  await insertRows(tx, planValues, valueRows(version.id, plans, yearIds));
}
