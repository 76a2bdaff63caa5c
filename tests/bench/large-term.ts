// A term as large as the product is meant for: five years, 210 cells, eight monthly measures, nothing of it reported.
import { migrate } from "@/db/migrate";
import { listStoredPeriods } from "@/db/queries/periods";
import { findTermByCode } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import { openStore, type Store } from "@/db/store";
import { asCalendarDate } from "@/domain/dates";
import { systemActor } from "@/server/system-actor";
import { importBundleFile, previewBundle } from "@/server/workflows/bundle-files";

const CELLS = 210;
const MEASURES = ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8"];
const YEARS = [2020, 2021, 2022, 2023, 2024];
const NAME = "Nhiệm kỳ 2020 - 2024";
const TERM = "2020-2024";

/** The last day of the term. */
export const LAST_DAY = asCalendarDate("2024-12-31");

/** The term as a bundle: 100,800 figures are asked for. */
function emptyTerm(): Uint8Array {
  const from = `${YEARS[0]}-01-01`;
  const measures = MEASURES.map((id) => ({
    ...{ id, name: `Thước đo ${id}`, kind: "rate", unitLabel: "%", frequency: "month", nLabel: "Có", dLabel: "Phải" },
    ...{ overUnits: "sum", overTime: "sum", rule: "at_least", plan: "95" },
  }));
  const cells = Array.from({ length: CELLS }, (_, place) => ({
    ...{ id: `c${place + 1}`, kind: "cell", name: `Chi bộ ${place + 1}`, parent: "db", from },
  }));
  const targets = [{ id: "t1", position: 1, name: "Sinh hoạt", measures }];
  const term = { id: TERM, name: NAME, startsOn: from, endsOn: LAST_DAY, targets };
  const units = [{ id: "db", kind: "committee", name: "Đảng ủy", from }, ...cells];
  return Buffer.from(JSON.stringify({ format: "tien-do/bundle@1", units, terms: [term] }));
}

/** A migrated database with the term in it, its units, and its months from the first on, by their ids. */
export async function openLargeTerm(
  url: string,
): Promise<{ readonly store: Store; readonly units: string[]; readonly periods: string[] }> {
  await migrate(url);
  const store = await openStore(url);
  const importing = systemActor("bundles.import", LAST_DAY);
  const bundle = emptyTerm();
  const preview = await previewBundle(store, importing, bundle, "vi");
  if (!preview.ok) throw new Error(JSON.stringify(preview.problems.slice(0, 3)));
  await importBundleFile(store, importing, bundle, { hash: preview.hash, typedName: NAME });
  const term = await findTermByCode(store.db, TERM);
  const periods = (await listStoredPeriods(store.db, term?.id ?? "")).filter(({ frequency }) => frequency === "month");
  const units = (await listUnits(store.db)).filter(({ kind }) => kind === "cell");
  return { store, units: units.map(({ id }) => id), periods: periods.map(({ id }) => id) };
}
