"use client"; // keeps what was typed when it is refused

import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";
import { completeFirstRunAction } from "@/server/actions/first-run";
import { ActionForm } from "./action-form";
import { PasswordField } from "./password-field";
import { useActionForm } from "./use-action-form";

/** The first office account, opened by the code from the console. */
export function FirstRunForm() {
  const t = useTranslations("firstRun");
  const { error, ...state } = useActionForm(completeFirstRunAction);
  const field = (name: string) => ({ name, error: error(name) });
  return (
    <ActionForm state={state} submitLabel={t("submit")} pendingLabel={t("pending")} className="max-w-md">
      <TextField
        {...field("code")}
        label={t("code")}
        hint={t("codeHint")}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <TextField {...field("organisationName")} label={t("organisationName")} autoComplete="organization" />
      <TextField
        {...field("login")}
        label={t("login")}
        hint={t("loginHint")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField {...field("displayName")} label={t("displayName")} hint={t("displayNameHint")} autoComplete="off" />
      <PasswordField
        {...field("password")}
        label={t("password")}
        hint={t("passwordHint")}
        autoComplete="new-password"
      />
      <PasswordField {...field("passwordAgain")} label={t("passwordAgain")} autoComplete="new-password" />
    </ActionForm>
  );
}
