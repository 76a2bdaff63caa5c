// A term of one year with three cells that report by month, for tests of what becomes of them: 10 February 2024.
import { listTerms } from "@/db/queries/terms";
import { listTotals } from "@/db/queries/totals";
import { findUnitSubmission } from "@/db/queries/submissions";
import { listMeasures } from "@/db/queries/measures";
import { findPeriodByKey } from "@/db/queries/periods";
import { listUnits } from "@/db/queries/units";
import type { Engine } from "@/db/migrate/migrations";
import type { Store } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { typedReorganisation } from "@/domain/inputs/units";
import { authorize, type Permission } from "@/domain/permissions";
import type { Role } from "@/domain/roles";
import { invalidInput } from "@/server/failure";
import { importBundle } from "@/server/workflows/bundles";
import { reorganiseUnits } from "@/server/workflows/units";
import { addAccount, held } from "./accounts";
import { importer, validBundle } from "./bundles";
import { openFreshStore } from "./databases";
import { reorganisingBundle } from "./reorganising-bundle";

export const TODAY = "2024-02-10" as CalendarDate;
export const NOW = "2024-02-10T02:00:00.000Z";
export const NEW_YEAR = "2024-01-01";

export type ReorganisingTest = Awaited<ReturnType<typeof openReorganising>>;

/** The term in a fresh database, the office, a secretary of Chi bộ 4, and the forms of events by codes. */
export async function openReorganising(engine: Engine) {
  const store = await openFreshStore(engine);
  await importBundle(store, importer, validBundle(reorganisingBundle));
  const unitId = async (code: string) => (await listUnits(store.db)).find((unit) => unit.code === code)!.id;
  const account = async (login: string, role: Role, unitCode: string | null) => {
    const bound = unitCode === null ? null : await unitId(unitCode);
    const accountId = await addAccount(store, login, [{ role, unitId: bound, from: "2020-01-01", to: null }]);
    const holdings = [held(role, bound, "2020-01-01")];
    return { accountId, login, displayName: `Tài khoản ${login}`, holdings };
  };
  const office = await account("vanphong", "office", null);
  const secretary = await account("bithu4", "secretary", "cb4");
  const as =
    (actor: typeof office) =>
    <P extends Permission>(permission: P, on: CalendarDate = TODAY) =>
      authorize(actor, permission, on);
  return {
    ...{ store, unitId, secretaryId: secretary.accountId },
    ...{ office: as(office), secretary: as(secretary) },
    secretaryOf: async (unitCode: string) => as(await account(`bithu.${unitCode}`, "secretary", unitCode)),
    reorganise: async (fields: EventFields, mode: "preview" | "save" = "save") =>
      reorganiseUnits(
        store,
        as(office)("terms.configure"),
        { mode, base: null, reason: null, typed: asRead(await typedOf(fields, unitId)) },
        NOW,
      ),
    admissions: (measure = "m1") => monthlyTotals(store, measure),
    submissionOf: async (unitCode: string, period: string) => {
      const [term] = await listTerms(store.db);
      const { id } = (await findPeriodByKey(store.db, term!.id, period))!;
      return findUnitSubmission(store.db, await unitId(unitCode), id);
    },
  };
}

/** A form as the door reads it. */
function asRead(sent: unknown) {
  const { data, error } = typedReorganisation.safeParse(sent);
  if (error) throw invalidInput(error);
  return data;
}

/** What a test says of an event; units by their codes. */
export interface EventFields {
  readonly kind: string;
  readonly units?: readonly string[];
  readonly on?: string;
  readonly decision?: string | null;
  readonly name?: string;
  readonly parent?: string;
  readonly successor?: string;
  readonly goesOn?: boolean;
  readonly founded?: readonly { name: string; code: string; kind?: string; parent?: string; secretaryIds?: string[] }[];
  readonly tasksTo?: string;
  readonly measuresFollow?: boolean;
  readonly discards?: readonly { unit: string; name: string }[];
}

async function typedOf(fields: EventFields, unitId: (code: string) => Promise<string>) {
  const choice = async (code: string | undefined) => (!code || code.startsWith("new:") ? (code ?? "") : unitId(code));
  return {
    ...{ kind: fields.kind, on: fields.on ?? NEW_YEAR, name: fields.name ?? "", goesOn: fields.goesOn ?? false },
    decision: fields.decision === undefined ? "87-QĐ/ĐU" : fields.decision,
    unitIds: await Promise.all((fields.units ?? []).map(unitId)),
    parentId: await choice(fields.parent),
    successorId: await choice(fields.successor),
    tasksTo: await choice(fields.tasksTo),
    measuresFollow: fields.measuresFollow ?? true,
    founded: await Promise.all(
      (fields.founded ?? []).map(async ({ name, code, kind = "cell", parent = "db", secretaryIds = [] }) => ({
        ...{ name, code, kind, secretaryIds },
        parent: await choice(parent),
      })),
    ),
    discards: await Promise.all(
      (fields.discards ?? []).map(async ({ unit, name }) => ({ unitId: await unitId(unit), name })),
    ),
  };
}

/** By month, what the whole organisation brought and how many reported of those expected: `6 3/3`. */
async function monthlyTotals(store: Store, measureCode: string): Promise<Record<string, string>> {
  const [term] = await listTerms(store.db);
  const measure = (await listMeasures(store.db, term!.id)).find(({ code }) => code === measureCode)!;
  const totals = await listTotals(store.db, { termId: term!.id, unitId: null, basis: "accepted" });
  return Object.fromEntries(
    (totals.get(measure.id) ?? []).map(({ period, sumN, received, expected }) => [
      period,
      `${sumN === null ? "-" : sumN / 1000} ${received}/${expected}`,
    ]),
  );
}

/** Kết nạp before the event: the 3 cells are expected, whatever becomes of them. */
export const BEFORE = { "2023-10": "- 0/3", "2023-11": "6 3/3", "2023-12": "6 3/3" };

export const cb6 = { name: "Chi bộ 6", code: "cb6", parent: "k1" };
export const merge: EventFields = { kind: "merge", units: ["cb4", "cb5"], founded: [cb6] };

/** Why something was refused: the code, and the codes at their fields. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DomainError)) throw new Error("was not refused", { cause: error });
  const { code, fields } = error;
  return [code, ...Object.entries(fields).map(([path, field]) => `${path}: ${field.code}`)].join(", ");
}
