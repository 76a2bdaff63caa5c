"use client"; // only the browser knows how much of the table is in sight

import { useEffect, useRef } from "react";

/** Stands in a column's head and scrolls a table that is wider than the page so far that the column is in sight. */
export function RevealColumn() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    reveal(mark.current);
    if ("fonts" in document) void document.fonts.ready.then(() => reveal(mark.current)); // columns grow with the font
  }, []);
  return <span ref={mark} hidden />;
}

function reveal(mark: HTMLElement | null): void {
  const region = mark?.closest<HTMLElement>("[role=region]");
  const column = mark?.closest("th");
  if (!region || !column) return;
  const hidden = column.getBoundingClientRect().right - region.getBoundingClientRect().right;
  if (hidden > 0) region.scrollLeft += hidden;
}
