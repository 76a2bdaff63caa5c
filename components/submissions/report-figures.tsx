import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MeasureLabel } from "./measure-label";
import type { ReportedFigure, ReportMeasure, ReportView } from "@/server/loaders/report-views";
import { PastFigures } from "./past-figures";

/** A report's figures as they were sent, each with its past, the plan and what it makes worth asking. */
export function ReportFigures({ measures }: Pick<ReportView, "measures">) {
  return (
    <div className="mt-4 border-b border-strong">
      {measures.map((row) => (
        <section
          key={row.measure.id}
          aria-labelledby={`name-${row.measure.id}`}
          className="grid gap-x-6 gap-y-2 border-t border-hairline py-4 md:grid-cols-[minmax(13rem,1fr)_minmax(0,22rem)_11rem]"
        >
          <MeasureLabel row={row} id={`name-${row.measure.id}`} withParts />
          <FigureText figure={row.figure} row={row} />
          <PastFigures row={row} />
        </section>
      ))}
    </div>
  );
}

function FigureText({ figure, row }: { readonly figure: ReportedFigure; readonly row: ReportMeasure }) {
  const t = useTranslations("review");
  const { difference, advice } = figure;
  return (
    <div className="grid content-start gap-1">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="figure text-section font-semibold">
          {figure.notApplicable ? t("notApplicable") : (figure.value ?? t("missing"))}
        </span>
        {figure.parts && <span className="figure text-quiet">{figure.parts}</span>}
        {difference && (
          <span className="text-small text-quiet">
            {t(`difference.${difference.direction}.${difference.unit}`, { value: difference.text })}
          </span>
        )}
      </p>
      {advice && (
        <p className="text-small font-medium text-attention">{t(`advice.${advice}`, { plan: row.planText ?? "" })}</p>
      )}
      {advice && !figure.note && <p className="text-small text-attention">{t("unexplained")}</p>}
      <Remark label={figure.notApplicable ? t("reasonNotApplicable") : t("note")}>{figure.note}</Remark>
      <Remark label={t("evidence")}>{figure.evidence}</Remark>
      <Remark label={t("correctionReason")}>{figure.reason}</Remark>
    </div>
  );
}

/** A text that somebody wrote beside a figure, with its line breaks. */
function Remark({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  if (!children) return null;
  return (
    <p className="text-small break-words whitespace-pre-line">
      <span className="text-quiet">{label}: </span>
      {children}
    </p>
  );
}
