"use client"; // one task after another, without leaving the list

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { DateField } from "@/components/ui/date-field";
import { SelectField, TextField } from "@/components/ui/field";
import type { TaskFilling } from "@/domain/inputs/tasks";
import { saveTaskAction } from "@/server/actions/tasks";
import type { TaskOption, TaskTermView } from "@/server/loaders/task-settings";
import { useTaskFieldLabel } from "./use-task-field-label";

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
  const fieldLabel = useTaskFieldLabel();
  const form = useChangeForm<null, TaskFilling, { readonly name: string }>({
    stored: null,
    confirm: "never",
    toTyped: () => ({ ...OTHERS, groupId: group.id, name: "" }),
    send: (request) => saveTaskAction({ ...request, termId: term.id, taskId: null }),
    onSaved: ({ data, changeId }) => {
      say({ text: t("task.added", { name: data.name }), changeId });
      form.set({ name: "" });
      name.current?.focus();
    },
  });
  const error = useFieldErrors(form);
  return (
    <div className="screen-only border-t border-hairline pt-2">
      <ChangeForm
        form={form}
        name={t("task.new", { group: group.name })}
        saveLabel={t("task.add")}
        saveVariant="secondary"
        fieldLabel={fieldLabel}
      >
        <div className="grid items-start gap-x-3 gap-y-2 md:grid-cols-[1fr_12rem_10rem]">
          <TextField
            ref={name}
            label={t("task.newName")}
            value={form.typed.name}
            onChange={(event) => form.set({ name: event.target.value })}
            error={error("name")}
          />
          <SelectField
            label={t("task.lead")}
            options={[{ value: "", label: t("task.noLead") }, ...units]}
            value={form.typed.leadUnitId}
            onChange={(event) => form.set({ leadUnitId: event.target.value })}
            error={error("leadUnitId")}
          />
          <DateField
            label={t("task.due")}
            min={term.startsOn}
            max={term.endsOn}
            value={form.typed.dueOn}
            onChange={(event) => form.set({ dueOn: event.target.value })}
            error={error("dueOn")}
          />
        </div>
      </ChangeForm>
    </div>
  );
}
