"use client"; // only the browser knows how much of the table is in sight

import { useEffect, useRef } from "react";

/** Stands in a column's head and scrolls a table that is wider than the page so far that the column is in sight. */
export function RevealColumn() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const column = mark.current?.closest("th");
    const table = mark.current?.closest("table");
    const region = mark.current?.closest<HTMLElement>("[role=region]");
    if (!column || !table || !region) return;
    const reveal = () => {
      const hidden = column.getBoundingClientRect().right - region.getBoundingClientRect().right;
      if (hidden > 0) region.scrollLeft += hidden;
    };
    reveal();
    // The columns grow when the fonts come, and those of Vietnamese letters come last.
    const growth = new ResizeObserver(reveal);
    growth.observe(table);
    return () => growth.disconnect();
  }, []);
  return <span ref={mark} hidden />;
}
