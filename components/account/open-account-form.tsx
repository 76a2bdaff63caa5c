"use client"; // stays open for the next account and proposes its login

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ChangeForm } from "@/components/changes/change-form";
import { unrecorded, useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import type { TypedHolding } from "@/domain/inputs/accounts";
import { openAccountAction } from "@/server/actions/accounts";
import type { AccountChoices } from "@/server/loaders/account-settings";
import { OneTimeSlips, type Slip } from "./one-time-slips";
import { loginOf, PersonFields } from "./person-fields";
import { emptyHolding, RoleRows } from "./role-rows";
import { useAccountFieldLabel } from "./use-account-field-label";

type Typed = { readonly displayName: string; readonly login: string; readonly holdings: TypedHolding[] };

/** Opens accounts, one after the other; the one-time passwords stay on the page until it is left. */
export function OpenAccountForm({ choices }: { readonly choices: AccountChoices }) {
  const t = useTranslations("accountSettings");
  const name = useRef<HTMLInputElement>(null);
  const [slips, setSlips] = useState<readonly Slip[]>([]);
  const taken = [...choices.people, ...slips];
  const form = useChangeForm<null, Typed, Slip>({
    stored: null,
    confirm: "never",
    toTyped: () => ({ displayName: "", login: "", holdings: [emptyHolding(choices.today)] }),
    send: async ({ typed }) => unrecorded(await openAccountAction({ ...typed, login: loginOf(typed, taken) })),
    onSaved: ({ data }) => {
      setSlips((earlier) => [...earlier, data]);
      const [first] = form.typed.holdings;
      form.set({ displayName: "", login: "", holdings: [emptyHolding(first?.from ?? choices.today, first?.role)] });
      name.current?.focus();
    },
  });
  const { typed, set } = form;
  const error = useFieldErrors(form);
  return (
    <div className="grid gap-4">
      <ChangeForm form={form} saveLabel={t("open.submit")} fieldLabel={useAccountFieldLabel()}>
        <div className="grid gap-3 sm:grid-cols-2">
          <PersonFields nameRef={name} person={typed} login={loginOf(typed, taken)} onChange={set} error={error} />
        </div>
        <RoleRows
          holdings={typed.holdings}
          onChange={(holdings) => set({ holdings })}
          units={choices.units}
          today={choices.today}
          error={error}
        />
        <p className="text-small text-quiet">{t("open.forGood")}</p>
      </ChangeForm>
      <OneTimeSlips slips={slips} />
    </div>
  );
}
