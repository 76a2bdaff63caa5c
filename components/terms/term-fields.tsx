"use client"; // code and years follow the days as they are typed

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/field";
import type { TermTexts } from "@/domain/inputs/terms";
import { withDays, type YearsMode } from "./term-texts";
import { YearRows } from "./year-rows";

interface TermFieldsProps {
  readonly texts: TermTexts;
  readonly set: (change: Partial<TermTexts>) => void;
  readonly error: (path: string) => string | undefined;
  /** The code stands in addresses of a term that others see already. */
  readonly codeFixed: boolean;
  readonly firstMode: YearsMode;
}

/** All fields of a term, from top to bottom. */
export function TermFields({ texts, set, error, codeFixed, firstMode }: TermFieldsProps) {
  const t = useTranslations("termSettings");
  const [mode, setMode] = useState<YearsMode>(firstMode);
  const proposals = codeFixed ? null : { name: (first: string, last: string) => t("nameProposal", { first, last }) };
  const field = (name: Exclude<keyof TermTexts, "years">) => ({
    ...{ name, label: t(`field.${name}`), value: texts[name], error: error(name) },
    onChange: (event: { readonly target: { readonly value: string } }) => set({ [name]: event.target.value }),
  });
  const day = (name: "startsOn" | "endsOn") => ({
    ...field(name),
    onChange: (event: { readonly target: { readonly value: string } }) =>
      set(withDays({ ...texts, [name]: event.target.value }, texts, mode, proposals)),
  });
  const changeMode = (chosen: YearsMode) => {
    setMode(chosen);
    set(withDays(texts, texts, chosen, proposals));
  };
  return (
    <>
      <TextField {...field("name")} hint={t("nameHint")} autoComplete="off" />
      <div className="grid gap-4 sm:grid-cols-3">
        <DateField {...day("startsOn")} hint={t("startsHint")} />
        <DateField {...day("endsOn")} hint={t("endsHint")} />
        <TextField
          {...field("code")}
          hint={t(codeFixed ? "codeFixed" : "codeHint")}
          readOnly={codeFixed}
          autoComplete="off"
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField {...field("ordinal")} hint={t("ordinalHint")} autoComplete="off" />
        <DateField {...field("heldOn")} />
      </div>
      <TextField {...field("resolution")} hint={t("resolutionHint")} autoComplete="off" />
      <YearRows
        {...{ texts, mode, error, onMode: changeMode }}
        onYears={(years) => {
          setMode("own");
          set({ years });
        }}
      />
      <fieldset className="grid gap-3">
        <legend className="text-section font-semibold">{t("thresholds")}</legend>
        <p className="text-small text-quiet">{t("thresholdsHint")}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField {...field("atRiskCountPct")} inputMode="decimal" hint={t("pctHint")} />
          <TextField {...field("atRiskPoints")} inputMode="decimal" hint={t("pointsHint")} />
        </div>
      </fieldset>
    </>
  );
}
