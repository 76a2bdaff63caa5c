// What the office may say of a task, and what is answered at the field where it may not.
import { laterOf, type CalendarDate, type DateSpan } from "./dates";
import { DomainError, type ErrorCode, type FieldError } from "./errors";
import type { Unit } from "./units";

/** What a task is: where it stands, who does it, until when, what comes of it and which targets it serves. */
export interface TaskContent {
  readonly groupId: string;
  readonly name: string;
  readonly leadUnitId: string | null;
  readonly supportingUnitIds: readonly string[];
  readonly dueOn: CalendarDate | null;
  readonly expectedResult: string | null;
  readonly targetIds: readonly string[];
}

/** What a task of a term can refer to on the day that it is written. */
export interface TaskChoices {
  readonly term: DateSpan;
  readonly today: CalendarDate;
  readonly groupIds: readonly string[];
  readonly units: readonly Unit[];
  readonly targetIds: readonly string[];
}

/** Whether a unit can still be given a task of the term: some of its days lie ahead, within the term. */
export function canTakeTask(unit: Unit, term: DateSpan, today: CalendarDate): boolean {
  return unit.from <= term.endsOn && (unit.to === null || unit.to >= laterOf(today, term.startsOn));
}

/**
 * The content as it is kept: a unit that leads does not support as well. What is wrong is refused at its field: a group
 * or target of another term, a due day outside the term, a unit that no longer exists. What a task had before may stay
 * as it is, so that a unit's end does not stand in the way of other corrections.
 */
export function checkTaskContent(content: TaskContent, before: TaskContent | null, choices: TaskChoices): TaskContent {
  const kept = {
    ...content,
    supportingUnitIds: [...new Set(content.supportingUnitIds)].filter((id) => id !== content.leadUnitId),
    targetIds: [...new Set(content.targetIds)],
  };
  const fields = {
    ...problemAt("groupId", choices.groupIds.includes(kept.groupId) ? null : "bad_choice"),
    ...problemAt("leadUnitId", leadProblem(kept, before, choices)),
    ...problemAt("supportingUnitIds", supportProblem(kept, before, choices)),
    ...problemAt("dueOn", dueProblem(kept, before, choices.term)),
    ...problemAt("targetIds", kept.targetIds.every((id) => choices.targetIds.includes(id)) ? null : "bad_choice"),
  };
  if (Object.keys(fields).length > 0) throw new DomainError("invalid_input", {}, fields);
  return kept;
}

function problemAt(field: keyof TaskContent, code: ErrorCode | null): Readonly<Record<string, FieldError>> {
  return code === null ? {} : { [field]: { code, values: {} } };
}

function leadProblem(content: TaskContent, before: TaskContent | null, choices: TaskChoices): ErrorCode | null {
  const { leadUnitId } = content;
  if (leadUnitId === null || leadUnitId === before?.leadUnitId) return null;
  return unitProblem(leadUnitId, choices);
}

function supportProblem(content: TaskContent, before: TaskContent | null, choices: TaskChoices): ErrorCode | null {
  const known = [...(before?.supportingUnitIds ?? []), before?.leadUnitId];
  const added = content.supportingUnitIds.filter((id) => !known.includes(id));
  return added.map((id) => unitProblem(id, choices)).find((problem) => problem !== null) ?? null;
}

function unitProblem(unitId: string, { term, today, units }: TaskChoices): ErrorCode | null {
  const unit = units.find(({ id }) => id === unitId);
  if (!unit) return "bad_choice";
  return canTakeTask(unit, term, today) ? null : "unit_not_there";
}

function dueProblem({ dueOn }: TaskContent, before: TaskContent | null, term: DateSpan): ErrorCode | null {
  if (dueOn === null || dueOn === before?.dueOn) return null;
  return dueOn < term.startsOn || dueOn > term.endsOn ? "outside_term" : null;
}
