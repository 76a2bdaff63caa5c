// What changed, in names: the log keeps ids and codes, which say nothing to whoever reads it.
import "server-only";
import { listRowNames } from "@/db/queries/audit-names";
import { listUnits } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import type { AuditChange } from "@/domain/audit-changes";

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const UNIT_CODE_PARTS = ["unit", "unitCodes"];

/** What is known by id, and the names of units by their code. */
export interface ChangeNames {
  readonly byId: ReadonlyMap<string, string>;
  readonly unitByCode: ReadonlyMap<string, string>;
}

/** The names of the rows that changes speak of, besides those that are known already. */
export async function readChangeNames(
  db: ReadDb,
  changes: readonly AuditChange[],
  known: ReadonlyMap<string, string>,
): Promise<ChangeNames> {
  const texts = changes.flatMap(({ before, after }) => [before, after]);
  const ids = [...new Set(texts.filter((text): text is string => typeof text === "string" && ID.test(text)))];
  const rows = (await listRowNames(db, ids)).map(({ id, name }) => [id, name] as const);
  const units = (await listUnits(db)).map(({ id, code }) => [code, known.get(id) ?? code] as const);
  return { byId: new Map([...rows, ...known]), unitByCode: new Map(units) };
}

/** A change as a person reads it; null for the id of a part itself, which says nothing. */
export function nameChange({ path, before, after }: AuditChange, names: ChangeNames): AuditChange | null {
  if (path.at(-1) === "id") return null;
  const isUnitCode = UNIT_CODE_PARTS.some((part) => path.includes(part));
  const named = (value: AuditChange["before"]) => {
    if (typeof value !== "string") return value;
    return names.byId.get(value) ?? (isUnitCode ? names.unitByCode.get(value) : undefined) ?? value;
  };
  return { path, before: named(before), after: named(after) };
}
