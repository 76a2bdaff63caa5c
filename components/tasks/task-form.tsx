"use client"; // keeps what is typed while the server answers, and merges what somebody else saved first

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { ButtonLink } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { CheckboxField, FieldError, SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { fillTask, type StoredTaskContent, type TaskFilling } from "@/domain/inputs/tasks";
import { saveTaskAction } from "@/server/actions/tasks";
import type { TaskEditView, TaskOption } from "@/server/loaders/task-settings";
import { useTaskFieldLabel } from "./use-task-field-label";

/** Everything that the office says of a task. */
export function TaskForm({ view, backAddress }: { readonly view: TaskEditView; readonly backAddress: string }) {
  const t = useTranslations("taskSettings");
  const fieldLabel = useTaskFieldLabel();
  const form = useTask(view, backAddress);
  const error = useFieldErrors(form);
  const { typed, set } = form;
  const { term } = view;
  const named = new Map([...view.groups, ...view.units, ...view.targets].map(({ value, label }) => [value, label]));
  return (
    <ChangeForm
      form={form}
      saveLabel={t("save")}
      fieldLabel={fieldLabel}
      valueLabel={(_, value) => named.get(value) ?? value}
      actions={<ButtonLink href={backAddress}>{t("back")}</ButtonLink>}
    >
      <TextField
        label={t("task.name")}
        value={typed.name}
        onChange={(event) => set({ name: event.target.value })}
        error={error("name")}
      />
      <SelectField
        label={t("task.group")}
        options={view.groups}
        value={typed.groupId}
        onChange={(event) => set({ groupId: event.target.value })}
        error={error("groupId")}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t("task.lead")}
          hint={t("task.leadMeaning")}
          options={[{ value: "", label: t("task.noLead") }, ...view.units]}
          value={typed.leadUnitId}
          onChange={(event) => set({ leadUnitId: event.target.value })}
          error={error("leadUnitId")}
        />
        <DateField
          label={t("task.due")}
          hint={t("task.dueMeaning")}
          min={term.startsOn}
          max={term.endsOn}
          value={typed.dueOn}
          onChange={(event) => set({ dueOn: event.target.value })}
          error={error("dueOn")}
        />
      </div>
      <TextAreaField
        label={t("task.expectedResult")}
        value={typed.expectedResult}
        onChange={(event) => set({ expectedResult: event.target.value })}
        error={error("expectedResult")}
      />
      <Choices
        legend={t("task.supporting")}
        none={t("task.noUnits")}
        options={view.units.filter(({ value }) => value !== typed.leadUnitId)}
        chosen={typed.supportingUnitIds}
        onChange={(supportingUnitIds) => set({ supportingUnitIds })}
        error={error("supportingUnitIds")}
      />
      <Choices
        legend={t("task.targets")}
        none={t("task.noTargets")}
        options={view.targets}
        chosen={typed.targetIds}
        onChange={(targetIds) => set({ targetIds })}
        error={error("targetIds")}
      />
    </ChangeForm>
  );
}

function useTask({ term, taskId, stored }: TaskEditView, backAddress: string) {
  const t = useTranslations("taskSettings");
  const router = useRouter();
  const { say } = useChangeMessages();
  return useChangeForm<StoredTaskContent, TaskFilling, { readonly name: string }>({
    stored,
    confirm: "never",
    toTyped: (state) => fillTask(state ?? stored),
    send: (request) => saveTaskAction({ ...request, termId: term.id, taskId }),
    onSaved: ({ data, changeId }) => {
      say({ text: t("task.changed", { name: data.name }), changeId });
      router.push(backAddress);
    },
  });
}

interface ChoicesProps {
  readonly legend: string;
  readonly none: string;
  readonly options: readonly TaskOption[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
  readonly error: string | undefined;
}

/** Any number of a list, each a box to tick. */
function Choices({ legend, none, options, chosen, onChange, error }: ChoicesProps) {
  return (
    <fieldset className="grid gap-1">
      <legend className="text-small text-quiet">{legend}</legend>
      <FieldError>{error}</FieldError>
      {options.length === 0 && <p>{none}</p>}
      <div className="grid gap-x-6 sm:grid-cols-2">
        {options.map(({ value, label }) => (
          <CheckboxField
            key={value}
            label={label}
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
