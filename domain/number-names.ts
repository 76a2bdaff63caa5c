// The numbers of a measure that have a way down to what was entered, and how an address names one.

/** `year` and `period` are one year's or period's value; `reports` is how many reports have come. */
export const NUMBER_NAMES = [
  "actual",
  "plan",
  "planToDate",
  "achievementPct",
  "excess",
  "required",
  "year",
  "period",
  "reports",
] as const;

export type NumberName = (typeof NUMBER_NAMES)[number];

/** Which of a measure's numbers: of the organisation or a unit, of the term, a year or a period. Codes and keys. */
export interface NumberAddress {
  readonly measureCode: string;
  readonly number: NumberName;
  readonly unitCode?: string | undefined;
  readonly yearId?: string | undefined;
  readonly periodKey?: string | undefined;
}

/** The name that an address holds; a name that means nothing is the result. */
export function readNumberName(text: string | undefined): NumberName {
  return NUMBER_NAMES.find((name) => name === text) ?? "actual";
}
