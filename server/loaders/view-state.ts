import type { CalendarDate } from "@/domain/dates";
import type { Basis } from "@/domain/figures";

/** What the address of a page asks for, as it was typed: `?term=2020-2025&asOf=2023-06-30&basis=accepted`. */
export interface ViewQuery {
  readonly term?: string | undefined;
  readonly asOf?: string | undefined;
  readonly basis?: string | undefined;
}

/** The term, day and basis that a page shows and that its links carry on. */
export interface ViewState {
  readonly termId: string;
  readonly asOf: CalendarDate;
  readonly basis: Basis;
}
