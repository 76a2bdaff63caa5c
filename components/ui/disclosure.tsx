"use client"; // once it was unfolded for a reason it stays so, also when the reason is gone

import { useState, type ReactNode } from "react";
import { useFoldKeys } from "./use-fold-keys";

interface DisclosureProps {
  readonly summary: ReactNode;
  /** Unfolds it; folding it again is left to the reader, who may be typing in it. */
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A part of a form that can be folded away, in the browser's own element; a triangle says that it can be pressed. */
export function Disclosure({ summary, open = false, children }: DisclosureProps) {
  const [unfolded, setUnfolded] = useState(open);
  if (open && !unfolded) setUnfolded(true);
  const keys = useFoldKeys();
  return (
    <details open={unfolded || undefined} className="group/disclosure" {...keys}>
      <summary className="flex w-fit items-center gap-2 py-1.5 font-semibold hover:underline">
        <svg
          aria-hidden
          viewBox="0 0 10 6"
          className="w-2.5 shrink-0 -rotate-90 group-open/disclosure:rotate-0"
          fill="currentColor"
        >
          <path d="M0 0h10L5 6Z" />
        </svg>
        {summary}
      </summary>
      {children}
    </details>
  );
}
