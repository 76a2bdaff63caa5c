// What a unit has to say for one measure and period, before it is known how its report was handled.
import type { BundleFigure } from "@/domain/bundle/figure-schema";

/** One measure, one unit, one period, as the bundle spells it. */
export type Entry = Omit<BundleFigure, "status" | "illustrative">;

type Address = Pick<Entry, "measure" | "unit" | "period">;

/** n of d, whole numbers. */
export function rateEntry(address: Address, n: number, d: number): Entry {
  return { ...address, n: n.toString(), d: d.toString() };
}

/** A whole number of things. */
export function countEntry(address: Address, n: number): Entry {
  return { ...address, n: n.toString() };
}

/** The measure does not apply to the unit in this period; the note says why. */
export function notApplicableEntry(address: Address, note: string): Entry {
  return { ...address, notApplicable: true, note };
}

/** What is changed in single entries, by `measure unit period`. */
export type Amendments = Readonly<Record<string, (entry: Entry) => Entry>>;

/** The entries with the amendments made. Throws RangeError for an amendment of an entry that does not exist. */
export function amend(entries: readonly Entry[], amendments: Amendments): readonly Entry[] {
  const keyOf = ({ measure, unit, period }: Entry) => `${measure} ${unit} ${period}`;
  const known = new Set(entries.map(keyOf));
  const lost = Object.keys(amendments).find((key) => !known.has(key));
  if (lost !== undefined) throw new RangeError(`no entry to amend: ${lost}`);
  return entries.map((entry) => amendments[keyOf(entry)]?.(entry) ?? entry);
}

/** An amendment: the figure was once entered with `fewer` less in its numerator, and corrected after acceptance. */
export function corrected(at: string, fewer: number, reason: string): (entry: Entry) => Entry {
  return (entry) => ({
    ...entry,
    history: [{ at, n: (Number(entry.n) - fewer).toString(), d: entry.d, reason }],
  });
}

/** An amendment: a note beside the figure. */
export function noted(note: string): (entry: Entry) => Entry {
  return (entry) => ({ ...entry, note });
}
