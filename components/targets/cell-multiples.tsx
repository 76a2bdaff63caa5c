import { useTranslations } from "next-intl";
import { ChartFigure } from "@/components/charts/chart-figure";
import { SmallPath } from "@/components/charts/small-path";
import type { CellCourseView, CellPeriodsView } from "@/server/loaders/target-cell-periods";
import type { TargetMeasureView } from "@/server/loaders/targets";

interface CellMultiplesProps {
  readonly measure: TargetMeasureView;
  readonly view: CellPeriodsView;
  readonly fileName: string;
  /** Of the table that holds the same figures. */
  readonly tableId: string;
}

/** A small path a cell, all on one scale and against one plan, in the official order. */
export function CellMultiples({ measure, view, fileName, tableId }: CellMultiplesProps) {
  const t = useTranslations("targets.cellPeriods");
  const { from, to, planY, cells } = view;
  const courseText = useCourseText();
  const shape = measure.kind === "count" ? "bar" : "dot";
  return (
    <ChartFigure
      fileName={fileName}
      tableId={tableId}
      caption={t(planY === null ? "scale" : "scaleWithPlan", { from, to })}
    >
      <ul
        aria-label={t("multiples")}
        className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-5 print:grid-cols-4"
      >
        {cells.map((cell) => (
          <li key={cell.unitCode} className="grid content-between gap-1">
            <span className="text-small font-medium">{cell.unitName}</span>
            {cell.withheld ? (
              <span className="text-small text-quiet">{t("withheld")}</span>
            ) : (
              <SmallPath points={cell.periods} shape={shape} planY={planY} label={courseText(cell, view)} />
            )}
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}

/** A cell's course in few words: its first and newest figure; the table holds all. */
function useCourseText(): (cell: CellCourseView, view: CellPeriodsView) => string {
  const t = useTranslations("targets.cellPeriods");
  return ({ unitName, periods }, view) => {
    const [first, last] = [periods.findIndex(hasText), periods.findLastIndex(hasText)];
    const told = (place: number) => `${view.periods[place]?.text ?? ""}: ${periods[place]?.text ?? "-"}`;
    return first < 0
      ? t("courseEmpty", { name: unitName })
      : t("course", { name: unitName, first: told(first), last: told(last) });
  };
}

function hasText({ text }: { readonly text: string | null }): boolean {
  return text !== null;
}
