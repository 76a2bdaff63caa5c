"use client"; // adds and renames without leaving the list

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { TextField } from "@/components/ui/field";
import { useFold } from "@/components/ui/fold";
import { saveTaskGroupAction } from "@/server/actions/tasks";

type GroupName = { readonly name: string };

interface GroupFormProps {
  readonly termId: string;
  /** Null for a group to add: the form empties itself and waits for the next one. */
  readonly group: { readonly id: string; readonly name: string } | null;
}

/** The name of a group. */
export function GroupForm({ termId, group }: GroupFormProps) {
  const t = useTranslations("taskSettings");
  const { say } = useChangeMessages();
  const fold = useFold();
  const input = useRef<HTMLInputElement>(null);
  const form = useChangeForm<GroupName, GroupName, GroupName>({
    stored: group && { name: group.name },
    confirm: "never",
    toTyped: (stored) => ({ name: stored?.name ?? "" }),
    send: (request) => saveTaskGroupAction({ ...request, termId, groupId: group?.id ?? null }),
    onSaved: ({ data, changeId }) => {
      say({ text: t(group ? "group.renamed" : "group.added", { name: data.name }), changeId });
      if (group) return fold.close();
      form.set({ name: "" });
      input.current?.focus();
    },
  });
  const error = useFieldErrors(form);
  return (
    <div className="screen-only">
      <ChangeForm
        form={form}
        saveLabel={t(group ? "save" : "group.add")}
        saveVariant="secondary"
        fieldLabel={() => t("group.name")}
      >
        <TextField
          ref={input}
          label={t(group ? "group.name" : "group.newName")}
          value={form.typed.name}
          onChange={(event) => form.set({ name: event.target.value })}
          error={error("name")}
        />
      </ChangeForm>
    </div>
  );
}
