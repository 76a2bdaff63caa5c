// What becomes of the roles that are bound to a unit when it ceases to exist.
import type { CalendarDate } from "./dates";

/** A stored holding of a role that is bound to a unit; `to` is its last day, null while it lasts. */
export interface UnitHolding {
  readonly id: string;
  readonly unitId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** Holdings by what becomes of them. */
export interface EndedHoldings<H extends UnitHolding> {
  /** They end with the unit. */
  readonly shortened: readonly H[];
  /** They would have begun after it, and never do. */
  readonly dropped: readonly H[];
}

/** The holdings of a unit that go beyond its last day. Those that ended before stay as they are. */
export function endHoldings<H extends UnitHolding>(
  holdings: readonly H[],
  unitId: string,
  lastDay: CalendarDate,
): EndedHoldings<H> {
  const beyond = holdings.filter((held) => held.unitId === unitId && (held.to === null || held.to > lastDay));
  return {
    shortened: beyond.filter(({ from }) => from <= lastDay),
    dropped: beyond.filter(({ from }) => from > lastDay),
  };
}
