import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { writeRate } from "@/components/entry/number-writing";
import { StandingMark } from "@/components/submissions/standing-mark";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import type { CellTexts } from "@/domain/cell-texts";
import { readSheetFigure, type SheetRow } from "@/domain/grid-sheets";
import type { GridMeasure, GridView } from "@/server/loaders/entry-grid-views";
import { rulesOf } from "./grid-lines";

interface PlainGridProps {
  readonly view: GridView;
  /** The texts of the reports in their order; those that are stored unless others are handed in. */
  readonly rows?: readonly SheetRow[];
}

/** The grid as a table to read: on paper, without scripts, and where nothing can be entered. Rows lead to their forms. */
export function PlainGrid({ view, rows }: PlainGridProps) {
  const t = useTranslations("entryGrid");
  const tClosure = useTranslations("entryGrid.closure");
  return (
    <Table caption={t(`label.${view.by}`, { title: view.title })}>
      <TableHead>
        <tr>
          <HeadCell className={NAME_CELL}>{t(`rows.${view.by}`)}</HeadCell>
          {view.measures.map(({ measure, name, unitLabel }) => (
            <HeadCell key={measure.id} numeric={isNumber(measure.kind)} className="whitespace-normal">
              {unitLabel && unitLabel !== "%" ? `${name} (${unitLabel})` : name}
            </HeadCell>
          ))}
        </tr>
      </TableHead>
      <tbody>
        {view.reports.map((report, index) => (
          <Row key={`${report.unitId} ${report.periodId}`}>
            <HeadCell scope="row" plain className={NAME_CELL}>
              <Link href={report.address} prefetch={false}>
                {report.name}
              </Link>
              <span className="block text-small">
                {report.closure === "other_unit" ? (
                  <span className="text-quiet">{tClosure("other_unit")}</span>
                ) : (
                  <StandingMark standing={report.standing} />
                )}
              </span>
            </HeadCell>
            {view.measures.map((row) => (
              <Cell key={row.measure.id} numeric={isNumber(row.measure.kind)}>
                <PlainFigure row={row} cells={(rows?.[index] ?? report.cells)[row.measure.id]} view={view} />
              </Cell>
            ))}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

const NAME_CELL = "sticky left-0 z-10 max-w-48 min-w-32 bg-paper print:static";

function isNumber(kind: GridMeasure["measure"]["kind"]): boolean {
  return kind !== "level" && kind !== "judged";
}

/** `28/29 96,55%`, a level's word, `KAD`; `-` for a figure that is missing. */
function PlainFigure({
  row,
  cells,
  view,
}: {
  readonly row: GridMeasure;
  readonly cells: CellTexts | undefined;
  readonly view: GridView;
}) {
  const locale = useLocale();
  const t = useTranslations("entryGrid");
  if (!cells) return <span className="sr-only">{t("notAsked")}</span>;
  const texts = [cells.result, cells.total].filter((text) => text.trim() !== "");
  if (texts.length === 0) return "-";
  const { reading } = readSheetFigure(rulesOf(row), cells, view.words.known);
  const rate = writeRate(row.measure, reading.value, locale);
  return (
    <>
      {texts.join("/")} {rate !== null && <span className="block text-small text-quiet">{rate}</span>}
    </>
  );
}
