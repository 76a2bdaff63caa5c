"use client"; // shows what was typed on this device

import { useTranslations } from "next-intl";
import { useFieldLabels } from "@/components/submissions/field-labels";
import type { TypedFigure } from "@/domain/typed-figures";
import type { ReportMeasure } from "@/server/loaders/report-views";

/** What a field of a measure is called. */
export function FieldLabel({ row, field }: { readonly row: ReportMeasure; readonly field: keyof TypedFigure }) {
  const t = useTranslations("entry.field");
  const labels = useFieldLabels()(row);
  return field === "notApplicable" ? t("notApplicable") : labels[field];
}

/** A field's text as it was typed, or the word of what was chosen. */
export function FieldValue({ field, value }: { readonly field: keyof TypedFigure; readonly value: string | boolean }) {
  const t = useTranslations();
  if (value === "" || value === false) return t("entry.conflict.empty");
  if (value === true) return t("entry.conflict.yes");
  if (field === "level" && isLevel(value)) return t(`measures.level.${value}`);
  if (field === "judged" && isJudgement(value)) return t(`measures.judgement.${value}`);
  return value;
}

function isLevel(value: string): value is "1" | "2" | "3" | "4" {
  return /^[1-4]$/.test(value);
}

function isJudgement(value: string): value is "not_met" | "met" | "exceeded" {
  return value === "not_met" || value === "met" || value === "exceeded";
}
