import { useTranslations } from "next-intl";
import { PlanBar } from "@/components/charts/plan-bar";
import { RateDot } from "@/components/charts/rate-dot";
import { Explained } from "@/components/number-explanations/explained";
import { usePlanText } from "@/components/targets/use-plan-text";
import type { Drawing } from "@/server/loaders/drawings";
import type { MeasureView } from "@/server/loaders/overview";
import type { ViewState } from "@/server/loaders/view-state";
import { STATUS_TONE } from "./tones";
import { differenceNumber, useDifferenceText } from "./use-difference-text";

interface ComparisonProps {
  readonly measure: MeasureView;
  readonly state: ViewState;
}

/** How far apart the promise and the result are: the drawing, and the difference in figures below it. */
export function Comparison({ measure, state }: ComparisonProps) {
  const { drawing, status, provisional } = measure;
  const told = useDifferenceText()(measure);
  const difference = told && (
    <Explained measureCode={measure.id} number={differenceNumber(measure)} state={state}>
      {told}
    </Explained>
  );
  const label = useDrawingLabel()(measure);
  if (drawing === null) return difference && <span className="text-small text-quiet">{difference}</span>;
  const shared = { tone: STATUS_TONE[status], provisional, label };
  if (drawing.type === "dot") {
    return (
      <RateDot {...shared} drawing={drawing}>
        {difference && <span>{difference}</span>}
      </RateDot>
    );
  }
  return (
    <div>
      <PlanBar {...shared} drawing={drawing} />
      {difference && <p className="text-small text-quiet">{difference}</p>}
    </div>
  );
}

/** The drawing in words and figures. */
function useDrawingLabel(): (measure: MeasureView) => string {
  const t = useTranslations("achievements.read");
  const planText = usePlanText();
  return (measure) => {
    const { actual, provisional, drawing } = measure;
    const parts = [
      actual === null ? t("noActual") : t("actual", { actual }),
      t("plan", { plan: planText(measure) }),
      ...(provisional ? [t("provisional")] : []),
      ...drawingWords(t, drawing),
    ];
    return parts.join(", ");
  };
}

function drawingWords(t: ReturnType<typeof useTranslations<"achievements.read">>, drawing: Drawing | null): string[] {
  if (drawing === null) return [];
  return [
    ...(drawing.type === "dot" ? [t("scale", { from: drawing.from, to: drawing.to })] : []),
    ...(drawing.cut ? [t("cut")] : []),
  ];
}
