import clsx from "clsx";
import type { BarDrawing } from "@/server/loaders/drawings";
import { PlanTick } from "./plan-tick";
import { atPercent, TONE_TEXT, type Tone } from "./tone";

interface PlanBarProps {
  readonly drawing: BarDrawing;
  readonly tone: Tone;
  /** The same in words and figures, for who does not see it. */
  readonly label: string;
  /** Not accepted yet: drawn hollow. */
  readonly provisional?: boolean;
}

/** A length from zero against its plan. A bar that is cut says so at its end; the figure beside it stays true. */
export function PlanBar({ drawing, tone, label, provisional = false }: PlanBarProps) {
  const { actual, plan, upper, planToDate, cut } = drawing;
  return (
    <div role="img" aria-label={label} className={clsx("relative mt-1.5 mb-1 h-3", TONE_TEXT[tone])}>
      <span className="fill absolute inset-0 rounded-bar bg-track" />
      {actual !== null && (
        <span
          className={clsx(
            "fill absolute inset-y-0 left-0 rounded-bar",
            provisional ? "border-2 border-current bg-raised" : "bg-current",
          )}
          style={{ width: atPercent(actual) }}
        />
      )}
      {cut && <CutMark end={cut} />}
      {planToDate !== null && <PlanTick at={planToDate} dotted />}
      {plan !== null && <PlanTick at={plan} />}
      {upper !== null && <PlanTick at={upper} />}
    </div>
  );
}

/** Two slashes across the bar: it would go on beyond this end. */
function CutMark({ end }: { readonly end: "above" | "below" }) {
  return (
    <span className={clsx("absolute -inset-y-0.5 flex gap-1", end === "above" ? "right-2" : "left-1")}>
      <span className="fill w-0.75 -skew-x-12 bg-paper" />
      <span className="fill w-0.75 -skew-x-12 bg-paper" />
    </span>
  );
}
