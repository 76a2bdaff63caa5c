"use client"; // who hands over follows from the cell; a new person's login is proposed

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChangeMessages } from "@/components/changes/change-messages";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { SelectField, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { NEW_ACCOUNT } from "@/domain/inputs/accounts";
import { proposeLogin } from "@/domain/logins";
import { handCellOverAction } from "@/server/actions/accounts";
import type { AccountChoices } from "@/server/loaders/account-settings";
import { OneTimeSlips, type Slip } from "./one-time-slips";
import { useDeed } from "./use-deed";

interface TypedHandover {
  readonly unitId: string;
  readonly giverId: string;
  readonly takerId: string;
  readonly displayName: string;
  readonly login: string;
  readonly on: string;
}

const nothing = { unitId: "", giverId: "", takerId: "", displayName: "", login: "" };

/** Passes a cell from one secretary to the next on a day. */
export function HandoverForm({ choices }: { readonly choices: AccountChoices }) {
  const t = useTranslations("accountSettings");
  const { form, pending, problem, error, send } = useDeed(handCellOverAction);
  const [typed, setTyped] = useState<TypedHandover>({ ...nothing, on: choices.today });
  const { say } = useChangeMessages();
  const [slips, setSlips] = useState<readonly Slip[]>([]);
  const set = (change: Partial<TypedHandover>) => setTyped({ ...typed, ...change });
  const people = choices.people.map(({ id, name, login }) => ({ value: id, label: `${name} (${login})` }));
  const login = typed.login || proposeLogin(typed.displayName, new Set(choices.people.map((person) => person.login)));
  const cellName = choices.units.find(({ id }) => id === typed.unitId)?.name ?? "";

  const submit = () =>
    send({ mode: "save", base: null, reason: null, typed: { ...typed, login } }, ({ data, changeId }) => {
      const person = data.oneTime?.displayName;
      say({
        text: person ? t("handover.doneNew", { cell: cellName, person }) : t("handover.done", { cell: cellName }),
        changeId,
      });
      setSlips(data.oneTime ? [data.oneTime] : []);
      setTyped({ ...nothing, on: typed.on });
    });

  return (
    <form
      ref={form}
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <OneTimeSlips slips={slips} />
      {problem && (
        <Notice tone="problem" live>
          {problem}
        </Notice>
      )}
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <SelectField
          label={t("handover.cell")}
          value={typed.unitId}
          options={[
            { value: "", label: t("choose") },
            ...choices.units.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget: { value } }) => set({ unitId: value, giverId: choices.secretaries[value] ?? "" })}
          error={error("unitId")}
        />
        <DateField
          label={t("handover.on")}
          hint={t("handover.onHint")}
          value={typed.on}
          onChange={(event) => set({ on: event.currentTarget.value })}
          error={error("on")}
        />
        <SelectField
          label={t("handover.giver")}
          value={typed.giverId}
          options={[{ value: "", label: t("handover.nobody") }, ...people]}
          onChange={(event) => set({ giverId: event.currentTarget.value })}
          error={error("giverId")}
        />
        <SelectField
          label={t("handover.taker")}
          value={typed.takerId}
          options={[
            { value: "", label: t("choose") },
            { value: NEW_ACCOUNT, label: t("handover.new") },
            ...people.filter(({ value }) => value !== typed.giverId),
          ]}
          onChange={(event) => set({ takerId: event.currentTarget.value })}
          error={error("takerId")}
        />
        {typed.takerId === NEW_ACCOUNT && (
          <>
            <TextField
              label={t("displayName")}
              autoComplete="off"
              value={typed.displayName}
              onChange={(event) => set({ displayName: event.currentTarget.value })}
              error={error("displayName")}
            />
            <TextField
              label={t("login")}
              hint={t("loginHint")}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={login}
              onChange={(event) => set({ login: event.currentTarget.value })}
              error={error("login")}
            />
          </>
        )}
      </div>
      <p className="text-small text-quiet">{t("handover.drafts")}</p>
      <div>
        <Button type="submit" pending={pending} pendingLabel={t("pending")}>
          {t("handover.submit")}
        </Button>
      </div>
    </form>
  );
}
