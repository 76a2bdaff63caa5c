import { useTranslations } from "next-intl";
import Link from "next/link";
import { askAddress, threadAddress } from "@/components/explanations/explanation-address";
import { ExplanationMark } from "@/components/explanations/explanation-mark";
import type { ReportMeasure, ReportView } from "@/server/loaders/report-views";
import { figureAddress } from "./figure-address";

interface FigureLinksProps {
  readonly view: Pick<ReportView, "unit" | "period" | "termCode" | "explanations" | "mayAsk">;
  /** Null: the report as a whole. */
  readonly row: ReportMeasure | null;
}

/** What was asked about a figure or a report, each with where it stands, and the ways to its history and to asking. */
export function FigureLinks({ view, row }: FigureLinksProps) {
  const t = useTranslations("explanations");
  const { unit, period, termCode } = view;
  const asked = view.explanations.filter(({ measureId }) => measureId === (row?.measure.id ?? null));
  const measureCode = row?.code;
  const about = { unit: unit.code, ...(measureCode && { measure: measureCode }), period: period.key };
  return (
    <div className="grid gap-1 text-small">
      {asked.map((item) => (
        <p key={item.code} className="flex flex-wrap items-baseline gap-x-2">
          <ExplanationMark status={item.status} />
          <Link href={threadAddress(item)} className="min-w-0 break-words">
            {item.question}
          </Link>
        </p>
      ))}
      <p className="screen-only flex flex-wrap gap-x-4">
        {measureCode && (
          <Link href={figureAddress({ termCode, unitCode: unit.code, periodKey: period.key, measureCode })}>
            {t("subject.history")}
            <span className="sr-only">: {row.name}</span>
          </Link>
        )}
        {view.mayAsk && (
          <Link href={askAddress(termCode, about)}>
            {t(row ? "new" : "newAboutReport")}
            {row && <span className="sr-only">: {row.name}</span>}
          </Link>
        )}
      </p>
    </div>
  );
}
