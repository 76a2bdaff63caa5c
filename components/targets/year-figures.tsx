import { useTranslations } from "next-intl";
import { ReportCount } from "@/components/achievements/report-count";
import { StatusMark } from "@/components/achievements/status-mark";
import { STATUS_TONE } from "@/components/achievements/tones";
import { YearChart } from "@/components/charts/year-chart";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import type { TargetMeasureView, TargetYearView } from "@/server/loaders/targets";

/** Each reporting year against its own plan: the drawing where there is something to draw, and the table. */
export function YearFigures({ measure }: { readonly measure: TargetMeasureView }) {
  const t = useTranslations("targets.years");
  const { years, yearTicks, kind } = measure;
  if (years.length === 0) return null;
  const told = years.map(({ label, actual, plan }) =>
    t("told", { year: label, actual: actual ?? "-", plan: plan ?? "-" }),
  );
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="grid grid-cols-1 gap-3 print:break-inside-avoid">
        <h3 className="text-section">{t("title")}</h3>
        {yearTicks.length > 0 && (
          <YearChart
            years={years}
            ticks={yearTicks}
            tone={STATUS_TONE[measure.status]}
            shape={kind === "count" ? "bar" : "dot"}
            label={`${t("title")}. ${told.join("; ")}`}
          />
        )}
      </div>
      <div className="max-w-3xl">
        <Table caption={t("caption", { name: measure.name })}>
          <TableHead>
            <tr>
              <HeadCell>{t("year")}</HeadCell>
              <HeadCell numeric>{t("actual")}</HeadCell>
              <HeadCell numeric>{t("plan")}</HeadCell>
              <HeadCell>{t("status")}</HeadCell>
              <HeadCell numeric>{t("reports")}</HeadCell>
            </tr>
          </TableHead>
          <tbody>
            {years.map((year) => (
              <YearRow key={year.id} year={year} />
            ))}
          </tbody>
        </Table>
      </div>
    </div>
  );
}

function YearRow({ year }: { readonly year: TargetYearView }) {
  const t = useTranslations("targets.years");
  return (
    <Row>
      <HeadCell scope="row">{year.label}</HeadCell>
      <Cell numeric>
        {year.actual ?? "-"}
        {year.provisional && <span className="block text-small text-quiet">{t("provisional")}</span>}
      </Cell>
      <Cell numeric className="text-quiet">
        {year.plan ?? "-"}
      </Cell>
      <Cell>
        {year.status ? (
          <StatusMark status={year.status} />
        ) : (
          <span className="text-quiet">{t(year.ended ? "notJudged" : "running")}</span>
        )}
      </Cell>
      <Cell numeric className="text-small text-quiet">
        <ReportCount received={year.received} expected={year.expected} />
      </Cell>
    </Row>
  );
}
