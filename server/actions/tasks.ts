"use server";

import {
  carryTasksInput,
  moveTaskGroupInput,
  moveTaskInput,
  removeTaskGroupInput,
  removeTaskInput,
  reportProgressInput,
  saveTaskGroupInput,
  saveTaskInput,
} from "@/domain/inputs/tasks";
import { clock } from "../clock";
import { defineAction } from "../define-action";
import { carryTasksOver } from "../workflows/carried-tasks";
import { moveTaskGroup, removeTaskGroup, saveTaskGroup } from "../workflows/task-groups";
import { reportProgress } from "../workflows/task-progress";
import { moveTask, removeTask, saveTask } from "../workflows/tasks";

/** Adds a group of tasks or renames one. */
export const saveTaskGroupAction = defineAction({
  permission: "terms.configure",
  input: saveTaskGroupInput,
  run: ({ actor, input, store }) => saveTaskGroup(store, actor, input, clock.now()),
});

export const moveTaskGroupAction = defineAction({
  permission: "terms.configure",
  input: moveTaskGroupInput,
  run: ({ actor, input, store }) => moveTaskGroup(store, actor, input),
});

export const removeTaskGroupAction = defineAction({
  permission: "terms.configure",
  input: removeTaskGroupInput,
  run: ({ actor, input, store }) => removeTaskGroup(store, actor, input),
});

/** Adds a task or changes what is said of one. */
export const saveTaskAction = defineAction({
  permission: "terms.configure",
  input: saveTaskInput,
  run: ({ actor, input, store }) => saveTask(store, actor, input, clock.now()),
});

export const moveTaskAction = defineAction({
  permission: "terms.configure",
  input: moveTaskInput,
  run: ({ actor, input, store }) => moveTask(store, actor, input),
});

export const removeTaskAction = defineAction({
  permission: "terms.configure",
  input: removeTaskInput,
  run: ({ actor, input, store }) => removeTask(store, actor, input),
});

/** Takes unfinished tasks over from the term before. */
export const carryTasksAction = defineAction({
  permission: "terms.configure",
  input: carryTasksInput,
  run: ({ actor, input, store }) => carryTasksOver(store, actor, input, clock.now()),
});

/** Reports progress of a task: the unit that leads it, or the office. */
export const reportProgressAction = defineAction({
  permission: "tasks.update",
  input: reportProgressInput,
  run: ({ actor, input, store }) => reportProgress(store, actor, input, clock.now()),
});
