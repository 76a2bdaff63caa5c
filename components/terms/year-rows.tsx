"use client"; // years are split and joined before they are saved

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { useDateText } from "@/components/ui/use-date-text";
import { readCalendarDate } from "@/domain/dates";
import type { TermTexts } from "@/domain/inputs/terms";
import { joinYears, moveYearEnd, splitYear } from "@/domain/reporting-years";
import type { ReportingYear } from "@/domain/terms";
import { yearsOf, yearTexts, type YearsMode } from "./term-texts";

interface YearRowsProps {
  readonly texts: TermTexts;
  readonly mode: YearsMode;
  readonly onMode: (mode: YearsMode) => void;
  readonly onYears: (years: TermTexts["years"]) => void;
  readonly error: (path: string) => string | undefined;
}

const MODES: readonly YearsMode[] = ["calendar", "twelve_months", "own"];

/** The reporting years one under the other: each last day moves the next first one, so that no gap can be left. */
export function YearRows({ texts, mode, onMode, onYears, error }: YearRowsProps) {
  const t = useTranslations("termSettings");
  const dateText = useDateText();
  const shown = (text: string) => {
    const date = readCalendarDate(text);
    return date ? dateText(date) : text;
  };
  const lay = (change: (years: readonly ReportingYear[]) => readonly ReportingYear[]) => {
    const years = yearsOf(texts);
    if (years) onYears(yearTexts(change(years)));
  };
  const last = texts.years.length - 1;
  return (
    <fieldset className="grid gap-3">
      <legend className="text-section font-semibold">{t("years")}</legend>
      <p className="text-small text-quiet">{t("yearsHint")}</p>
      <SelectField
        label={t("yearsMode")}
        value={mode}
        options={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
        onChange={(event) => onMode(event.target.value as YearsMode)}
        error={error("years")}
      />
      <ol className="grid gap-2">
        {texts.years.map(({ code, startsOn, endsOn }, index) => (
          <li
            key={code}
            className="grid items-end gap-2 border-b border-hairline pb-2 sm:grid-cols-[6rem_12rem_12rem_1fr]"
          >
            <span className="figure font-semibold sm:pb-2">{code}</span>
            <span className="figure sm:pb-2">{t("yearSpan", { from: shown(startsOn), to: shown(endsOn) })}</span>
            <TextField
              type="date"
              label={t("yearEnd", { code })}
              value={endsOn}
              readOnly={index === last}
              error={error(`years.${index}.endsOn`) ?? error(`years.${index}.startsOn`) ?? error(`years.${index}.code`)}
              onChange={(event) => {
                const end = readCalendarDate(event.target.value);
                if (end) lay((years) => moveYearEnd(years, index, end));
              }}
            />
            <span className="flex flex-wrap gap-2">
              <Button
                variant="quiet"
                aria-label={t("splitYear", { code })}
                onClick={() => lay((years) => splitYear(years, index))}
              >
                {t("split")}
              </Button>
              {index < last && (
                <Button
                  variant="quiet"
                  aria-label={t("joinYear", { code })}
                  onClick={() => lay((years) => joinYears(years, index))}
                >
                  {t("join")}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
