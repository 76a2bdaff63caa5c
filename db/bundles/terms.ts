// A term of a bundle without its reports: its targets, plans, tasks and explanations as rows.
import { DEFAULT_DECIMALS, measureModel, termModel } from "../../domain/bundle/model";
import type { BundleMeasure, BundleTarget } from "../../domain/bundle/measure-schema";
import { messagesOf } from "../../domain/bundle/explanations";
import type { BundleExplanation } from "../../domain/bundle/figure-schema";
import type { BundleTaskGroup, BundleTerm } from "../../domain/bundle/schema";
import { asCalendarDate } from "../../domain/dates";
import { DEFAULT_DUE_DAY } from "../../domain/deadlines";
import { FREQUENCIES } from "../../domain/periods";
import type { Db } from "../handle";
import { newId } from "../ids";
import { insertExplanations, type StoredExplanation } from "../queries/explanations";
import type { StoredMeasure } from "../queries/measures";
import { insertPeriods, listStoredPeriods, type StoredPeriod } from "../queries/periods";
import { insertTargetLinks, insertTargets, type StoredTarget } from "../queries/targets";
import { insertTaskGroups, type StoredTaskGroup } from "../queries/tasks";
import { insertTerm, type StoredTerm } from "../queries/terms";
import { idOf, type IdsByCode } from "./units";

/** A stored term with everything that its reports refer to, by the bundle's ids. */
export interface TermRows {
  readonly termId: string;
  readonly unitIds: IdsByCode;
  readonly targetIds: IdsByCode;
  readonly measureIds: IdsByCode;
  readonly periods: ReadonlyMap<string, StoredPeriod>;
}

/** Stores a term with everything but its submissions and figures. `at` is UTC. */
export async function storeTerm(tx: Db, bundle: BundleTerm, unitIds: IdsByCode, at: string): Promise<TermRows> {
  const term = storedTerm(bundle);
  await insertTerm(tx, term);
  await insertPeriods(
    tx,
    term,
    FREQUENCIES.map((frequency) => ({ frequency, dueDay: DEFAULT_DUE_DAY, monthsAfter: 0 })),
  );
  const targets = bundle.targets.map((target) => storedTarget(target, unitIds));
  const targetIds = new Map(targets.map(({ code, id }) => [code, id]));
  const measureIds = new Map(targets.flatMap(({ measures }) => measures.map(({ code, id }) => [code, id])));
  const stored = await listStoredPeriods(tx, term.id);
  const rows: TermRows = {
    termId: term.id,
    unitIds,
    targetIds,
    measureIds,
    periods: new Map(stored.map((period) => [period.key, period])),
  };
  await insertTargets(tx, term, targets, at);
  await storeLinks(tx, term.id, bundle.links ?? [], targetIds);
  const groups = (bundle.taskGroups ?? []).map((group, index) => storedGroup(group, index, unitIds, targetIds));
  await insertTaskGroups(tx, term.id, groups, at);
  const explanations = (bundle.explanations ?? []).map((explanation) => storedExplanation(explanation, rows));
  await insertExplanations(tx, term.id, explanations, at);
  return rows;
}

function dateOf(text: string | null | undefined) {
  return text == null ? null : asCalendarDate(text);
}

function storedTerm(bundle: BundleTerm): StoredTerm {
  const { congress } = bundle;
  return {
    ...termModel(bundle),
    id: newId(),
    code: bundle.id,
    state: bundle.closed ? "closed" : "running",
    congress: congress
      ? {
          ordinal: congress.ordinal ?? null,
          heldOn: dateOf(congress.heldOn),
          resolution: congress.resolution ?? null,
        }
      : null,
  };
}

function storedTarget(bundle: BundleTarget, unitIds: IdsByCode): StoredTarget {
  const id = newId();
  return {
    ...{ id, code: bundle.id, position: bundle.position, name: bundle.name },
    wording: bundle.wording ?? null,
    groupCode: bundle.group ?? null,
    provenance: bundle.provenance ?? null,
    measures: bundle.measures.map((measure, position) => storedMeasure(measure, id, position, unitIds)),
  };
}

function storedMeasure(bundle: BundleMeasure, targetId: string, position: number, unitIds: IdsByCode): StoredMeasure {
  const { published } = bundle;
  const model = measureModel(bundle);
  return {
    ...model,
    ...{ id: newId(), code: bundle.id, targetId, position, name: bundle.name },
    unitIds: model.unitIds?.map((code) => idOf(unitIds, code)) ?? null,
    joinedOn: Object.fromEntries(Object.entries(model.joinedOn).map(([code, day]) => [idOf(unitIds, code), day])),
    unitLabel: bundle.unitLabel ?? null,
    nLabel: bundle.nLabel ?? null,
    dLabel: bundle.dLabel ?? null,
    decimals: bundle.decimals ?? DEFAULT_DECIMALS,
    sensitive: bundle.sensitive ?? false,
    planProvenance: bundle.planProvenance ?? null,
    published: published ? { value: published.value ?? null, verdict: published.verdict ?? null } : null,
  };
}

async function storeLinks(
  tx: Db,
  termId: string,
  links: NonNullable<BundleTerm["links"]>,
  targetIds: IdsByCode,
): Promise<void> {
  await insertTargetLinks(
    tx,
    termId,
    links.map(({ target, previousTerm, previousTarget, kind, reason }) => ({
      targetId: target == null ? null : idOf(targetIds, target),
      previousTermCode: previousTerm ?? null,
      previousTargetCode: previousTarget ?? null,
      kind,
      reason: reason ?? null,
    })),
  );
}

function storedGroup(
  bundle: BundleTaskGroup,
  index: number,
  unitIds: IdsByCode,
  targetIds: IdsByCode,
): StoredTaskGroup {
  return {
    ...{ id: newId(), code: bundle.id, position: bundle.position ?? index + 1, name: bundle.name },
    tasks: (bundle.tasks ?? []).map((task, position) => ({
      ...{ id: newId(), code: task.id, position, name: task.name },
      leadUnitId: task.leadUnit == null ? null : idOf(unitIds, task.leadUnit),
      dueOn: dateOf(task.dueOn),
      expectedResult: task.expectedResult ?? null,
      state: task.state ?? null,
      supportingUnitIds: (task.supportingUnits ?? []).map((code) => idOf(unitIds, code)),
      targetIds: (task.targets ?? []).map((code) => idOf(targetIds, code)),
      updates: (task.updates ?? []).map(({ on, state, text }) => ({
        on: asCalendarDate(on),
        state: state ?? null,
        text: text ?? null,
      })),
    })),
  };
}

function storedExplanation(bundle: BundleExplanation, rows: TermRows): StoredExplanation {
  const { id: code, target, unit, measure, period } = bundle;
  return {
    ...{ id: newId(), code, state: bundle.state ?? null, version: 1, answerBy: dateOf(bundle.answerBy) },
    targetId: target == null ? null : idOf(rows.targetIds, target),
    unitId: unit == null ? null : idOf(rows.unitIds, unit),
    measureId: measure == null ? null : idOf(rows.measureIds, measure),
    periodId: period == null ? null : (rows.periods.get(period)?.id ?? null),
    messages: messagesOf(bundle).map(({ kind, on, text }) => ({ kind, writtenOn: dateOf(on), text: text ?? "" })),
  };
}
