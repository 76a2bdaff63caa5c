"use client"; // answers at its fields and keeps what was typed

import { useTranslations } from "next-intl";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { DateField } from "@/components/ui/date-field";
import { SelectField, TextAreaField } from "@/components/ui/field";
import { reportProgressAction } from "@/server/actions/tasks";
import type { ProgressFormView } from "@/server/loaders/tasks";

type TypedProgress = { readonly on: string; readonly state: string; readonly text: string };

interface ProgressFormProps {
  readonly form: ProgressFormView;
  /** The states that can be reported, in the words of the page. */
  readonly states: readonly { readonly value: string; readonly label: string }[];
}

/** Reports progress of a task: the day, what was done, and another state where there is one. */
export function ProgressForm({ form: { taskId, firstDay, lastDay, state }, states }: ProgressFormProps) {
  const t = useTranslations("taskSettings.progress");
  const { say } = useChangeMessages();
  const form = useChangeForm<null, TypedProgress, { readonly name: string }>({
    stored: null,
    confirm: "never",
    toTyped: () => ({ on: String(lastDay), state: "", text: "" }),
    send: (request) => reportProgressAction({ ...request, taskId }),
    onSaved: ({ changeId }) => {
      say({ text: t("saved"), changeId });
      form.set({ state: "", text: "" });
    },
  });
  const present = states.find(({ value }) => value === state)?.label ?? "";
  const others = states.filter(({ value }) => value !== state);
  const isStopping = form.typed.state === "stopped";
  const error = useFieldErrors(form);
  const labels: Readonly<Record<string, string>> = { on: t("on"), state: t("state") };
  const textLabel = t(isStopping ? "reason" : "text");
  return (
    <section aria-labelledby="report-progress" className="screen-only grid gap-3">
      <h2 id="report-progress" className="text-section">
        {t("title")}
      </h2>
      <ChangeForm
        form={form}
        saveLabel={t("send")}
        fieldLabel={(path) => labels[path.replace(/^typed\./, "")] ?? textLabel}
      >
        <div className="grid gap-3 sm:grid-cols-2">
          <DateField
            label={t("on")}
            min={firstDay}
            max={lastDay}
            value={form.typed.on}
            onChange={(event) => form.set({ on: event.target.value })}
            error={error("on")}
          />
          <SelectField
            label={t("state")}
            options={[{ value: "", label: t("unchanged", { state: present }) }, ...others]}
            value={form.typed.state}
            onChange={(event) => form.set({ state: event.target.value })}
            error={error("state")}
          />
        </div>
        <TextAreaField
          label={textLabel}
          hint={t("privacy")}
          value={form.typed.text}
          onChange={(event) => form.set({ text: event.target.value })}
          error={error("text")}
        />
      </ChangeForm>
    </section>
  );
}
