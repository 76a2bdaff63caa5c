import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { EarlierFigure, PastFigure, ReportMeasure } from "@/server/loaders/report-views";

/** The right-hand column of a measure: the period before, a year ago, what was accepted, and the plan. */
export function PastFigures({ row }: { readonly row: ReportMeasure }) {
  const t = useTranslations("entry.past");
  const span = row.planSpan === "term" ? "planTerm" : "planYear";
  return (
    <div className="grid content-start gap-y-1">
      <dl className="grid content-start grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 text-small">
        {row.past.map((figure) => (
          <PastRow key={figure.type} row={row} figure={figure} />
        ))}
        {row.planText !== null && (
          <>
            <dt className="text-right text-quiet max-md:text-left">{t("plan")}</dt>
            <dd className="figure text-right">
              {row.planSpan === null ? row.planText : t(span, { plan: row.planText })}
            </dd>
          </>
        )}
      </dl>
      <Earlier figures={row.earlier} />
    </div>
  );
}

/** What the unit reported before, folded away: the newest twelve. */
function Earlier({ figures }: { readonly figures: readonly EarlierFigure[] }) {
  const t = useTranslations("entry.past");
  if (figures.length === 0) return null;
  return (
    <details className="screen-only text-small">
      <summary className="ml-auto w-fit text-quiet underline max-md:ml-0">
        {t("earlier", { count: figures.length })}
      </summary>
      <dl className="mt-1 grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5">
        {figures.map(({ period, value, parts, notApplicable }) => (
          <Fragment key={period}>
            <dt className="figure text-right text-quiet max-md:text-left">{period}</dt>
            <dd className="figure flex flex-wrap justify-end gap-x-2">
              {parts && <span className="text-quiet">{parts}</span>}
              <span>{notApplicable ? t("notApplicable") : (value ?? t("missing"))}</span>
            </dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}

function PastRow({ row, figure }: { readonly row: ReportMeasure; readonly figure: PastFigure }) {
  const t = useTranslations("entry.past");
  const { frequency } = row.measure;
  const label =
    figure.type === "previous" && frequency !== "term" ? t(`previous.${frequency}`) : t(figure.type as "accepted");
  return (
    <>
      <dt className="text-right text-quiet max-md:text-left">{label}</dt>
      <dd className="figure text-right">
        {figure.notApplicable ? t("notApplicable") : (figure.value ?? t("missing"))}
        {figure.provisional && <span className="block text-quiet">{t("provisional")}</span>}
      </dd>
    </>
  );
}
