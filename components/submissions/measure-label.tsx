import { useTranslations } from "next-intl";
import type { ReportMeasure } from "@/server/loaders/report-views";

interface MeasureLabelProps {
  readonly row: ReportMeasure;
  /** Id of the name, for what it names. */
  readonly id: string;
  /** Says what is counted of what, where no field's own label does. */
  readonly withParts?: boolean;
}

/** A measure's name, the promise that it belongs to, and what is counted of what. */
export function MeasureLabel({ row, id, withParts = false }: MeasureLabelProps) {
  const t = useTranslations("entry");
  return (
    <div className="grid content-start gap-0.5">
      <p id={id} className="font-semibold">
        {row.name}
        {row.illustrative && <span aria-hidden>°</span>}
      </p>
      <p className="text-small text-quiet">
        {t("ofTarget", {
          position: row.targetPosition,
          name: row.targetName ?? "",
          named: row.targetName ? "yes" : "no",
        })}
      </p>
      {withParts && row.nLabel && row.dLabel && (
        <p className="text-small text-quiet">{t("ratio", { n: row.nLabel, d: row.dLabel })}</p>
      )}
      {row.measure.kind === "percent" && <p className="text-small text-quiet">{t("noBase")}</p>}
    </div>
  );
}
