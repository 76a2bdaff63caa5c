import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EvidenceFiles } from "@/components/evidence/evidence-files";
import { useDateText } from "@/components/ui/use-date-text";
import type { ReportedFigure, ReportMeasure, ReportView } from "@/server/loaders/report-views";
import { FigureLinks } from "./figure-links";
import { MeasureLabel } from "./measure-label";
import { PastFigures } from "./past-figures";
import { useWarningText } from "./warning-text";

/** A report's figures as they were sent, each with its past, the plan and what it makes worth asking. */
export function ReportFigures({ view }: { readonly view: ReportView }) {
  return (
    <div className="mt-4 border-b border-strong">
      {view.measures.map((row) => (
        <section
          key={row.measure.id}
          aria-labelledby={`name-${row.measure.id}`}
          className="grid gap-x-6 gap-y-2 border-t border-hairline py-4 md:grid-cols-[minmax(13rem,1fr)_minmax(0,22rem)_11rem]"
        >
          <MeasureLabel row={row} id={`name-${row.measure.id}`} withParts />
          <div className="grid content-start gap-1">
            <FigureText figure={row.figure} row={row} />
            <FigureLinks view={view} row={row} />
          </div>
          <PastFigures row={row} />
          <div className="md:col-span-3 empty:hidden">
            <EvidenceFiles evidence={row.evidence} name={row.name} />
          </div>
        </section>
      ))}
    </div>
  );
}

function FigureText({ figure, row }: { readonly figure: ReportedFigure; readonly row: ReportMeasure }) {
  const t = useTranslations("review");
  const warningText = useWarningText();
  const dateText = useDateText();
  const { difference, warnings, replaced } = figure;
  const isMissing = figure.value === null && !figure.notApplicable;
  return (
    <div className="grid content-start gap-1">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="figure text-section font-semibold">
          {figure.notApplicable ? t("notApplicable") : (figure.value ?? t("missing"))}
        </span>
        {figure.parts && <span className="figure text-quiet">{figure.parts}</span>}
        {replaced.map(({ text, on }) => (
          <del key={`${on}.${text}`} className="figure text-quiet" title={t("replaced")}>
            {text}
          </del>
        ))}
        {difference && (
          <span className="text-small text-quiet">
            {t(`difference.${difference.direction}.${difference.unit}`, { value: difference.text })}
          </span>
        )}
      </p>
      {warnings.length > 0 && (
        <p className="text-small font-medium text-attention">
          {warnings.map((warning) => warningText(warning, row)).join(" ")}
        </p>
      )}
      {(warnings.length > 0 || isMissing) && !figure.note && (
        <p className="text-small text-attention">{t("unexplained")}</p>
      )}
      <Remark label={t(noteLabelOf(figure))}>{figure.note}</Remark>
      <Remark label={t("evidence")}>{figure.evidence}</Remark>
      {replaced.map(({ text, on, reason }) => (
        <Remark key={`${on}.${text}`} label={t("replacedBecause", { date: dateText(on) })}>
          {reason}
        </Remark>
      ))}
    </div>
  );
}

function noteLabelOf({ value, notApplicable }: ReportedFigure) {
  if (notApplicable) return "reasonNotApplicable";
  return value === null ? "reasonMissing" : "note";
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
