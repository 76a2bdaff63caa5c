import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChartTools } from "./chart-tools";

interface ChartFigureProps {
  /** Names the files that the drawing is saved as, without an ending: `chi-tieu-4-dien-bien`. */
  readonly fileName: string;
  /** What the marks mean. */
  readonly caption?: ReactNode;
  /** The same figures as a table, for a screen reader and for a spreadsheet, folded away below the drawing. */
  readonly table?: ReactNode;
  /** The id of what holds that table where it stands elsewhere on the page; else it is found in the figure. */
  readonly tableId?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A drawing with what belongs to each: its caption, its figures as a table, and ways to take both along. */
export function ChartFigure({ fileName, caption, table, tableId, className, children }: ChartFigureProps) {
  const t = useTranslations("charts");
  return (
    <figure className={clsx("grid grid-cols-1 gap-2", className)}>
      <div data-drawing>{children}</div>
      {caption && <figcaption className="text-small text-quiet">{caption}</figcaption>}
      <ChartTools
        fileName={fileName}
        tableId={tableId}
        words={{
          ...{ copy: t("copy"), svg: t("svg"), png: t("png") },
          ...{ copied: t("copied"), saved: t("saved"), failed: t("failed") },
        }}
      />
      {table && (
        <details className="text-small">
          <summary className="screen-only w-fit underline">{t("table")}</summary>
          {table}
        </details>
      )}
    </figure>
  );
}
