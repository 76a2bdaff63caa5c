import type { TargetYearView } from "@/server/loaders/targets";

/** The strip of the drawing that belongs to one year: the whole height of the axis. */
interface Band {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface YearMarkProps {
  readonly band: Band;
  readonly year: TargetYearView | undefined;
  readonly shape: "bar" | "dot";
  readonly color: string;
}

/** A year's value, its plan as a tick across, and the figure above both. A year that still runs is drawn hollow. */
export function YearMark({ band, year, shape, color }: YearMarkProps) {
  if (!year) return null;
  const middle = band.x + band.width / 2;
  const half = Math.min(band.width, 64) / 2;
  const heightOf = (fraction: number) => band.y + band.height * (1 - fraction);
  const { actualY, planY, actual } = year;
  const fill = year.ended && !year.provisional ? color : "var(--color-paper)";
  const top = Math.min(...[actualY, planY].filter((at) => at !== null).map(heightOf), heightOf(0));
  return (
    <g>
      {shape === "bar" && actualY !== null && (
        <rect
          x={middle - half + 6}
          width={2 * half - 12}
          y={heightOf(actualY)}
          height={band.y + band.height - heightOf(actualY)}
          fill={fill}
          stroke={color}
          strokeWidth={1.5}
        />
      )}
      {shape === "dot" && actualY !== null && (
        <>
          {planY !== null && (
            <path d={`M${middle} ${heightOf(planY)}V${heightOf(actualY)}`} stroke={color} strokeWidth={4} />
          )}
          <circle cx={middle} cy={heightOf(actualY)} r={6} fill={fill} stroke={color} strokeWidth={2} />
        </>
      )}
      {planY !== null && (
        <path d={`M${middle - half} ${heightOf(planY)}h${2 * half}`} stroke="var(--color-ink)" strokeWidth={2.5} />
      )}
      <text x={middle} y={top - 10} textAnchor="middle" fontSize={12.5} fontWeight={600} fill="var(--color-ink)">
        {actual ?? "-"}
      </text>
    </g>
  );
}
