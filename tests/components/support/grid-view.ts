// The entry grid as it is handed to the page: a rate and a count over two months of a cell.
import { knownWords, NO_CELLS } from "@/domain/cell-texts";
import type { SheetRow } from "@/domain/grid-sheets";
import type { GridReport, GridView } from "@/server/loaders/entry-grid-views";
import { measure, row, view as form } from "./entry-view";

const words = { notApplicable: "KAD", levels: {}, judgements: {} };

/** What the cells of a report hold: of the rate its result and its total, and the count. */
export const gridCells = (m1 = "", total = "", m2 = ""): SheetRow => ({
  m1: { ...NO_CELLS, result: m1, total },
  m2: { ...NO_CELLS, result: m2 },
});

/** A month's report at version 3. */
export const gridReport = (month: number, cells: SheetRow, part: Partial<GridReport> = {}): GridReport => ({
  ...{ unitId: "u1", periodId: `p${month}`, version: 3, name: `${month}/2023` },
  ...{ title: `Chi bộ 1, tháng ${month} năm 2023`, address: `/entry/cb1/2023-0${month}` },
  ...{ standing: "draft", closure: null, cells, plans: {}, accepted: {}, facts: form.measures[0]!.facts },
  ...part,
});

/** The grid of account a1 with these reports. */
export const gridView = (...reports: readonly GridReport[]): GridView => ({
  ...{ by: "unit", accountId: "a1", termCode: "2023", title: "Chi bộ 1", reports },
  measures: [row(measure("m1", "rate", 95), "Dự sinh hoạt"), row(measure("m2", "count", 8), "Kết nạp")],
  words: { known: knownWords([words], ["không áp dụng"]), own: words },
  ...{ units: [], periods: [], frequencies: ["month"] },
  chosen: { unit: "cb1", period: null, frequency: "month" },
});
