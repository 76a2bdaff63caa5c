// A server of its own for tests that report: six monthly measures, three cells, five months behind them, 3 July 2026.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { readMigrations } from "@/db/migrate/migrations";
import { migrateSqlite } from "@/db/migrate/sqlite";
import { openStore } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { systemActor } from "@/server/system-actor";
import { importBundle } from "@/server/workflows/bundles";
import { createDemoAccounts } from "@/server/workflows/demo-accounts";
import { importer, validBundle } from "./bundles";
import { findFreePort, startLauncher } from "./launcher";

const TODAY = "2026-07-03" as CalendarDate;
const CELLS = ["cb1", "cb2", "cb3"];
const MONTHS = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"];

const monthly = { frequency: "month", overUnits: "sum", overTime: "sum", rule: "at_least" };
const rate = (id: string, name: string, nLabel: string, dLabel: string) => ({
  ...{ id, name, ...monthly, kind: "rate", unitLabel: "%", plan: "95", nLabel, dLabel },
});
const count = (id: string, name: string, nLabel: string) => ({
  ...{ id, name, ...monthly, kind: "count", unitLabel: "lượt", plan: "60", nLabel },
});
const measures = [
  rate("m1", "Dự sinh hoạt", "Có mặt", "Phải dự"),
  rate("m2", "Học tập nghị quyết", "Đã học", "Phải học"),
  rate("m3", "Đóng đảng phí", "Đã đóng", "Phải đóng"),
  count("m4", "Kết nạp đảng viên", "Số kết nạp"),
  count("m5", "Bồi dưỡng nghiệp vụ", "Số lượt"),
  count("m6", "Sinh hoạt chuyên đề", "Số buổi"),
];

const bundle = {
  format: "tien-do/bundle@1",
  organisation: { name: "Đảng bộ cơ sở" },
  units: [
    { id: "db", kind: "committee", name: "Đảng ủy", from: "2026-01-01" },
    ...CELLS.map((id, index) => ({
      ...{ id, kind: "cell", name: `Chi bộ ${index + 1}`, parent: "db", from: "2026-01-01", position: index + 1 },
    })),
  ],
  terms: [
    {
      ...{ id: "2026", name: "Nhiệm kỳ 2026 - 2028", startsOn: "2026-01-01", endsOn: "2028-12-31" },
      targets: measures.map((measure, index) => ({
        ...{ id: `t${index + 1}`, position: index + 1, name: measure.name, wording: measure.name, measures: [measure] },
      })),
      figures: CELLS.flatMap((unit) =>
        MONTHS.flatMap((period) =>
          measures.map(({ id, kind }) => ({
            ...{ measure: id, unit, period, status: "accepted" },
            ...(kind === "rate" ? { n: "28", d: "29" } : { n: "1" }),
          })),
        ),
      ),
    },
  ],
};

/** The running server: secretaries `bithu1` to `bithu3` and `vanphong` with the demo's password; June 2026 is due. */
export async function startReportingServer() {
  vi.stubEnv("BASE_URL", ""); // Vite puts "/" into it, which is an address of ours
  const folder = mkdtempSync(join(tmpdir(), "tien-do-reporting-"));
  const file = join(folder, "reporting.sqlite");
  migrateSqlite(file, readMigrations("sqlite"));
  const store = await openStore(`file:${file}`);
  await importBundle(store, importer, validBundle(bundle));
  await createDemoAccounts(store, systemActor("accounts.manage", TODAY));
  await store.close();
  const env = {
    ...{ HOST: "127.0.0.1", PORT: String(await findFreePort()), DATABASE_URL: `file:${file}`, TIENDO_TODAY: TODAY },
  };
  const server = await startLauncher("start", { env });
  return {
    baseUrl: server.address,
    stop: async () => {
      await server.stop("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
