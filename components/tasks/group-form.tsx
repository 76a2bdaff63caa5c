"use client"; // adds and renames without leaving the list

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useChangeMessages } from "@/components/changes/change-messages";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { saveTaskGroupAction } from "@/server/actions/tasks";
import { FormNotices, textOf } from "./form-notices";
import { useTaskForm } from "./use-task-form";

interface GroupFormProps {
  readonly termId: string;
  /** Null for a group to add: the form empties itself and waits for the next one. */
  readonly group: { readonly id: string; readonly name: string } | null;
  readonly onSaved?: () => void;
}

/** The name of a group. */
export function GroupForm({ termId, group, onSaved }: GroupFormProps) {
  const t = useTranslations("taskSettings");
  const { say } = useChangeMessages();
  const input = useRef<HTMLInputElement>(null);
  const form = useTaskForm({
    stored: group && { name: group.name },
    empty: { name: "" },
    fill: (stored) => stored,
    send: (typed, base) =>
      saveTaskGroupAction({ mode: "save", termId, groupId: group?.id ?? null, base, typed, reason: null }),
    onSaved: ({ data, changeId }) => {
      say({ text: t(group ? "group.renamed" : "group.added", { name: data.name }), changeId });
      if (group === null) form.set({ name: "" });
      input.current?.focus();
      onSaved?.();
    },
  });
  return (
    <form {...form.frame} className="screen-only grid gap-2">
      <FormNotices form={form} tell={({ theirs }) => ({ field: t("group.name"), value: textOf(theirs) })} />
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          ref={input}
          className="min-w-0 flex-1 sm:min-w-60"
          label={t(group ? "group.name" : "group.newName")}
          value={form.typed.name}
          onChange={(event) => form.set({ name: event.target.value })}
          error={form.error("name")}
        />
        <Button type="submit" pending={form.isPending}>
          {t(group ? "save" : "group.add")}
        </Button>
      </div>
    </form>
  );
}
