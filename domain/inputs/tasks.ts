import * as z from "zod";
import type { CalendarDate } from "../dates";
import { taskStates } from "../tasks";
import { changeInput } from "./changes";
import { lineOfText, optionalText, rule } from "./text";

const MAX_NAME = 500;
const MAX_TEXT = 2_000;
// Far above what any term has: it only keeps a forged request small.
const MAX_CHOSEN = 500;

const id = lineOfText(100);
const ids = z.array(id).max(MAX_CHOSEN, rule("invalid_input"));

const calendarDate = z.iso.date(rule("bad_date")).transform((text) => text as CalendarDate);

/** An empty field of a form is nothing. */
function orNothing<Value extends z.ZodType>(value: Value) {
  return z.preprocess((typed) => (typed === "" ? null : typed), value.nullable());
}

/** The name of a group, which is all that it has. */
export const typedTaskGroup = z.object({ name: lineOfText(MAX_NAME) });

/** What the office says of a task. */
export const typedTask = z.object({
  groupId: id,
  name: lineOfText(MAX_NAME),
  leadUnitId: orNothing(id),
  supportingUnitIds: ids,
  dueOn: orNothing(calendarDate),
  expectedResult: optionalText(MAX_TEXT),
  targetIds: ids,
});

export type TypedTask = z.output<typeof typedTask>;

/** A task as it is stored, in the form in which an edit form is filled from it. */
export type StoredTaskContent = TypedTask;

/** A task as its form holds it while it is filled in: empty fields are empty texts. */
export type TaskFilling = {
  readonly [Field in keyof TypedTask]: TypedTask[Field] extends string | null ? string : string[];
};

/** A form filled from what is stored. */
export function fillTask(stored: StoredTaskContent): TaskFilling {
  const { leadUnitId, dueOn, expectedResult, ...others } = stored;
  return { ...others, leadUnitId: leadUnitId ?? "", dueOn: dueOn ?? "", expectedResult: expectedResult ?? "" };
}

/** A group to add (`groupId` null) or to rename. */
export const saveTaskGroupInput = changeInput({ termId: id, groupId: id.nullable() }, typedTaskGroup);
export type SaveTaskGroup = z.output<typeof saveTaskGroupInput>;

/** A task to add (`taskId` null) or to change. */
export const saveTaskInput = changeInput({ termId: id, taskId: id.nullable() }, typedTask);
export type SaveTask = z.output<typeof saveTaskInput>;

const direction = z.enum(["up", "down"], rule("bad_choice"));

export const moveTaskGroupInput = z.object({ termId: id, groupId: id, direction });
export type MoveTaskGroup = z.output<typeof moveTaskGroupInput>;

export const moveTaskInput = z.object({ termId: id, taskId: id, direction });
export type MoveTask = z.output<typeof moveTaskInput>;

export const removeTaskGroupInput = z.object({ termId: id, groupId: id });
export type RemoveTaskGroup = z.output<typeof removeTaskGroupInput>;

export const removeTaskInput = z.object({ termId: id, taskId: id });
export type RemoveTask = z.output<typeof removeTaskInput>;

/** Which unfinished tasks of the earlier term are taken over, by their codes there. */
export const carryTasksInput = z.object({
  termId: id,
  codes: ids.refine((chosen) => chosen.length > 0, rule("required")),
});
export type CarryTasks = z.output<typeof carryTasksInput>;

/** What is reported of a task on a day; without a state it only tells something. */
export const typedProgress = z.object({
  on: z.preprocess((typed) => typed ?? "", calendarDate),
  state: orNothing(z.enum(taskStates, rule("bad_choice"))),
  text: optionalText(MAX_TEXT),
});

export const reportProgressInput = changeInput({ taskId: id }, typedProgress);
export type ReportProgress = z.output<typeof reportProgressInput>;
