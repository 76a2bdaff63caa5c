"use client"; // used while typing

import { useLocale, useTranslations } from "next-intl";
import type { FieldProblem, TypedFigure } from "@/domain/typed-figures";
import type { ReportMeasure } from "@/server/loaders/report-views";

const MAX_QUOTED = 24;

/** Says what is wrong with a measure's field and what to do, quoting what was typed. */
export function useProblemText(): (problem: FieldProblem, row: ReportMeasure, typed: TypedFigure) => string {
  const t = useTranslations("entry");
  const locale = useLocale();
  return (problem, row, typed) => {
    const labels = labelsOf(row, t);
    return t(`problem.${problem.code}`, {
      text: shorten(typed[problem.field].trim()),
      label: labels[problem.field].toLocaleLowerCase(locale),
      nLabel: labels.n,
      dLabel: labels.d.toLocaleLowerCase(locale),
      n: typed.n.trim(),
      d: typed.d.trim(),
      length: problem.length ?? 0,
      maximum: problem.maximum ?? 0,
    });
  };
}

/** The names of a measure's fields: its own words, else the common ones. */
export function useFieldLabels(row: ReportMeasure) {
  return labelsOf(row, useTranslations("entry"));
}

function labelsOf(row: ReportMeasure, t: ReturnType<typeof useTranslations<"entry">>) {
  return {
    n: row.nLabel ?? (row.measure.kind === "percent" ? t("field.percent") : t("field.n")),
    d: row.dLabel ?? t("field.d"),
    level: t("field.level"),
    judged: t("field.judged"),
    evidence: t("field.evidence"),
    note: t("field.note"),
  };
}

function shorten(text: string): string {
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}
