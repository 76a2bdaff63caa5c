/** A point of a small drawing; a null height is a gap. */
export interface SmallPoint {
  readonly y: number | null;
  readonly provisional: boolean;
}

interface SmallPathProps {
  readonly points: readonly SmallPoint[];
  /** Lengths start at zero: a count is drawn as bars, anything else as a path. */
  readonly shape: "bar" | "dot";
  readonly planY: number | null;
  /** The same in words, for who does not see it. */
  readonly label: string;
}

const WIDTH = 160;
const HEIGHT = 56;
const DOT = 2;

/** One of many drawings on the same scale: a path with gaps, or bars; what nobody has accepted is hollow. */
export function SmallPath({ points, shape, planY, label }: SmallPathProps) {
  const step = WIDTH / points.length;
  const xOf = (index: number) => (index + 0.5) * step;
  const yOf = (fraction: number) => DOT + (1 - fraction) * (HEIGHT - 2 * DOT);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="block w-full text-on-track">
      <path d={`M0 ${yOf(0)}H${WIDTH}`} stroke="var(--color-edge)" strokeWidth="0.75" />
      {planY !== null && (
        <path d={`M0 ${yOf(planY)}H${WIDTH}`} stroke="var(--color-ink)" strokeWidth="1" strokeDasharray="3 2" />
      )}
      {shape === "dot" && <path d={pathOf(points, xOf, yOf)} fill="none" stroke="currentColor" strokeWidth="1.75" />}
      {points.map(({ y, provisional }, index) => {
        if (y === null) return null;
        const paint = { fill: provisional ? "var(--color-paper)" : "currentColor", stroke: "currentColor" };
        if (shape === "dot")
          return isDotted(points, index) && <circle {...paint} key={index} cx={xOf(index)} cy={yOf(y)} r={DOT} />;
        const [x, width] = [xOf(index) - step * 0.35, step * 0.7];
        return (
          <rect {...paint} key={index} x={x} width={width} y={yOf(y)} height={yOf(0) - yOf(y)} strokeWidth="0.75" />
        );
      })}
    </svg>
  );
}

/** A point that the path alone would not show: between gaps, not accepted, or the newest. */
function isDotted(points: readonly SmallPoint[], index: number): boolean {
  const isAlone = (points[index - 1]?.y ?? null) === null && (points[index + 1]?.y ?? null) === null;
  const isNewest = points.findLastIndex(({ y }) => y !== null) === index;
  return isAlone || isNewest || (points[index]?.provisional ?? false);
}

function pathOf(points: readonly SmallPoint[], xOf: (index: number) => number, yOf: (y: number) => number): string {
  return points
    .map(({ y }, index) => {
      if (y === null) return "";
      const isJoined = index > 0 && points[index - 1]?.y !== null;
      return `${isJoined ? "L" : "M"}${xOf(index).toFixed(1)} ${yOf(y).toFixed(1)}`;
    })
    .join("");
}
