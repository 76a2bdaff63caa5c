import clsx from "clsx";
import type { ReactNode } from "react";
import type { DotDrawing } from "@/server/loaders/drawings";
import { PlanTick } from "./plan-tick";
import { atPercent, TONE_TEXT, type Tone } from "./tone";

interface RateDotProps {
  readonly drawing: DotDrawing;
  readonly tone: Tone;
  /** The same in words and figures, for who does not see it. */
  readonly label: string;
  /** Not accepted yet: drawn hollow. */
  readonly provisional?: boolean;
  /** Stands under the scale, between the names of its ends. */
  readonly children?: ReactNode;
}

/** A position on a named scale, the plan as a tick and the difference drawn between them. */
export function RateDot({ drawing, tone, label, provisional = false, children }: RateDotProps) {
  const { actual, plan, upper, from, to, cut } = drawing;
  return (
    <div>
      <div role="img" aria-label={label} className={clsx("relative mt-1.5 mb-1 h-3", TONE_TEXT[tone])}>
        <span className="fill absolute top-1/2 h-px w-full bg-edge" />
        {actual !== null && plan !== null && <Difference from={plan} to={actual} />}
        {plan !== null && <PlanTick at={plan} />}
        {upper !== null && <PlanTick at={upper} />}
        {actual !== null && cut === null && <Dot at={actual} hollow={provisional} />}
        {cut && <BeyondMark end={cut} hollow={provisional} />}
      </div>
      <div className="figure flex justify-between gap-2 text-small text-quiet">
        <span aria-hidden>{from}</span>
        {children}
        <span aria-hidden>{to}</span>
      </div>
    </div>
  );
}

function Difference({ from, to }: { readonly from: number; readonly to: number }) {
  const left = Math.min(from, to);
  const width = Math.abs(to - from);
  return (
    <span
      className="fill absolute top-1/2 h-1 -translate-y-1/2 bg-current"
      style={{ left: atPercent(left), width: atPercent(width) }}
    />
  );
}

function Dot({ at, hollow }: { readonly at: number; readonly hollow: boolean }) {
  return (
    <span
      className={clsx(
        "fill absolute top-1/2 size-3.5 -translate-1/2 rounded-full border-2",
        hollow ? "border-current bg-raised" : "border-paper bg-current",
      )}
      style={{ left: atPercent(at) }}
    />
  );
}

/** A point on the scale's end: the value lies further out. */
function BeyondMark({ end, hollow }: { readonly end: "above" | "below"; readonly hollow: boolean }) {
  return (
    <svg
      viewBox="0 0 14 14"
      className={clsx("absolute top-1/2 size-3.5 -translate-y-1/2", end === "above" ? "right-0" : "left-0 rotate-180")}
    >
      <path
        d="M2 1 13 7 2 13Z"
        fill={hollow ? "var(--color-raised)" : "currentColor"}
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </svg>
  );
}
