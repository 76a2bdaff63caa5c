import clsx from "clsx";

export interface Segment {
  readonly key: string;
  readonly count: number;
  /** Fill and text colour from the tokens. */
  readonly className: string;
}

interface SegmentBarProps {
  readonly segments: readonly Segment[];
  /** The same in words, for who does not see it. */
  readonly label: string;
}

/** Parts of a whole, each with its number inside. Empty parts are left out. */
export function SegmentBar({ segments, label }: SegmentBarProps) {
  return (
    <div role="img" aria-label={label} className="flex h-4.5 gap-0.5">
      {segments
        .filter(({ count }) => count > 0)
        .map(({ key, count, className }) => (
          <span
            key={key}
            className={clsx("fill figure min-w-5 px-1 text-small leading-4.5 font-semibold", className)}
            style={{ flexGrow: count, flexBasis: 0 }}
          >
            <span className="bg-inherit pr-1">{count}</span>
          </span>
        ))}
    </div>
  );
}
