import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { ReportCount } from "@/components/achievements/report-count";
import { ChartFigure } from "@/components/charts/chart-figure";
import { PlanBar } from "@/components/charts/plan-bar";
import { RateDot } from "@/components/charts/rate-dot";
import { Explained } from "@/components/number-explanations/explained";
import { viewAddress } from "@/components/shell/view-address";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import { useDateText } from "@/components/ui/use-date-text";
import { CellLinks } from "./cell-links";
import type { TargetCellView, TargetMeasureView } from "@/server/loaders/targets";
import type { ViewState } from "@/server/loaders/view-state";

interface CellTableProps {
  readonly measure: TargetMeasureView;
  readonly state: ViewState;
  /** The person may ask a cell about its figure. */
  readonly mayAsk: boolean;
  /** Names the files of the drawing. */
  readonly fileName: string;
}

/** The cells' parts in the measure, in their official order. One colour for all: cells are not ranked and not judged here. */
export function CellTable({ measure, state, mayAsk, fileName }: CellTableProps) {
  const t = useTranslations("targets.cells");
  const unitText = useTranslations("units");
  if (measure.cells.length === 0) return null;
  const hasParts = measure.cells.some(({ parts }) => parts !== null);
  const hasPositions = measure.cells.some(({ position }) => position !== null);
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h3 className="text-section">{t("title")}</h3>
        <Link href={viewAddress("/units", state)} className="screen-only text-small underline">
          {unitText("treeLink")}
        </Link>
      </div>
      <ChartFigure fileName={fileName}>
        <Table caption={t("caption", { name: measure.name })}>
          <TableHead>
            <tr>
              <HeadCell>{t("cell")}</HeadCell>
              <HeadCell numeric>{t("actual")}</HeadCell>
              {hasParts && <HeadCell numeric>{t("parts")}</HeadCell>}
              <HeadCell className="w-[35%] min-w-40 pl-6">{t("comparison")}</HeadCell>
              {hasPositions && <HeadCell>{t("position")}</HeadCell>}
              <HeadCell numeric>{t("reports")}</HeadCell>
              <HeadCell className="screen-only">{t("look")}</HeadCell>
            </tr>
          </TableHead>
          <tbody>
            {measure.cells.map((cell) => (
              <CellRow
                key={cell.unitCode}
                {...{ cell, hasParts, hasPositions, state }}
                measureCode={measure.id}
                links={<CellLinks cell={cell} measureCode={measure.id} termCode={state.termId} mayAsk={mayAsk} />}
              />
            ))}
          </tbody>
        </Table>
      </ChartFigure>
    </div>
  );
}

interface CellRowProps {
  readonly cell: TargetCellView;
  readonly hasParts: boolean;
  readonly hasPositions: boolean;
  readonly measureCode: string;
  readonly state: ViewState;
  readonly links: ReactNode;
}

function CellRow({ cell, hasParts, hasPositions, measureCode, state, links }: CellRowProps) {
  const t = useTranslations("targets.cells");
  const dateText = useDateText();
  const explained = (number: "actual" | "reports", children: ReactNode) => (
    <Explained measureCode={measureCode} number={number} unitCode={cell.unitCode} state={state}>
      {children}
    </Explained>
  );
  return (
    <Row>
      <HeadCell scope="row" className="min-w-28">
        {cell.unitName}
        {cell.endedOn && (
          <span className="block text-small font-normal text-quiet">
            {t("ended", { date: dateText(cell.endedOn) })}
          </span>
        )}
      </HeadCell>
      <Cell numeric className="font-semibold">
        {cell.withheld ? <Withheld /> : cell.actual === null ? "-" : explained("actual", cell.actual)}
      </Cell>
      {hasParts && (
        <Cell numeric className="text-quiet">
          {cell.withheld ? "" : (cell.parts ?? "-")}
        </Cell>
      )}
      <Cell className="pl-6">
        <CellDrawing cell={cell} />
      </Cell>
      {hasPositions && <Cell className="figure">{cell.position && t(`stands.${cell.position}`)}</Cell>}
      <Cell numeric className="text-small text-quiet">
        {cell.withheld ? (
          <ReportCount received={cell.received} expected={cell.expected} />
        ) : (
          explained("reports", <ReportCount received={cell.received} expected={cell.expected} />)
        )}
      </Cell>
      <Cell className="screen-only text-small">{links}</Cell>
    </Row>
  );
}

/** A negative count of a small cell points at a person: it is not shown to others. */
function Withheld() {
  const t = useTranslations("targets.cells");
  return <span className="text-small font-normal text-quiet">{t("withheld")}</span>;
}

function CellDrawing({ cell }: { readonly cell: TargetCellView }) {
  const t = useTranslations("targets.cells");
  const { drawing, provisional, unitName, actual, position } = cell;
  if (drawing === null || cell.withheld) return null;
  const words = [actual ?? "-", ...(position ? [t(`stands.${position}`)] : [])].join(", ");
  const shared = { tone: "on-track", provisional, label: `${unitName}: ${words}` } as const;
  return drawing.type === "dot" ? <RateDot {...shared} drawing={drawing} /> : <PlanBar {...shared} drawing={drawing} />;
}
