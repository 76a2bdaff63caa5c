"use client"; // keeps what is typed when somebody else was faster

import { useTranslations } from "next-intl";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import type { TargetState, TypedTarget } from "@/domain/inputs/targets";
import { changeTargetAction } from "@/server/actions/targets";
import type { TargetSettings } from "@/server/loaders/target-settings";
import { TargetOriginFields } from "./target-origin-fields";
import { TargetTextFields } from "./target-text-fields";
import { useTargetFieldLabel } from "./use-target-field-label";

interface TargetFormProps {
  readonly target: TargetSettings;
  readonly groups: readonly string[];
}

/** What a stored target says: the resolution's words, a short name, its group and where it comes from. */
export function TargetForm({ target, groups }: TargetFormProps) {
  const t = useTranslations("targetSettings");
  const fieldLabel = useTargetFieldLabel();
  const { say } = useChangeMessages();
  const form = useChangeForm<TargetState, TypedTarget, { readonly name: string }>({
    stored: target.stored,
    toTyped: (stored) => typedTargetOf(stored ?? target.stored),
    send: (request) => changeTargetAction({ targetId: target.id, ...request }),
    onSaved: ({ data: { name }, changeId }) => say({ text: t("saved", { name }), changeId }),
  });
  const { typed, set } = form;
  const error = useFieldErrors(form);
  return (
    <ChangeForm form={form} saveLabel={t("save")} fieldLabel={fieldLabel}>
      <TargetTextFields
        {...{ typed, error }}
        onWording={(wording) => set({ wording })}
        onName={(name) => set({ name })}
      />
      <TargetOriginFields typed={typed} groups={groups} onChange={set} error={error} />
    </ChangeForm>
  );
}

function typedTargetOf({ code, name, wording, groupCode, provenance }: TargetState): TypedTarget {
  return { code, name, wording: wording ?? "", groupCode: groupCode ?? "", provenance };
}
