import type { GridView } from "@/server/loaders/entry-grid-views";

/** The page on which a grid stands. */
export function gridAddress({ chosen, termCode }: Pick<GridView, "chosen" | "termCode">): string {
  const { unit, period, frequency } = chosen;
  const asked: Record<string, string> = unit === null ? { period: period ?? "" } : { unit, every: frequency };
  return `/entry/grid?${new URLSearchParams({ ...asked, term: termCode }).toString()}`;
}
