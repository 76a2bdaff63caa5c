import clsx from "clsx";
import type { ReactNode } from "react";

interface MarkProps {
  /** A drawing within 14 × 14, in the colour of the text. */
  readonly shape: ReactNode;
  /** The word; the colour only helps. */
  readonly children: ReactNode;
  readonly className?: string;
}

/** How something stands: a shape and a word, then a colour. */
export function Mark({ shape, children, className }: MarkProps) {
  return (
    <span className={clsx("inline-flex items-baseline gap-1.5", className)}>
      <MarkShape className="size-[0.8em] translate-y-px">{shape}</MarkShape>
      <span>{children}</span>
    </span>
  );
}

/** The square that every mark is drawn in, so that a column of them stands still. */
export function MarkShape({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 14 14"
      className={clsx("shrink-0", className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    >
      {children}
    </svg>
  );
}
