"use client"; // keeps what was typed when it is refused

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { saveMailAction } from "@/server/actions/accounts";
import type { OwnAccountView } from "@/server/loaders/accounts";
import { useActionForm } from "./use-action-form";

/** Where one's own reminders go. */
export function MailForm({ mail, sendsMail }: Pick<OwnAccountView, "mail" | "sendsMail">) {
  const t = useTranslations("account.mail");
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
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" pending={pending}>
          {t("save")}
        </Button>
        <p role="status">{saved && !pending ? t("saved") : ""}</p>
      </div>
    </form>
  );
}
