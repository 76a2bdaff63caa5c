"use client"; // stays open for the next account and proposes its login

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { proposeLogin } from "@/domain/logins";
import { openAccountAction } from "@/server/actions/accounts";
import type { AccountChoices } from "@/server/loaders/account-settings";
import { OneTimeSlips, type Slip } from "./one-time-slips";
import { emptyHolding, RoleRows } from "./role-rows";
import { useDeed } from "./use-deed";

/** Opens accounts, one after the other; the one-time passwords stay on the page until it is left. */
export function OpenAccountForm({ choices }: { readonly choices: AccountChoices }) {
  const t = useTranslations("accountSettings");
  const { form, pending, problem, error, send } = useDeed(openAccountAction);
  const name = useRef<HTMLDivElement>(null);
  const [displayName, setDisplayName] = useState("");
  const [typedLogin, setTypedLogin] = useState<string | null>(null);
  const [holdings, setHoldings] = useState([emptyHolding(choices.today)]);
  const [slips, setSlips] = useState<readonly Slip[]>([]);
  const taken = new Set([...choices.people, ...slips].map(({ login }) => login));
  const login = typedLogin ?? proposeLogin(displayName, taken);

  const opened = (slip: Slip) => {
    setSlips((earlier) => [...earlier, slip]);
    setDisplayName("");
    setTypedLogin(null);
    setHoldings([emptyHolding(holdings[0]?.from ?? choices.today, holdings[0]?.role)]);
    name.current?.querySelector("input")?.focus();
  };
  const submit = () => send({ displayName, login, holdings }, opened);

  return (
    <div className="grid gap-4">
      <form
        ref={form}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {problem && (
          <Notice tone="problem" live>
            {problem}
          </Notice>
        )}
        <div ref={name} className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={t("displayName")}
            hint={t("displayNameHint")}
            autoComplete="off"
            value={displayName}
            onChange={(event) => setDisplayName(event.currentTarget.value)}
            error={error("displayName")}
          />
          <TextField
            label={t("login")}
            hint={t("loginHint")}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={login}
            onChange={(event) => setTypedLogin(event.currentTarget.value || null)}
            error={error("login")}
          />
        </div>
        <RoleRows
          holdings={holdings}
          onChange={setHoldings}
          units={choices.units}
          today={choices.today}
          error={error}
        />
        <p className="text-small text-quiet">{t("open.forGood")}</p>
        <div>
          <Button type="submit" variant="primary" pending={pending} pendingLabel={t("pending")}>
            {t("open.submit")}
          </Button>
        </div>
      </form>
      <OneTimeSlips slips={slips} />
    </div>
  );
}
