import { useTranslations } from "next-intl";
import type { OverviewView } from "@/server/loaders/overview";

/** What the marks of the table mean, once, below it. Only those are told that the page shows. */
export function TableLegend({ targets }: Pick<OverviewView, "targets">) {
  const t = useTranslations("overview.legend");
  const measures = targets.flatMap((target) => target.measures);
  const hint = useTranslations("explain")("hint");
  const notes = [
    t("scales"),
    ...(targets.some((target) => target.measures.length > 1) ? [t("weakest")] : []),
    ...(measures.some((measure) => measure.provisional) ? [t("provisional")] : []),
    ...(measures.some((measure) => measure.plan?.provenance !== "stated") ? [t("provenance")] : []),
  ];
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-small text-quiet">
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden className="fill inline-block h-3.5 w-[2.5px] bg-ink" />
        {t("plan")}
      </span>
      {measures.some((measure) => measure.planToDate !== null) && (
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="inline-block h-3.5 border-l-[2.5px] border-dotted border-ink" />
          {t("planToDate")}
        </span>
      )}
      <span className="screen-only">{hint}</span>
      {notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
    </p>
  );
}
