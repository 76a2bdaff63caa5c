"use client"; // a form with a preview

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import type { ButtonVariant } from "@/components/ui/button";
import type { TermForm } from "@/domain/inputs/terms";
import { saveTermAction } from "@/server/actions/terms";
import { TermFields } from "./term-fields";
import { termTexts } from "./term-texts";
import { useTermFieldLabel } from "./use-field-label";

interface EditTermFormProps {
  readonly termId: string;
  readonly stored: TermForm;
  readonly variant: ButtonVariant;
}

/** Changes a term's name, days, years and thresholds; what that moves is shown first. */
export function EditTermForm({ termId, stored, variant }: EditTermFormProps) {
  const t = useTranslations("termSettings");
  const router = useRouter();
  const { say } = useChangeMessages();
  const fieldLabel = useTermFieldLabel();
  const form = useChangeForm({
    ...{ stored, toTyped: termTexts },
    send: (request) => saveTermAction({ termId, ...request }),
    stopsFor: ({ yearsWithPlans }) => yearsWithPlans.length > 0,
    onSaved: ({ changeId, data }) => {
      say({ text: t("saved"), changeId });
      router.push(`/settings/terms/${encodeURIComponent(data.code)}`);
      router.refresh();
    },
  });
  const error = useFieldErrors(form);
  const lost = form.preview?.data.yearsWithPlans ?? [];
  return (
    <ChangeForm
      {...{ form, fieldLabel }}
      saveLabel={t("save")}
      saveVariant={variant}
      previewText={lost.length > 0 && <p>{t("plansLost", { count: lost.length, years: lost.join(", ") })}</p>}
    >
      <TermFields
        {...{ texts: form.typed, set: form.set, error }}
        codeFixed={stored.state !== "draft"}
        firstMode="own"
      />
    </ChangeForm>
  );
}
