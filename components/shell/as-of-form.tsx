"use client"; // reads the term of the present address

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { ShellTerm } from "@/server/loaders/shell";
import type { ViewState } from "@/server/loaders/view-state";
import { MenuLink } from "./menu-link";
import { useDateText } from "@/components/ui/use-date-text";
import { viewAddress } from "./view-address";

interface AsOfFormProps {
  readonly path: string;
  readonly term: ShellTerm;
  readonly state: ViewState;
}

/** Another day of the same term: a plain form that asks for an address, so it works before any script has loaded. */
export function AsOfForm({ path, term, state }: AsOfFormProps) {
  const t = useTranslations("nav");
  const dateText = useDateText();
  const days = [...new Set([term.defaultAsOf, term.endsOn])];
  return (
    <div className="grid gap-2 p-1">
      <form method="get" action={path} className="flex items-end gap-2">
        <input type="hidden" name="term" value={term.id} />
        <input type="hidden" name="basis" value={state.basis} />
        <TextField
          key={state.asOf}
          label={t("asOfDay")}
          type="date"
          name="asOf"
          required
          min={term.startsOn}
          max={term.endsOn}
          defaultValue={state.asOf}
        />
        <Button type="submit">{t("show")}</Button>
      </form>
      {days.map((asOf) => (
        <MenuLink key={asOf} current={asOf === state.asOf} href={viewAddress(path, { ...state, asOf })}>
          {asOf === term.endsOn ? t("asOfEnd", { date: dateText(asOf) }) : t("asOfDefault", { date: dateText(asOf) })}
        </MenuLink>
      ))}
    </div>
  );
}
