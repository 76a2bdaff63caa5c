"use client"; // answers at its fields and keeps what was typed

import { useTranslations } from "next-intl";
import { useChangeMessages } from "@/components/changes/change-messages";
import { Button } from "@/components/ui/button";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { reportProgressAction } from "@/server/actions/tasks";
import type { ProgressFormView } from "@/server/loaders/tasks";
import { useTaskForm } from "./use-task-form";

interface ProgressFormProps {
  readonly form: ProgressFormView;
  /** The states that can be reported, in the words of the page. */
  readonly states: readonly { readonly value: string; readonly label: string }[];
}

/** Reports progress of a task: the day, what was done, and another state where there is one. */
export function ProgressForm({ form: { taskId, firstDay, lastDay, state }, states }: ProgressFormProps) {
  const t = useTranslations("taskSettings.progress");
  const { say } = useChangeMessages();
  const form = useTaskForm({
    stored: null,
    empty: { on: String(lastDay), state: "", text: "" },
    fill: (stored: never) => stored,
    send: (typed) => reportProgressAction({ mode: "save", taskId, base: null, typed, reason: null }),
    onSaved: ({ changeId }) => {
      say({ text: t("saved"), changeId });
      form.set({ state: "", text: "" });
    },
  });
  const present = states.find(({ value }) => value === state)?.label ?? "";
  const others = states.filter(({ value }) => value !== state);
  const isStopping = form.typed.state === "stopped";
  return (
    <form {...form.frame} aria-labelledby="report-progress" className="screen-only grid gap-3">
      <h2 id="report-progress" className="text-section">
        {t("title")}
      </h2>
      {form.failure && <Notice tone="problem" live title={form.failure} />}
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          type="date"
          label={t("on")}
          min={firstDay}
          max={lastDay}
          value={form.typed.on}
          onChange={(event) => form.set({ on: event.target.value })}
          error={form.error("on")}
        />
        <SelectField
          label={t("state")}
          options={[{ value: "", label: t("unchanged", { state: present }) }, ...others]}
          value={form.typed.state}
          onChange={(event) => form.set({ state: event.target.value })}
          error={form.error("state")}
        />
      </div>
      <TextAreaField
        label={t(isStopping ? "reason" : "text")}
        hint={t("privacy")}
        value={form.typed.text}
        onChange={(event) => form.set({ text: event.target.value })}
        error={form.error("text")}
      />
      <Button type="submit" variant="primary" pending={form.isPending} className="w-fit">
        {t("send")}
      </Button>
    </form>
  );
}
