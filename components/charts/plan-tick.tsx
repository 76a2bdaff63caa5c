import clsx from "clsx";
import { atPercent } from "./tone";

interface PlanTickProps {
  readonly at: number;
  /** Pro-rated to the day: dotted, so that it is not taken for the promise itself. */
  readonly dotted?: boolean;
}

/** The promised value: the strongest mark of a drawing, taller than what it is compared with. */
export function PlanTick({ at, dotted = false }: PlanTickProps) {
  return (
    <span
      className={clsx(
        "fill absolute -top-1.25 -bottom-1.25 -translate-x-1/2",
        dotted ? "w-0 border-l-[2.5px] border-dotted border-ink" : "w-[2.5px] bg-ink",
      )}
      style={{ left: atPercent(at) }}
    />
  );
}
