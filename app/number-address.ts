import { readNumberName, type NumberAddress } from "@/domain/number-names";
import { readWords, type SearchParams } from "./view-query";

/** What the page and the panel of a number are asked with. */
export interface NumberPageProps {
  readonly params: Promise<{ readonly measure: string }>;
  readonly searchParams: SearchParams;
}

/** The number that an address names: `/explain/m4?number=year&year=2021&unit=cb1`. */
export async function readNumberAddress(
  params: NumberPageProps["params"],
  searchParams: SearchParams,
): Promise<NumberAddress> {
  const { measure } = await params;
  const { number, unit, year, period } = await readWords(searchParams, ["number", "unit", "year", "period"]);
  return {
    measureCode: decodeURIComponent(measure),
    number: readNumberName(number),
    ...{ unitCode: unit, yearId: year, periodKey: period },
  };
}
