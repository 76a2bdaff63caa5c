// A cell that has a year of months to catch up: two percentages, six counts and a rate; a committee with a count of its own.
import { listUnits } from "@/db/queries/units";
import { openStore } from "@/db/store";
import { importBundle } from "@/server/workflows/bundles";
import { addAccount } from "./accounts";
import { importer, validBundle } from "./bundles";

/** The day on which the year is over. */
export const GRID_DAY = "2024-01-05";
export const GRID_LOGIN = "bithu1";

const KINDS = ["percent", "count", "count", "percent", "count", "count", "count", "count", "rate"] as const;

const measures = KINDS.map((kind, index) => ({
  ...{ id: `m${index + 1}`, name: `Mục ${index + 1}`, kind, unitLabel: kind === "count" ? "việc" : "%" },
  ...{ frequency: "month", overUnits: kind === "percent" ? "mean" : "sum" },
  ...{ overTime: kind === "percent" ? "mean_periods" : "sum", rule: "at_least", plan: kind === "count" ? "1" : "90" },
  ...(kind === "rate" && { nLabel: "Có mặt", dLabel: "Phải dự" }),
}));

/** What the committee reports itself. */
const ownMeasure = {
  ...{ id: "own", name: "Hội nghị Đảng ủy", kind: "count", unitLabel: "cuộc", units: ["db"], frequency: "month" },
  ...{ overUnits: "sum", overTime: "sum", rule: "at_least", plan: "1" },
};

const bundle = {
  format: "tien-do/bundle@1",
  organisation: { name: "Đảng bộ cơ sở" },
  units: [
    { id: "db", kind: "committee", name: "Đảng ủy", from: "2020-01-01" },
    { id: "cb1", kind: "cell", name: "Chi bộ 1", parent: "db", from: "2020-01-01", position: 1 },
    { id: "cb2", kind: "cell", name: "Chi bộ 2", parent: "db", from: "2020-01-01", position: 2 },
  ],
  terms: [
    {
      ...{ id: "2023", name: "Nhiệm kỳ 2023", startsOn: "2023-01-01", endsOn: "2024-12-31" },
      targets: [
        { id: "t1", position: 1, name: "Xây dựng Đảng", measures },
        { id: "t2", position: 2, name: "Lãnh đạo", measures: [ownMeasure] },
      ],
      figures: [],
    },
  ],
};

/** Fills a migrated SQLite file: the cell's secretary `bithu1` with the password of the tests' accounts. */
export async function fillGridDatabase(file: string): Promise<void> {
  const store = await openStore(`file:${file}`);
  await importBundle(store, importer, validBundle(bundle));
  const cell = (await listUnits(store.db)).find(({ code }) => code === "cb1");
  await addAccount(store, GRID_LOGIN, [{ role: "secretary", unitId: cell?.id ?? null, from: "2023-01-01", to: null }]);
  await addAccount(store, "vanphong", [{ role: "office", unitId: null, from: "2023-01-01", to: null }]);
  await store.close();
}
