import type { ReactNode } from "react";

export const MAIN_ID = "main";

/** The first stop of the Tab key: past the header, straight to what the page says. */
export function SkipLink({ children }: { readonly children: ReactNode }) {
  return (
    <a
      href={`#${MAIN_ID}`}
      className="screen-only sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:bg-raised focus:px-4 focus:py-2"
    >
      {children}
    </a>
  );
}
