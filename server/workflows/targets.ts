// The office adds, changes, orders and removes targets. Every deed is a change that can be taken back.
import { newId } from "@/db/ids";
import { deleteMeasures } from "@/db/queries/measure-changes";
import { isMeasureReferred, readMeasureUses } from "@/db/queries/measure-uses";
import { deleteTarget, findTermIdOfTarget, placeTargets, updateTarget } from "@/db/queries/target-changes";
import { insertTargets, type StoredTarget } from "@/db/queries/targets";
import type { Db, Store } from "@/db/store";
import type { JsonValue } from "@/domain/audit";
import { DomainError, fieldError, refuseFields, type FieldErrors } from "@/domain/errors";
import type { ChangeTarget, CreateTarget, MoveTarget, RemoveTarget } from "@/domain/inputs/targets";
import type { Authorized } from "@/domain/permissions";
import { moveInOrder } from "@/domain/tasks";
import { measureStateOf, readMeasureForm, readTermTargets, targetStateOf, type TermTargets } from "../term-targets";
import { applyChange, type ChangeAnswer, type Deed } from "./changes";
import { requireOpen } from "./governed-rules";
import { listTakenCode } from "./measures";
import { refuseOvertaken } from "./overtaken";

type Office = Authorized<"terms.configure">;

/** What was changed, for the message that confirms it. */
export interface TargetDeed {
  readonly code: string;
  readonly name: string;
}

/** Adds a target behind the others, with its measures and their plans. */
export function createTarget(
  store: Store,
  actor: Office,
  { mode, termId, typed }: CreateTarget,
  now: string,
): Promise<ChangeAnswer<TargetDeed>> {
  const work = async (tx: Db) => {
    const context = await readTermTargets(tx, termId);
    requireOpen(context.term);
    const added = readTargetForm(context, typed);
    await insertTargets(tx, context.term, [added], now);
    const measures = added.measures.map((measure) => measureStateOf(measure, context.units));
    return deedOf("target.created", added, null, { ...targetStateOf(added), measures });
  };
  return applyChange(store, actor, { mode, work });
}

/** Changes a target's name, wording, group and provenance. */
export function changeTarget(
  store: Store,
  actor: Office,
  { mode, targetId, base, typed, reason }: ChangeTarget,
): Promise<ChangeAnswer<TargetDeed>> {
  const work = async (tx: Db) => {
    const { target } = await readTarget(tx, targetId);
    const before = targetStateOf(target);
    await refuseOvertaken(tx, { type: "target", id: targetId }, { base, current: before });
    const { name, wording, groupCode, provenance } = typed;
    const changed = { ...target, name, wording: wording || null, groupCode: groupCode || null, provenance };
    await updateTarget(tx, changed);
    return deedOf("target.changed", changed, before, { ...targetStateOf(changed), reason });
  };
  return applyChange(store, actor, { mode, measured: false, work });
}

/** Moves a target one place up or down. */
export function moveTarget(
  store: Store,
  actor: Office,
  { targetId, direction }: MoveTarget,
): Promise<ChangeAnswer<TargetDeed>> {
  const work = async (tx: Db) => {
    const { context, target } = await readTarget(tx, targetId);
    const ids = context.targets.map(({ id }) => id);
    const order = moveInOrder(ids, targetId, direction);
    await placeTargets(tx, order);
    const codes = (list: readonly string[]) =>
      list.map((id) => context.targets.find((one) => one.id === id)?.code ?? id);
    return deedOf("target.order_changed", target, { order: codes(ids) }, { order: codes(order) });
  };
  return applyChange(store, actor, { mode: "save", measured: false, work });
}

/** Removes a target that nobody has reported or was asked about. */
export function removeTarget(
  store: Store,
  actor: Office,
  { mode, targetId, base, reason }: RemoveTarget,
): Promise<ChangeAnswer<TargetDeed>> {
  const work = async (tx: Db) => {
    const { target } = await readTarget(tx, targetId);
    const before = targetStateOf(target);
    await refuseOvertaken(tx, { type: "target", id: targetId }, { base, current: before });
    const measureIds = target.measures.map(({ id }) => id);
    for (const id of measureIds) {
      const { hasFigures } = await readMeasureUses(tx, id);
      if (hasFigures || (await isMeasureReferred(tx, id))) throw new DomainError("target_has_figures");
    }
    if (measureIds.length > 0) await deleteMeasures(tx, measureIds);
    await deleteTarget(tx, targetId, reason);
    return deedOf("target.removed", target, before, { reason });
  };
  return applyChange(store, actor, { mode, work });
}

async function readTarget(tx: Db, targetId: string) {
  const context = await readTermTargets(tx, await findTermIdOfTarget(tx, targetId));
  requireOpen(context.term);
  const target = context.targets.find(({ id }) => id === targetId);
  if (!target) throw new DomainError("not_found");
  return { context, target };
}

type TargetAction = "target.created" | "target.changed" | "target.order_changed" | "target.removed";

function deedOf(
  action: TargetAction,
  { id, code, name }: TargetDeed & { readonly id: string },
  before: JsonValue,
  after: JsonValue,
): Deed<TargetDeed> {
  return { event: { action, subject: { type: "target", id }, before, after }, data: { code, name } };
}

/**
 * The target that a form says, with its measures. Refuses what is wrong with any of them in one answer; problems of a
 * measure stand at `measures.0.` and its field.
 */
function readTargetForm(context: TermTargets, typed: CreateTarget["typed"]): StoredTarget {
  const { code, name, wording, groupCode, provenance } = typed;
  const id = newId();
  const problems: FieldErrors[] = context.targets.some((target) => target.code === code)
    ? [fieldError("code", "code_taken")]
    : [];
  const measures = typed.measures.map((measure, position) => {
    const at = `measures.${position}.`;
    const place = { id: newId(), targetId: id, position, earlierPlans: [], joinedOn: {} };
    const { measure: read, problems: own } = readMeasureForm(context, measure, place, at);
    const isTwice = typed.measures.slice(0, position).some((other) => other.code === read.code);
    const taken = isTwice ? fieldError(`${at}code`, "code_taken") : listTakenCode(context, read, `${at}code`);
    problems.push(own, taken);
    return read;
  });
  refuseFields(Object.assign({}, ...problems) as FieldErrors);
  const position = Math.max(0, ...context.targets.map((target) => target.position)) + 1;
  return {
    ...{ id, code, name, position, provenance, measures },
    wording: wording || null,
    groupCode: groupCode || null,
  };
}
