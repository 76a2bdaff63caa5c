import { listPeriods } from "@/domain/periods";
import type { Term } from "@/domain/terms";
import { countEntry, type Entry } from "./entries";
import { cellSizesAt, type Roll } from "./rolls";

/** Monthly admissions (`m6`) of every cell: those named by `unit month`, else a reported 0. */
export function buildAdmissions(
  term: Term,
  members: Roll,
  admitted: Readonly<Record<string, number>>,
): readonly Entry[] {
  return listPeriods(term, "month").flatMap((period) =>
    cellSizesAt(members, period.endsOn).map(({ unit }) =>
      countEntry({ measure: "m6", unit, period: period.key }, admitted[`${unit} ${period.key}`] ?? 0),
    ),
  );
}
