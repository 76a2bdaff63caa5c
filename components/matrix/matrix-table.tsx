import { useTranslations } from "next-intl";
import Link from "next/link";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import { useDateText } from "@/components/ui/use-date-text";
import type { MatrixReport, MatrixTable as MatrixTableView } from "@/server/loaders/report-matrix-views";
import { RevealColumn } from "./reveal-column";
import { StageMark } from "./stage-mark";

interface MatrixTableProps {
  readonly table: MatrixTableView;
  readonly year: string;
}

/** The reports of one frequency: units down in the official order, periods across. The units' names stay in sight. */
export function MatrixTable({ table, year }: MatrixTableProps) {
  const t = useTranslations("matrix");
  const current = lastAskedColumn(table);
  return (
    <Table caption={t(`caption.${table.frequency}`, { year })} captionVisible fits>
      <TableHead>
        <tr>
          <HeadCell className={NAME_CELL}>{t("unit")}</HeadCell>
          {table.columns.map(({ key, name }, index) => (
            <HeadCell key={key} centred className="min-w-16 whitespace-nowrap">
              {name}
              {index === current && <RevealColumn />}
            </HeadCell>
          ))}
        </tr>
      </TableHead>
      <tbody>
        {table.rows.map(({ unitId, unitName, reports }) => (
          <Row key={unitId}>
            <HeadCell scope="row" plain className={NAME_CELL}>
              {unitName}
            </HeadCell>
            {reports.map((report, index) => (
              <Cell key={table.columns[index]?.key} centred className="p-0">
                <ReportCell report={report} unitName={unitName} />
              </Cell>
            ))}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** The newest period of which somebody owes or has sent a report; -1 while none is due. */
function lastAskedColumn({ columns, rows }: MatrixTableView): number {
  return columns.findLastIndex((_, index) =>
    rows.some(({ reports }) => !["not_due", "none"].includes(reports[index]?.stage ?? "none")),
  );
}

const NAME_CELL = "sticky left-0 z-10 max-w-56 min-w-28 bg-paper md:min-w-44 print:static";

interface ReportCellProps {
  readonly report: MatrixReport;
  readonly unitName: string;
}

/** One report: leads to it where there is something to see. Its name says the unit, the period and where it stands. */
function ReportCell({ report, unitName }: ReportCellProps) {
  const t = useTranslations("matrix");
  const dateText = useDateText();
  const mark = <StageMark stage={report.stage} words="short" />;
  if (report.address === null) return <span className={REPORT_CELL}>{mark}</span>;
  const words = t("report", {
    ...{ unit: unitName, period: report.title, stage: t(`full.${report.stage}`) },
    due: report.dueOn ? dateText(report.dueOn) : "",
    days: report.daysLate,
  });
  return (
    <Link
      href={report.address}
      aria-label={words}
      title={words}
      className={`${REPORT_CELL} no-underline hover:bg-note`}
    >
      {mark}
    </Link>
  );
}

const REPORT_CELL = "grid min-h-11 place-items-center px-1 py-1";
