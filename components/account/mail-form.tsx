"use client"; // keeps what was typed when it is refused

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LANGUAGE_CHOICES } from "@/components/shell/language-switch";
import { SelectField, TextField } from "@/components/ui/field";
import { saveMailAction } from "@/server/actions/accounts";
import type { OwnAccountView } from "@/server/loaders/accounts";
import { useActionForm } from "./use-action-form";

type MailFormProps = Pick<OwnAccountView, "mail" | "mailLanguage" | "sendsMail">;

/** Where one's own reminders go, and in which language; that of the page is proposed. */
export function MailForm({ mail, mailLanguage, sendsMail }: MailFormProps) {
  const t = useTranslations("account.mail");
  const locale = useLocale();
  const { form, pending, saved, problem, error } = useActionForm(saveMailAction);
  return (
    <form {...form} className="grid max-w-sm gap-3">
      {!sendsMail && <p className="text-small text-quiet">{t("off")}</p>}
      <TextField
        type="email"
        name="mail"
        label={t("label")}
        hint={t("hint")}
        autoComplete="email"
        defaultValue={mail ?? ""}
        error={error("mail") ?? problem ?? undefined}
      />
      <SelectField
        name="language"
        label={t("language")}
        options={LANGUAGE_CHOICES.map(({ locale: value, name: label }) => ({ value, label }))}
        defaultValue={mailLanguage ?? locale}
        error={error("language")}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" pending={pending}>
          {t("save")}
        </Button>
        <p role="status">{saved && !pending ? t("saved") : ""}</p>
      </div>
    </form>
  );
}
