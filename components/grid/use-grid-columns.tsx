"use client"; // the library's columns hold functions

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Column, ColumnOrColumnGroup } from "react-data-grid";
import { StandingMark } from "@/components/submissions/standing-mark";
import { labelsOf } from "@/components/submissions/field-labels";
import type { SheetColumn } from "@/domain/grid-sheets";
import type { GridMeasure, GridView } from "@/server/loaders/entry-grid-views";
import { CellEditor } from "./cell-editor";
import { isOpenCell, textOfCell, type GridLine } from "./grid-lines";
import { CellText, NAME_COLUMNS } from "./sheet-cell";

/** The names give way on a phone. */
const NAME_WIDTH = "clamp(7.5rem, 34vw, 10.5rem)";
const WIDTHS = { single: 144, result: 104, total: 132, word: 224 };

/** The columns as the library takes them: names that stay in sight, then each measure, a rate as a group of two. */
export function useGridColumns(view: GridView, columns: readonly SheetColumn[]) {
  const t = useTranslations("entryGrid");
  const tField = useTranslations("entry.field");
  return useMemo(() => {
    const entered = (row: GridMeasure, name: string, column: SheetColumn): Column<GridLine> => ({
      key: `${column.measureId} ${column.field}`,
      ...{ name, width: widthOf(column), headerCellClass: HEAD },
      editable: (line) => isOpenCell(line, column),
      editorOptions: { closeOnExternalRowChange: true },
      renderCell: ({ row: line }) => <CellText line={line} column={column} measure={row} />,
      renderEditCell: ({ row: line, column: { idx } }) => (
        <CellEditor
          place={{ row: line.index, column: idx - NAME_COLUMNS }}
          label={`${line.report.name}, ${row.name}, ${labelsOf(row, tField)[column.field === "total" ? "d" : "n"]}`}
          column={column}
          text={textOfCell(line, column)}
          words={view.words.own}
        />
      ),
    });
    const groups = view.measures.map((row): ColumnOrColumnGroup<GridLine> => {
      const own = columns.filter(({ measureId }) => measureId === row.measure.id);
      const labels = labelsOf(row, tField);
      const title = row.unitLabel && row.unitLabel !== "%" ? `${row.name} (${row.unitLabel})` : row.name;
      const [result, total] = own;
      if (result && total) {
        const children = [entered(row, labels.n, result), entered(row, labels.d, total)];
        return { name: title, headerCellClass: HEAD, children };
      }
      return result ? entered(row, title, result) : { name: title, children: [] };
    });
    return [nameColumn(t(`rows.${view.by}`)), ...groups];
  }, [view, columns, t, tField]);
}

const HEAD = "whitespace-normal! leading-snug! text-small! font-medium!";

/** How wide a column is, in CSS pixels. */
export function widthOf({ field, rules: { kind, hasFixedBase } }: SheetColumn): number {
  if (kind === "level" || kind === "judged") return WIDTHS.word;
  return kind === "rate" && !hasFixedBase ? WIDTHS[field] : WIDTHS.single;
}

function nameColumn(name: string): Column<GridLine> {
  return {
    ...{ key: "name", name, width: NAME_WIDTH, frozen: true },
    headerCellClass: HEAD,
    renderCell: ({ row, tabIndex }) => <LineName line={row} tabIndex={tabIndex} />,
  };
}

/** Whose report it is, and where it stands; leads to its form. */
function LineName({ line: { report }, tabIndex }: { readonly line: GridLine; readonly tabIndex: number }) {
  const t = useTranslations("entryGrid.closure");
  return (
    <span className="grid leading-tight">
      <Link href={report.address} tabIndex={tabIndex} prefetch={false} className="truncate font-semibold">
        {report.name}
      </Link>
      <span className="truncate text-small">
        {report.closure === "other_unit" ? (
          <span className="text-quiet">{t("other_unit")}</span>
        ) : (
          <StandingMark standing={report.standing} />
        )}
        {report.closure === "locked" && <span className="text-quiet"> · {t("locked")}</span>}
      </span>
    </span>
  );
}
