"use client"; // only the browser knows how much of the table is in sight

import { useEffect, useRef } from "react";

/** Stands in a column's head and scrolls a table that is wider than the page so far that the column is in sight. */
export function RevealColumn() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const region = mark.current?.closest<HTMLElement>("[role=region]");
    const column = mark.current?.closest("th");
    if (!region || !column) return;
    const hidden = column.getBoundingClientRect().right - region.getBoundingClientRect().right;
    if (hidden > 0) region.scrollLeft += hidden;
  }, []);
  return <span ref={mark} hidden />;
}
