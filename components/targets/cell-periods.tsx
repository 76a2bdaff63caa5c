import { useTranslations } from "next-intl";
import type { TargetMeasureView } from "@/server/loaders/targets";
import { CellHeatMap } from "./cell-heat-map";
import { CellMultiples } from "./cell-multiples";

interface CellPeriodsProps {
  readonly measure: TargetMeasureView;
  readonly fileName: (drawing: "multiples" | "heat") => string;
}

/** The cells period by period, drawn twice: each one's path, and all of them side by side. */
export function CellPeriods({ measure, fileName }: CellPeriodsProps) {
  const t = useTranslations("targets.cellPeriods");
  const { cellPeriods } = measure;
  if (cellPeriods === null || cellPeriods.cells.length === 0) return null;
  const tableId = `cell-periods-${measure.id}`;
  return (
    <div className="grid grid-cols-1 gap-6">
      <h3 className="text-section">{t("title")}</h3>
      <CellMultiples measure={measure} view={cellPeriods} fileName={fileName("multiples")} tableId={tableId} />
      <div id={tableId}>
        <CellHeatMap name={measure.name} view={cellPeriods} fileName={fileName("heat")} />
      </div>
    </div>
  );
}
