"use client"; // a form of the settings

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { wholeNumberOf } from "@/components/changes/whole-number";
import { CheckboxField, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { DEFAULT_REPORTING_SETTINGS, type ReportingSettings } from "@/domain/reporting-settings";
import { saveReportingSettingsAction } from "@/server/actions/reporting-settings";
import type { ReportingSettingsView } from "@/server/loaders/reporting-settings";

type Stored = { -readonly [Key in keyof ReportingSettings]: ReportingSettings[Key] };

const typingOf = (stored: Stored | null) => {
  const settings = stored ?? DEFAULT_REPORTING_SETTINGS;
  return {
    ...settings,
    evidenceMegabytes: settings.evidenceMegabytes.toString(),
    remindDaysBefore: settings.remindDaysBefore.toString(),
  };
};

/** How reports are taken: when units are reminded, whether by mail too, and whether files may prove a figure. */
export function ReportingSettingsForm({ view }: { readonly view: ReportingSettingsView }) {
  const t = useTranslations("reportingSettings");
  const router = useRouter();
  const { say } = useChangeMessages();
  const form = useChangeForm({
    ...{ stored: view.stored, toTyped: typingOf, confirm: "never" as const },
    send: ({ typed, ...request }) =>
      saveReportingSettingsAction({
        ...request,
        typed: {
          ...typed,
          evidenceMegabytes: wholeNumberOf(typed.evidenceMegabytes),
          remindDaysBefore: wholeNumberOf(typed.remindDaysBefore),
        },
      }),
    onSaved: ({ changeId }) => {
      say({ text: t("saved"), changeId });
      router.refresh();
    },
  });
  const error = useFieldErrors(form);
  const number = (name: "evidenceMegabytes" | "remindDaysBefore") => (
    <TextField
      name={name}
      label={t(`field.${name}`)}
      hint={t(`hint.${name}`)}
      value={form.typed[name]}
      inputMode="numeric"
      autoComplete="off"
      className="max-w-64"
      error={error(name)}
      onChange={(event) => form.set({ [name]: event.target.value })}
    />
  );
  const choice = (name: "takesEvidence" | "sendsMail", disabled = false) => (
    <CheckboxField
      name={name}
      label={t(`field.${name}`)}
      checked={form.typed[name]}
      disabled={disabled}
      onChange={(event) => form.set({ [name]: event.target.checked })}
    />
  );
  const label = (path: string) => {
    const name = (["takesEvidence", "evidenceMegabytes", "remindDaysBefore", "sendsMail"] as const).find((known) =>
      path.endsWith(known),
    );
    return name ? t(`field.${name}`) : path;
  };
  return (
    <ChangeForm form={form} saveLabel={t("save")} fieldLabel={label}>
      <fieldset className="grid gap-3">
        <legend className="pb-2 text-section font-semibold">{t("reminders")}</legend>
        {number("remindDaysBefore")}
        {choice("sendsMail", !view.hasMailServer && !form.typed.sendsMail)}
        {!view.hasMailServer && <p className="text-small text-quiet">{t("noMailServer")}</p>}
      </fieldset>
      <fieldset className="grid gap-3">
        <legend className="pb-2 text-section font-semibold">{t("evidence")}</legend>
        {choice("takesEvidence")}
        <Notice>{t("notForSecrets")}</Notice>
        {form.typed.takesEvidence && number("evidenceMegabytes")}
      </fieldset>
    </ChangeForm>
  );
}
