"use client"; // one task after another, without leaving the list

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useChangeMessages } from "@/components/changes/change-messages";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { fillTask, type StoredTaskContent, type TaskFilling } from "@/domain/inputs/tasks";
import { saveTaskAction } from "@/server/actions/tasks";
import type { TaskOption, TaskTermView } from "@/server/loaders/task-settings";
import { FormNotices, textOf } from "./form-notices";
import { useTaskForm } from "./use-task-form";

interface TaskQuickFormProps {
  readonly term: TaskTermView;
  readonly group: { readonly id: string; readonly name: string };
  readonly units: readonly TaskOption[];
}

const OTHERS = { leadUnitId: "", supportingUnitIds: [], dueOn: "", expectedResult: "", targetIds: [] };

/** A new task of a group: its name, who leads and until when. Unit and day stay for the next one. */
export function TaskQuickForm({ term, group, units }: TaskQuickFormProps) {
  const t = useTranslations("taskSettings");
  const { say } = useChangeMessages();
  const name = useRef<HTMLInputElement>(null);
  const form = useTaskForm<StoredTaskContent, TaskFilling, { readonly name: string }>({
    stored: null,
    empty: { ...OTHERS, groupId: group.id, name: "" },
    fill: fillTask,
    send: (typed) => saveTaskAction({ mode: "save", termId: term.id, taskId: null, base: null, typed, reason: null }),
    onSaved: ({ data, changeId }) => {
      say({ text: t("task.added", { name: data.name }), changeId });
      form.set({ name: "" });
      name.current?.focus();
    },
  });
  return (
    <form
      {...form.frame}
      aria-label={t("task.new", { group: group.name })}
      className="screen-only grid gap-2 border-t border-hairline pt-2"
    >
      <FormNotices form={form} tell={({ path, theirs }) => ({ field: path, value: textOf(theirs) })} />
      <div className="grid items-start gap-x-3 gap-y-2 md:grid-cols-[1fr_12rem_10rem_auto]">
        <TextField
          ref={name}
          label={t("task.newName")}
          value={form.typed.name}
          onChange={(event) => form.set({ name: event.target.value })}
          error={form.error("name")}
        />
        <SelectField
          label={t("task.lead")}
          options={[{ value: "", label: t("task.noLead") }, ...units]}
          value={form.typed.leadUnitId}
          onChange={(event) => form.set({ leadUnitId: event.target.value })}
          error={form.error("leadUnitId")}
        />
        <TextField
          type="date"
          label={t("task.due")}
          min={term.startsOn}
          max={term.endsOn}
          value={form.typed.dueOn}
          onChange={(event) => form.set({ dueOn: event.target.value })}
          error={form.error("dueOn")}
        />
        <Button type="submit" pending={form.isPending} className="md:mt-6">
          {t("task.add")}
        </Button>
      </div>
    </form>
  );
}
