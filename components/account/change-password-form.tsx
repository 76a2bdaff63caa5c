"use client"; // keeps what was typed when it is refused

import { useTranslations } from "next-intl";
import { changePasswordAction } from "@/server/actions/accounts";
import { ActionForm } from "./action-form";
import { PasswordField } from "./password-field";
import { useActionForm } from "./use-action-form";

interface ChangePasswordFormProps {
  /** For the browser's own store of passwords, which wants to know whose it is. */
  readonly login: string;
  /** Where to go on to: a path of this server. */
  readonly next: string;
}

/** A new password for one's own account. */
export function ChangePasswordForm({ login, next }: ChangePasswordFormProps) {
  const t = useTranslations("account");
  const { error, ...state } = useActionForm(changePasswordAction);
  return (
    <ActionForm state={state} submitLabel={t("submit")} pendingLabel={t("pending")}>
      <input type="hidden" name="next" value={next} />
      <input type="text" autoComplete="username" value={login} readOnly hidden />
      <PasswordField
        label={t("currentPassword")}
        name="currentPassword"
        autoComplete="current-password"
        error={error("currentPassword")}
      />
      <PasswordField
        label={t("newPassword")}
        hint={t("newPasswordHint")}
        name="password"
        autoComplete="new-password"
        error={error("password")}
      />
      <PasswordField
        label={t("newPasswordAgain")}
        name="passwordAgain"
        autoComplete="new-password"
        error={error("passwordAgain")}
      />
      <p className="text-small text-quiet">{t("afterwards")}</p>
    </ActionForm>
  );
}
