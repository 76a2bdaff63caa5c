import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

interface TableProps {
  /** Names the table and the region that scrolls when it is wider than the page. */
  readonly caption: string;
  readonly captionVisible?: boolean;
  /** As wide as its columns need; otherwise as wide as the page. */
  readonly fits?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A table of figures: hairlines between rows, one strong line under the head. Wider than the page, it alone scrolls. */
export function Table({ caption, captionVisible = false, fits = false, className, children }: TableProps) {
  return (
    <div role="region" aria-label={caption} tabIndex={0} className="relative overflow-x-auto print:overflow-visible">
      <table className={clsx("border-collapse text-left", !fits && "w-full", className)}>
        <caption className={captionVisible ? "pb-2 text-left text-section font-semibold" : "sr-only"}>
          {/* It stays in sight while the columns beneath it scroll. */}
          <span className="sticky left-0 inline-block">{caption}</span>
        </caption>
        {children}
      </table>
    </div>
  );
}

/** The head of a table, above its strong line. */
export function TableHead({ children }: { readonly children: ReactNode }) {
  return <thead className="border-b border-strong text-small text-quiet">{children}</thead>;
}

interface CellProps {
  /** Figures stand on the right, their digits one under the other, never broken over lines. */
  readonly numeric?: boolean;
  /** Marks stand in the middle of their column. */
  readonly centred?: boolean;
}

interface HeadCellProps extends CellProps, ComponentProps<"th"> {
  /** A row's name that is not to stand out from its figures. */
  readonly plain?: boolean;
}

/** The name of a column (`scope="col"`, the default) or of a row. */
export function HeadCell({
  numeric = false,
  centred = false,
  plain = false,
  className,
  scope = "col",
  ...props
}: HeadCellProps) {
  const rowWeight = plain ? "font-normal" : "font-semibold";
  const place = scope === "col" ? "align-bottom font-medium" : clsx("align-middle", rowWeight);
  return <th {...props} scope={scope} className={clsx("px-2 py-1.5", place, alignment(numeric, centred), className)} />;
}

/** A cell of a row. */
export function Cell({ numeric = false, centred = false, className, ...props }: CellProps & ComponentProps<"td">) {
  return <td {...props} className={clsx("px-2 py-1.5 align-middle", alignment(numeric, centred), className)} />;
}

/** A row under a hairline. */
export function Row({ className, ...props }: ComponentProps<"tr">) {
  return <tr {...props} className={clsx("border-b border-hairline", className)} />;
}

function alignment(numeric: boolean, centred: boolean): string {
  if (numeric) return "figure text-right";
  return centred ? "text-center" : "text-left";
}
