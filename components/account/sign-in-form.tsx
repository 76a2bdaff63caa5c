"use client"; // keeps what was typed when it is refused; fills in a demo account

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { TextField } from "@/components/ui/field";
import { signInAction } from "@/server/actions/sign-in";
import type { DemoSignIn } from "@/server/loaders/session";
import { ActionForm } from "./action-form";
import { DemoAccounts } from "./demo-accounts";
import { PasswordField } from "./password-field";
import { useActionForm } from "./use-action-form";

interface SignInFormProps {
  /** Where to go on to: a path of this server. */
  readonly next: string;
  readonly demo: DemoSignIn | null;
}

/** Name and password; in a demo also its accounts, one press each. */
export function SignInForm({ next, demo }: SignInFormProps) {
  const t = useTranslations("signIn");
  const { error, ...state } = useActionForm(signInAction);
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const submit = useRef<HTMLButtonElement>(null);
  const fill = (demoLogin: string) => {
    setLogin(demoLogin);
    setPassword(demo?.password ?? "");
    submit.current?.focus();
  };
  return (
    <>
      <ActionForm state={state} submitRef={submit} submitLabel={t("submit")} pendingLabel={t("pending")}>
        <input type="hidden" name="next" value={next} />
        <TextField
          label={t("login")}
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          error={error("login")}
        />
        <PasswordField
          label={t("password")}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={error("password")}
        />
      </ActionForm>
      {demo && <DemoAccounts demo={demo} onChoose={fill} />}
    </>
  );
}
