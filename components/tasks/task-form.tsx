"use client"; // keeps what is typed while the server answers, and merges what somebody else saved first

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useChangeMessages } from "@/components/changes/change-messages";
import { Button, ButtonLink } from "@/components/ui/button";
import { CheckboxField, SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { fillTask, type StoredTaskContent, type TaskFilling } from "@/domain/inputs/tasks";
import type { JsonValue } from "@/domain/audit";
import type { MergeConflict } from "@/domain/merge";
import { saveTaskAction } from "@/server/actions/tasks";
import type { TaskEditView, TaskOption } from "@/server/loaders/task-settings";
import { FormNotices, textOf } from "./form-notices";
import { useTaskForm } from "./use-task-form";

/** Everything that the office says of a task. */
export function TaskForm({ view, backAddress }: { readonly view: TaskEditView; readonly backAddress: string }) {
  const t = useTranslations("taskSettings");
  const router = useRouter();
  const { say } = useChangeMessages();
  const tell = useConflictText(view);
  const { term, taskId } = view;
  const form = useTaskForm<StoredTaskContent, TaskFilling, { readonly name: string }>({
    stored: view.stored,
    empty: fillTask(view.stored),
    fill: fillTask,
    send: (typed, base) => saveTaskAction({ mode: "save", termId: term.id, taskId, base, typed, reason: null }),
    onSaved: ({ data, changeId }) => {
      say({ text: t("task.changed", { name: data.name }), changeId });
      router.push(backAddress);
    },
  });
  const { typed, set, error } = form;
  return (
    <form {...form.frame} className="grid gap-4">
      <FormNotices form={form} tell={tell} />
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
        <TextField
          type="date"
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
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" pending={form.isPending}>
          {t("save")}
        </Button>
        <ButtonLink href={backAddress}>{t("back")}</ButtonLink>
      </div>
    </form>
  );
}

interface ChoicesProps {
  readonly legend: string;
  readonly none: string;
  readonly options: readonly TaskOption[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
  readonly error: string | null;
}

/** Any number of a list, each a box to tick. */
function Choices({ legend, none, options, chosen, onChange, error }: ChoicesProps) {
  return (
    <fieldset className="grid gap-1">
      <legend className="text-small text-quiet">{legend}</legend>
      {error && <p className="text-small font-medium text-attention">{error}</p>}
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

/** A field and what the other wrote into it, in the words of the form. */
function useConflictText(view: TaskEditView) {
  const t = useTranslations("taskSettings");
  const known = new Map([...view.groups, ...view.units, ...view.targets].map(({ value, label }) => [value, label]));
  const labels: Readonly<Record<string, string>> = {
    ...{ name: t("task.name"), groupId: t("task.group"), leadUnitId: t("task.lead"), dueOn: t("task.due") },
    ...{ expectedResult: t("task.expectedResult"), supportingUnitIds: t("task.supporting") },
    targetIds: t("task.targets"),
  };
  return ({ path, theirs }: MergeConflict) => {
    const parts: readonly JsonValue[] = Array.isArray(theirs) ? theirs : [theirs];
    const values = parts.map(textOf).map((value) => known.get(value) ?? value);
    const [field = ""] = path.split(".");
    return { field: labels[field] ?? field, value: values.filter(Boolean).join(", ") || t("task.nothing") };
  };
}
