"use client"; // keeps what was typed when it is refused

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { completeFirstRunAction } from "@/server/actions/first-run";
import { PasswordField } from "./password-field";
import { useActionForm } from "./use-action-form";

/** The first office account, opened by the code from the console. */
export function FirstRunForm() {
  const t = useTranslations("firstRun");
  const { form, pending, problem, error } = useActionForm(completeFirstRunAction);
  const field = (name: string) => ({ name, error: error(name) });
  return (
    <form {...form} className="grid max-w-md gap-4">
      {problem && (
        <Notice tone="problem" live>
          {problem}
        </Notice>
      )}
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
      <div>
        <Button type="submit" variant="primary" pending={pending} pendingLabel={t("pending")}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
