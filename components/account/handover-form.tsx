"use client"; // who hands over follows from the cell; a new person's login is proposed

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { useFormKey } from "@/components/changes/use-form-key";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/field";
import { NEW_ACCOUNT, type CellHolder, type HandoverState } from "@/domain/inputs/accounts";
import { handCellOverAction } from "@/server/actions/accounts";
import type { AccountChoices } from "@/server/loaders/account-settings";
import { OneTimeSlips, type Slip } from "./one-time-slips";
import { loginOf, PersonFields } from "./person-fields";

type TypedHandover = {
  readonly giverId: string;
  readonly takerId: string;
  readonly displayName: string;
  readonly login: string;
  readonly on: string;
};

/** Passes a cell from one secretary to the next on a day; the day stays for the next cell. */
export function HandoverForm({ choices }: { readonly choices: AccountChoices }) {
  const { key, onTyped, onSaved } = useFormKey(choices.holders);
  const [slips, setSlips] = useState<readonly Slip[]>([]);
  const [on, setOn] = useState<string>(choices.today);
  const saved = (day: string, slip: Slip | null) => {
    setOn(day);
    setSlips(slip ? [slip] : []);
    onSaved();
  };
  return (
    <div className="grid gap-4">
      <OneTimeSlips slips={slips} />
      <HandoverFields key={key} {...{ choices, on, onTyped }} onSaved={saved} />
    </div>
  );
}

interface HandoverFieldsProps {
  readonly choices: AccountChoices;
  readonly on: string;
  readonly onTyped: () => void;
  readonly onSaved: (on: string, slip: Slip | null) => void;
}

function HandoverFields({ choices, on, onTyped, onSaved }: HandoverFieldsProps) {
  const t = useTranslations("accountSettings");
  const [unitId, setUnitId] = useState("");
  const form = useHandover({ choices, on, onSaved, unitId });
  const { typed } = form;
  const set = (change: Partial<TypedHandover>) => {
    onTyped();
    form.set(change);
  };
  const error = useFieldErrors(form);
  const people = choices.people.map(({ id, name, login }) => ({ value: id, label: `${name} (${login})` }));
  const nameOf = (value: string) => people.find((person) => person.value === value)?.label ?? value;
  return (
    <ChangeForm
      form={form}
      saveLabel={t("handover.submit")}
      saveVariant="secondary"
      fieldLabel={useFieldLabel()}
      valueLabel={(_, value) => (value === NEW_ACCOUNT ? t("handover.new") : nameOf(value))}
    >
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <SelectField
          label={t("handover.cell")}
          value={unitId}
          options={[
            { value: "", label: t("choose") },
            ...choices.units.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            setUnitId(value);
            set({ giverId: holderOn(choices.holders[value], choices.today) });
          }}
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
          <PersonFields person={typed} login={loginOf(typed, choices.people)} onChange={set} error={error} />
        )}
      </div>
      <p className="text-small text-quiet">{t("handover.drafts")}</p>
    </ChangeForm>
  );
}

type HandoverOptions = Omit<HandoverFieldsProps, "onTyped"> & { readonly unitId: string };

function useHandover({ choices, on, onSaved, unitId }: HandoverOptions) {
  const t = useTranslations("accountSettings");
  const { say } = useChangeMessages();
  const cell = choices.units.find(({ id }) => id === unitId)?.name ?? "";
  const holdersIn = (state: HandoverState | null) => state?.[unitId] ?? choices.holders[unitId] ?? [];
  const form = useChangeForm<HandoverState, TypedHandover, { readonly oneTime: Slip | null }>({
    stored: choices.holders,
    confirm: "never",
    toTyped: (state) => ({
      ...{ giverId: holderOn(holdersIn(state), choices.today), takerId: "", displayName: "", login: "", on },
    }),
    // Of all cells only the chosen one is compared; another that changed meanwhile overtakes nobody.
    send: ({ base, typed, ...request }) =>
      handCellOverAction({
        ...{ ...request, base: { [unitId]: holdersIn(base) } },
        typed: { ...typed, unitId, login: loginOf(typed, choices.people) },
      }),
    onSaved: ({ data: { oneTime }, changeId }) => {
      const text = oneTime
        ? t("handover.doneNew", { cell, person: oneTime.displayName })
        : t(changeId === null ? "unchanged" : "handover.done", { cell });
      say({ text, changeId });
      onSaved(form.typed.on, oneTime);
    },
  });
  return form;
}

/** The account that holds a cell on a day; empty where nobody does. */
function holderOn(holders: readonly CellHolder[] | undefined, day: string): string {
  const held = holders?.filter(({ from, to }) => from <= day && (to === null || day <= to)) ?? [];
  return held.at(-1)?.accountId ?? "";
}

/** How people call a field of a handover. */
function useFieldLabel(): (path: string) => string {
  const t = useTranslations("accountSettings");
  const labels: Readonly<Record<string, string>> = {
    ...{ unitId: t("handover.cell"), on: t("handover.on"), giverId: t("handover.giver") },
    ...{ takerId: t("handover.taker"), displayName: t("displayName"), login: t("login") },
  };
  return (path) => labels[path] ?? path;
}
