// The office adds, changes and removes measures. A changed method shows what it does to every number before it is kept.
import { newId } from "@/db/ids";
import {
  deleteMeasures,
  insertMethodVersion,
  listMethodVersions,
  replaceMethodVersion,
  updateMeasure,
} from "@/db/queries/measure-changes";
import { isMeasureReferred, readMeasureUses } from "@/db/queries/measure-uses";
import { findTermIdOfMeasure, insertMeasures, type StoredMeasure } from "@/db/queries/measures";
import { listPlanVersions, replacePlanVersion } from "@/db/queries/plans";
import { findTermIdOfTarget } from "@/db/queries/target-changes";
import { mapYearIds } from "@/db/queries/terms";
import type { Db, Store } from "@/db/store";
import type { JsonValue } from "@/domain/audit";
import { DomainError, fieldError, refuseFields, type FieldErrors } from "@/domain/errors";
import type { ChangeMeasure, CreateMeasure, RemoveMeasure } from "@/domain/inputs/measures";
import {
  decideMethodStep,
  listChangeProblems,
  listMethodDifferences,
  needsMethodReason,
  needsOtherPlan,
  type MeasureUses,
} from "@/domain/measure-changes";
import type { Authorized } from "@/domain/permissions";
import { unitVersionAt } from "@/domain/units";
import { measureStateOf, readMeasureForm, readTermTargets, type TermTargets } from "../term-targets";
import { applyChange, type ChangeAnswer, type Deed } from "./changes";
import { requireOpen } from "./governed-rules";
import { refuseOvertaken } from "./overtaken";

type Office = Authorized<"terms.configure">;

/** What was changed, for the message that confirms it. */
export interface MeasureDeed {
  readonly code: string;
  readonly name: string;
}

/** Adds a measure behind the target's others, with its plan. */
export function createMeasure(
  store: Store,
  actor: Office,
  { mode, targetId, typed }: CreateMeasure,
  now: string,
): Promise<ChangeAnswer<MeasureDeed>> {
  const work = async (tx: Db) => {
    const context = await readTermTargets(tx, await findTermIdOfTarget(tx, targetId));
    requireOpen(context.term);
    const target = context.targets.find(({ id }) => id === targetId);
    if (!target) throw new DomainError("not_found");
    const position = Math.max(-1, ...target.measures.map((measure) => measure.position)) + 1;
    const place = { id: newId(), targetId, position, earlierPlans: [], joinedOn: {} };
    const { measure: added, problems } = readMeasureForm(context, typed, place);
    refuseFields({ ...problems, ...listTakenCode(context, added) });
    await insertMeasures(tx, context.term, [added], now);
    return deedOf("measure.created", added, null, measureStateOf(added, context.units));
  };
  return applyChange(store, actor, { mode, work });
}

/**
 * Changes a measure. Refuses at its field what no longer fits figures that were reported; a changed method needs a
 * reason once figures were submitted, and the old one is kept with its day.
 */
export function changeMeasure(
  store: Store,
  actor: Office,
  input: ChangeMeasure,
  now: string,
): Promise<ChangeAnswer<MeasureDeed>> {
  const work = async (tx: Db) => {
    const { context, measure } = await readMeasure(tx, input.measureId);
    const before = measureStateOf(measure, context.units);
    await refuseOvertaken(tx, { type: "measure", id: measure.id }, { base: input.base, current: before });
    const typed = { ...input.typed, code: measure.code };
    const { measure: read, problems } = readMeasureForm(context, typed, measure);
    const changed = keepPlans(measure, read);
    const uses = await readMeasureUses(tx, measure.id);
    const isMethodChanged = listMethodDifferences(measure, changed).length > 0;
    const isReasonMissing = isMethodChanged && !input.reason && needsMethodReason({ term: context.term, ...uses });
    refuseFields({
      ...listMisfits(context, measure, changed, uses),
      ...problems,
      ...(isReasonMissing && fieldError("reason", "reason_required")),
    });
    await updateMeasure(tx, context.term, changed);
    if (changed.plans !== measure.plans) await replacePlans(tx, context, changed);
    if (isMethodChanged) await storeMethod(tx, context, changed, { uses, actor, reason: input.reason, now });
    const after = { ...measureStateOf(changed, context.units), reason: input.reason };
    return deedOf(isMethodChanged ? "measure.method_changed" : "measure.changed", changed, before, after);
  };
  return applyChange(store, actor, { mode: input.mode, work });
}

