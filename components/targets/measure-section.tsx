import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { TargetMeasureView, TargetView } from "@/server/loaders/targets";
import { CellPeriods } from "./cell-periods";
import { CellTable } from "./cell-table";
import { EvidenceList } from "./evidence-list";
import { KeyFigures } from "./key-figures";
import { MethodChanges } from "./method-changes";
import { PlanChanges } from "./plan-changes";
import { Trajectory } from "./trajectory";
import { useMethodText } from "./use-method-text";
import { WhatIf } from "./what-if";
import { YearFigures } from "./year-figures";

interface MeasureSectionProps {
  readonly measure: TargetMeasureView;
  readonly view: TargetView;
  /** The target has several measures: each tells its name. */
  readonly named: boolean;
}

/** One measure from its result down to the cells' parts in it. */
export function MeasureSection({ measure, view, named }: MeasureSectionProps) {
  const t = useTranslations("targets");
  const method = useMethodText()(measure);
  const { publishedMismatch, trajectory } = measure;
  const code = view.measures.length > 1 ? measure.id : view.code;
  const fileName = (drawing: "course" | "years" | "cells" | "multiples" | "heat") => t(`fileName.${drawing}`, { code });
  return (
    <section aria-label={measure.name} className="grid grid-cols-1 gap-6 border-t border-strong pt-4">
      <div className="grid gap-1">
        <h2 className={named ? "text-section" : "sr-only"}>{measure.name}</h2>
        <p className="text-section first-letter:uppercase">{t("sentence", { sentence: measure.sentence })}</p>
        <p className="max-w-3xl text-small text-quiet">
          {t("method", { method })} {measure.kind === "percent" && t("noBase")}
        </p>
      </div>
      <KeyFigures measure={measure} state={view.state} />
      {publishedMismatch && (
        <Notice tone="attention" title={t("published.title")}>
          {t("published.text", publishedMismatch)}
        </Notice>
      )}
      {trajectory && trajectory.points.length > 0 && (
        <Trajectory measure={measure} trajectory={trajectory} fileName={fileName("course")} />
      )}
      {trajectory?.projection && <p className="max-w-3xl text-small">{trajectory.projection.sentence}</p>}
      <WhatIf measure={measure} view={view} />
      <YearFigures measure={measure} state={view.state} fileName={fileName("years")} />
      <CellTable measure={measure} state={view.state} mayAsk={view.mayAsk} fileName={fileName("cells")} />
      <CellPeriods measure={measure} fileName={fileName} />
      <EvidenceList measure={measure} />
      <PlanChanges measure={measure} />
      <MethodChanges measure={measure} />
    </section>
  );
}
