// A small term with two cells for tests of the way that reports go: 30 June 2023, nothing of June reported yet.
import { findPeriodByKey, type StoredPeriod } from "@/db/queries/periods";
import { findUnitSubmission } from "@/db/queries/submissions";
import { listTargets } from "@/db/queries/targets";
import { findTermByCode, type StoredTerm } from "@/db/queries/terms";
import { listTotals } from "@/db/queries/totals";
import { listUnits } from "@/db/queries/units";
import type { Engine } from "@/db/migrate/migrations";
import type { Store } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import type { Basis } from "@/domain/figures";
import type { TypedReport } from "@/domain/inputs/submissions";
import { authorize, type Permission } from "@/domain/permissions";
import type { Role } from "@/domain/roles";
import { EMPTY_FIGURE, type TypedFigure } from "@/domain/typed-figures";
import { importBundle } from "@/server/workflows/bundles";
import { addAccount, held } from "./accounts";
import { importer, validBundle } from "./bundles";
import { openFreshStore } from "./databases";

export const TODAY = "2023-06-30" as CalendarDate;
export const NOW = "2023-06-30T02:00:00.000Z";

const attendance = {
  ...{ id: "m1", name: "Dự sinh hoạt", kind: "rate", unitLabel: "%", frequency: "month", overUnits: "sum" },
  ...{ overTime: "sum", rule: "at_least", plan: "95", nLabel: "Có mặt", dLabel: "Phải dự" },
};
const admissions = {
  ...{ id: "m2", name: "Kết nạp", kind: "count", unitLabel: "đảng viên", frequency: "month", overUnits: "sum" },
  ...{ overTime: "sum", rule: "at_least", plan: "8" },
};

const bundleFrom = (startsOn: string) => ({
  format: "tien-do/bundle@1",
  organisation: { name: "Đảng bộ cơ sở" },
  units: [
    { id: "db", kind: "committee", name: "Đảng ủy", from: "2020-01-01" },
    { id: "cb1", kind: "cell", name: "Chi bộ 1", parent: "db", from: "2020-01-01", position: 1 },
    { id: "cb2", kind: "cell", name: "Chi bộ 2", parent: "db", from: "2020-01-01", position: 2 },
  ],
  terms: [
    {
      ...{ id: "2023", name: "Nhiệm kỳ 2023", startsOn, endsOn: "2023-12-31" },
      targets: [{ id: "t1", position: 1, name: "Xây dựng Đảng", measures: [attendance, admissions] }],
      figures: [{ measure: "m1", unit: "cb1", period: "2023-05", n: "27", d: "28", status: "accepted" }],
    },
  ],
});

const NOT_COLLECTED = { m1: { note: "Chưa tổng hợp" }, m2: { note: "Chưa tổng hợp" } };

export type ReportingTest = Awaited<ReturnType<typeof openReporting>>;

/** The term in a fresh database, and what speaks of it by codes. It begins in 2023 where nothing else is asked for. */
export async function openReporting(engine: Engine, startsOn = "2023-01-01") {
  const store = await openFreshStore(engine);
  await importBundle(store, importer, validBundle(bundleFrom(startsOn)));
  const term = (await findTermByCode(store.db, "2023"))!;
  const unitIds = new Map((await listUnits(store.db)).map(({ code, id }) => [code, id]));
  const measureIds = new Map(
    (await listTargets(store.db, term.id)).flatMap(({ measures }) => measures.map(({ code, id }) => [code, id])),
  );
  const period = (await findPeriodByKey(store.db, term.id, "2023-06"))!;
  const unitId = (code: string) => unitIds.get(code)!;
  const measureId = (code: string) => measureIds.get(code)!;

  return {
    ...{ store, term, period, unitId, measureId },
    /** Somebody with a role, bound to a cell where it is a secretary's. */
    person: async (login: string, role: Role, unitCode: string | null = null) => {
      const bound = unitCode === null ? null : unitId(unitCode);
      const accountId = await addAccount(store, login, [{ role, unitId: bound, from: "2023-01-01", to: null }]);
      const actor = {
        accountId,
        login,
        displayName: `Tài khoản ${login}`,
        holdings: [held(role, bound, "2023-01-01")],
      };
      return <P extends Permission>(permission: P) => authorize(actor, permission, TODAY);
    },
    /** A form of June, filled in: texts by the measure's code; beside them, why there are no others. */
    form: (
      unitCode: string,
      version: number,
      texts: Record<string, Partial<TypedFigure>>,
      requestId?: string,
    ): TypedReport => ({
      requestId: requestId ?? newRequest(),
      ...{ unitId: unitId(unitCode), periodId: period.id, version },
      figures: Object.fromEntries(
        Object.entries(Object.keys(texts).length > 0 ? { ...NOT_COLLECTED, ...texts } : {}).map(([code, typed]) => [
          measureId(code),
          { ...EMPTY_FIGURE, ...typed },
        ]),
      ),
    }),
    submissionOf: async (unitCode: string) => (await findUnitSubmission(store.db, unitId(unitCode), period.id))!,
    attendanceOf: (basis: Basis) => attendanceOf(store, term, period, measureId("m1"), basis),
  };
}

let requests = 0;

/** A request id of its own. */
export function newRequest(): string {
  requests += 1;
  return `request-${requests.toString().padStart(6, "0")}`;
}

/** June's pooled attendance of the whole organisation as `28/29 1/2`: n of d, received of expected. */
async function attendanceOf(store: Store, term: StoredTerm, period: StoredPeriod, measureId: string, basis: Basis) {
  const totals = await listTotals(store.db, { termId: term.id, unitId: null, basis });
  const total = totals.get(measureId)?.find(({ period: key }) => key === period.key);
  const whole = (sum: number | null | undefined) => (sum == null ? "-" : sum / 1000);
  return `${whole(total?.sumN)}/${whole(total?.sumD)} ${total?.received}/${total?.expected}`;
}