/** Removes a measure that nobody has reported or was asked about. */
export function removeMeasure(
  store: Store,
  actor: Office,
  { mode, measureId, base, reason }: RemoveMeasure,
): Promise<ChangeAnswer<MeasureDeed>> {
  const work = async (tx: Db) => {
    const { context, measure } = await readMeasure(tx, measureId);
    const before = measureStateOf(measure, context.units);
    await refuseOvertaken(tx, { type: "measure", id: measureId }, { base, current: before });
    const { hasFigures } = await readMeasureUses(tx, measureId);
    if (hasFigures || (await isMeasureReferred(tx, measureId))) throw new DomainError("measure_has_figures");
    await deleteMeasures(tx, [measureId]);
    return deedOf("measure.removed", measure, before, { reason });
  };
  return applyChange(store, actor, { mode, work });
}

async function readMeasure(tx: Db, measureId: string) {
  const context = await readTermTargets(tx, await findTermIdOfMeasure(tx, measureId));
  requireOpen(context.term);
  const measure = context.targets.flatMap(({ measures }) => measures).find(({ id }) => id === measureId);
  if (!measure) throw new DomainError("not_found");
  return { context, measure };
}

type MeasureAction = "measure.created" | "measure.changed" | "measure.method_changed" | "measure.removed";

function deedOf(
  action: MeasureAction,
  { id, code, name }: StoredMeasure,
  before: JsonValue,
  after: JsonValue,
): Deed<MeasureDeed> {
  return { event: { action, subject: { type: "measure", id }, before, after }, data: { code, name } };
}

/** Refuses at its field a code that another measure of the term has. */
export function listTakenCode({ targets }: TermTargets, { code }: StoredMeasure, path = "code"): FieldErrors {
  const codes = targets.flatMap(({ measures }) => measures.map((measure) => measure.code));
  return codes.includes(code) ? fieldError(path, "code_taken") : {};
}

/** Plans have a form of their own: here they change only where the new method has no place for the old ones. */
function keepPlans(before: StoredMeasure, changed: StoredMeasure): StoredMeasure {
  return needsOtherPlan(before, changed) ? changed : { ...changed, plans: before.plans };
}

/** What of a changed measure does not fit what was reported, by field. */
function listMisfits(
  { units, term }: TermTargets,
  before: StoredMeasure,
  changed: StoredMeasure,
  uses: MeasureUses,
): FieldErrors {
  const problems = { ...listChangeProblems(before, changed, uses) };
  const isAsked = (unitId: string) =>
    changed.unitIds?.includes(unitId) ?? units.some(({ id, kind }) => id === unitId && kind === "cell");
  const left = uses.unitIds.filter((unitId) => !isAsked(unitId));
  if (left.length > 0) {
    const names = units.filter(({ id }) => left.includes(id)).map((unit) => unitVersionAt(unit, term.endsOn).name);
    const field = changed.unitIds === null ? "appliesTo" : "unitCodes";
    problems[field] = { code: "unit_has_figures", values: { units: names.join(", ") } };
  }
  return problems;
}

/** Only plans that were never changed come here: the single version is what the new method needs. */
async function replacePlans(tx: Db, { term }: TermTargets, measure: StoredMeasure): Promise<void> {
  const [version] = await listPlanVersions(tx, measure.id);
  if (!version) throw new Error(`measure without a plan version: ${measure.id}`);
  const { plans } = measure;
  await replacePlanVersion(tx, version, { plans, reason: version.reason }, await mapYearIds(tx, term.id));
}

interface MethodChange {
  readonly uses: MeasureUses;
  readonly actor: Office;
  readonly reason: string | null;
  readonly now: string;
}

async function storeMethod(tx: Db, { term }: TermTargets, measure: StoredMeasure, change: MethodChange): Promise<void> {
  const newest = (await listMethodVersions(tx, term.id, measure.id)).at(-1);
  if (!newest) throw new Error(`measure without a method: ${measure.id}`);
  const { wasSubmitted } = change.uses;
  const standing = { term, newestFrom: newest.fromOn, wasSubmitted, today: change.actor.on };
  const { type, reason } = decideMethodStep(standing, change.reason);
  if (type === "added") return insertMethodVersion(tx, term, measure, { fromOn: change.actor.on, reason });
  return replaceMethodVersion(tx, term, measure, { id: newest.id, reason: reason ?? newest.reason });
}
