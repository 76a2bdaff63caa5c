import type { CalendarDate } from "@/domain/dates";

/** The rooms of the product; which of them stand in the header depends on the account's roles. */
export type TabKey = "overview" | "entry" | "review" | "audit";

export interface ShellTab {
  readonly key: TabKey;
  /** How many things wait there for this account; null where nothing is counted. */
  readonly waiting: number | null;
}

export interface ShellTerm {
  readonly id: string;
  /** As it is written: `2020 - 2025`. */
  readonly name: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** The day that the term opens at when the address names none. */
  readonly defaultAsOf: CalendarDate;
}

/** What the header of every page shows to a signed-in account. */
export interface ShellView {
  readonly organisationName: string;
  /** Newest first; empty before the first import. */
  readonly terms: readonly ShellTerm[];
  /** The term that is shown when the address names none. */
  readonly defaultTermId: string | null;
  readonly tabs: readonly ShellTab[];
  readonly account: {
    readonly displayName: string;
    /** The roles held today, in words, e.g. `Bí thư Chi bộ 1`. */
    readonly roles: readonly string[];
  };
  /** The connection is not encrypted and this account is the office's: it is told once on every page. */
  readonly warnPlainHttp: boolean;
}
