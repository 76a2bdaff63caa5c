"use client"; // somebody chooses between what is stored and what was typed

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useTimeText } from "@/components/ui/use-instant-text";
import type { CellTexts } from "@/domain/cell-texts";
import type { GridMeasure } from "@/server/loaders/entry-grid-views";
import type { GridLine } from "./grid-lines";

interface OvertakenRowsProps {
  readonly lines: readonly GridLine[];
  readonly measures: readonly GridMeasure[];
  readonly onRevert: (line: GridLine) => void;
}

/** Reports that somebody else saved meanwhile: what is stored beside what was typed here, of which nothing is lost. */
export function OvertakenRows({ lines, measures, onRevert }: OvertakenRowsProps) {
  const overtaken = lines.filter(
    ({ report, changed }) => (report.overtakenBy || report.closure) && Object.keys(changed).length > 0,
  );
  return overtaken.map((line) => (
    <OvertakenRow key={line.index} line={line} measures={measures} onRevert={() => onRevert(line)} />
  ));
}

interface OvertakenRowProps extends Pick<OvertakenRowsProps, "measures"> {
  readonly line: GridLine;
  readonly onRevert: () => void;
}

function OvertakenRow({ line, measures, onRevert }: OvertakenRowProps) {
  const t = useTranslations("entryGrid.overtaken");
  const timeText = useTimeText();
  const { report, cells, changed } = line;
  const { name, at } = report.overtakenBy ?? { name: null, at: null };
  return (
    <Notice
      tone="attention"
      live
      title={t(report.closure === null ? "title" : "closedTitle", { report: report.title })}
    >
      <p>
        {at !== null && t("by", { name: name ?? t("somebody"), time: timeText(at) })}{" "}
        {t(report.closure === null ? "overwrites" : "closed")}
      </p>
      <ul>
        {measures
          .filter(({ measure }) => measure.id in changed)
          .map(({ measure, name: measureName }) => (
            <li key={measure.id}>
              {t("values", {
                measure: measureName,
                stored: cellsText(report.cells[measure.id]) || t("empty"),
                typed: cellsText(cells[measure.id]) || t("empty"),
              })}
            </li>
          ))}
      </ul>
      <Button className="mt-1" onClick={onRevert}>
        {t("revert")}
      </Button>
    </Notice>
  );
}

/** `28/29` */
function cellsText(cells: CellTexts | undefined): string {
  if (!cells) return "";
  return [cells.result, cells.total].filter((text) => text.trim() !== "").join("/");
}
