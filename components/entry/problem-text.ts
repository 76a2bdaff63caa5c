import { useLocale, useTranslations } from "next-intl";
import { useFieldLabels, type LabelledMeasure } from "@/components/submissions/field-labels";
import type { FieldProblem, TypedFigure } from "@/domain/typed-figures";
import type { ReportMeasure } from "@/server/loaders/report-views";

const MAX_QUOTED = 24;

/** Says what is wrong with a measure's field and what to do, quoting what was typed. */
export function useProblemText(): (
  problem: FieldProblem,
  row: LabelledMeasure & Pick<ReportMeasure, "planText">,
  typed: TypedFigure,
) => string {
  const t = useTranslations("entry.problem");
  const locale = useLocale();
  const labelsOf = useFieldLabels();
  return (problem, row, typed) => {
    const labels = labelsOf(row);
    return t(problem.code, {
      text: shorten(typed[problem.field].trim()),
      label: labels[problem.field].toLocaleLowerCase(locale),
      nLabel: labels.n,
      dLabel: labels.d.toLocaleLowerCase(locale),
      n: typed.n.trim(),
      d: typed.d.trim(),
      plan: row.planText ?? "",
      length: problem.length ?? 0,
      maximum: problem.maximum ?? 0,
    });
  };
}

function shorten(text: string): string {
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}
