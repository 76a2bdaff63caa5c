import clsx from "clsx";
import { useTranslations } from "next-intl";
import { ReportCount } from "@/components/achievements/report-count";
import { StatusMark } from "@/components/achievements/status-mark";
import { STATUS_TONE } from "@/components/achievements/tones";
import { ChartFigure } from "@/components/charts/chart-figure";
import { YearChart } from "@/components/charts/chart-loader";
import { Explained } from "@/components/number-explanations/explained";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import type { TargetMeasureView, TargetYearView } from "@/server/loaders/targets";
import type { ViewState } from "@/server/loaders/view-state";

const LAYOUT = "grid grid-cols-1 items-end gap-x-12 gap-y-3 print:grid-cols-1";

interface YearFiguresProps {
  readonly measure: TargetMeasureView;
  readonly state: ViewState;
  /** Names the files of the drawing. */
  readonly fileName: string;
}

/** Each reporting year against its own plan: the drawing where there is something to draw, and the table. */
export function YearFigures({ measure, state, fileName }: YearFiguresProps) {
  const t = useTranslations("targets.years");
  const { years, yearTicks, kind } = measure;
  const hasChart = yearTicks.length > 0;
  const tableId = `years-${measure.id}`;
  if (years.length === 0) return null;
  const told = years.map(({ label, actual, plan }) =>
    t("told", { year: label, actual: actual ?? "-", plan: plan ?? "-" }),
  );
  return (
    <div className={clsx(LAYOUT, hasChart && "lg:grid-cols-2 noscript:block noscript:space-y-3")}>
      <div className="grid grid-cols-1 gap-3 print:break-inside-avoid">
        <h3 className="text-section">{t("title")}</h3>
        {hasChart && (
          <ChartFigure fileName={fileName} tableId={tableId}>
            <YearChart
              years={years}
              ticks={yearTicks}
              tone={STATUS_TONE[measure.status]}
              shape={kind === "count" ? "bar" : "dot"}
              label={t("caption", { name: measure.name })}
              told={told}
            />
          </ChartFigure>
        )}
      </div>
      <div id={tableId} className="max-w-3xl min-w-0">
        <Table caption={t("caption", { name: measure.name })}>
          <TableHead>
            <tr>
              <HeadCell>{t("year")}</HeadCell>
              <HeadCell numeric>{t("actual")}</HeadCell>
              <HeadCell numeric>{t("plan")}</HeadCell>
              <HeadCell className="pl-6">{t("status")}</HeadCell>
              <HeadCell numeric>{t("reports")}</HeadCell>
            </tr>
          </TableHead>
          <tbody>
            {years.map((year) => (
              <YearRow key={year.id} year={year} measureCode={measure.id} state={state} />
            ))}
          </tbody>
        </Table>
      </div>
    </div>
  );
}

interface YearRowProps {
  readonly year: TargetYearView;
  readonly measureCode: string;
  readonly state: ViewState;
}

function YearRow({ year, measureCode, state }: YearRowProps) {
  const t = useTranslations("targets.years");
  return (
    <Row>
      <HeadCell scope="row" className="figure whitespace-nowrap">
        {year.label}
      </HeadCell>
      <Cell numeric>
        {year.actual === null ? (
          "-"
        ) : (
          <Explained measureCode={measureCode} number="year" yearId={year.id} state={state}>
            {year.actual}
          </Explained>
        )}
        {year.provisional && <span className="block text-small text-quiet">{t("provisional")}</span>}
      </Cell>
      <Cell numeric className="text-quiet">
        {year.plan ?? "-"}
      </Cell>
      <Cell className="figure pl-6">
        {year.status ? <StatusMark status={year.status} /> : <span className="text-quiet">{t(stageOf(year))}</span>}
      </Cell>
      <Cell numeric className="text-small text-quiet">
        <ReportCount received={year.received} expected={year.expected} />
      </Cell>
    </Row>
  );
}

/** Why a year has no verdict: none is taken, it still runs, or nothing has been due in it yet. */
function stageOf({ ended, expected, actual }: TargetYearView): "notJudged" | "running" | "ahead" {
  if (ended) return "notJudged";
  return expected === 0 && actual === null ? "ahead" : "running";
}
