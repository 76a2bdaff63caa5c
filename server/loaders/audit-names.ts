// What the ids in the audit log stand for, by name: what is there still, and what has gone as the log itself tells it.
import type { ChainedRecord } from "@/db/queries/audit";
import { listPeriodNames, listRowNames, listSubmissionNames } from "@/db/queries/audit-names";
import { listAccounts } from "@/db/queries/accounts";
import { listUnits } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { unitVersionAt } from "@/domain/units";
import { textIn } from "./audit-states";
import type { Wording } from "./figure-texts";
import { periodTitle } from "./period-texts";

export type Names = ReadonlyMap<string, string>;
type Named = readonly (readonly [id: string, name: string])[];

/** The names of everything that the records are about or mention. */
export async function readNames(
  db: ReadDb,
  records: readonly ChainedRecord[],
  today: CalendarDate,
  wording: Wording,
): Promise<Names> {
  const idsOf = (type: string) => records.flatMap((record) => (record.subjectType === type ? [record.subjectId] : []));
  const units: Named = (await listUnits(db)).map((unit) => [unit.id, unitVersionAt(unit, today).name]);
  const accounts: Named = (await listAccounts(db)).map(({ id, displayName }) => [id, displayName]);
  const subjects = [...new Set([...records.map(({ subjectId }) => subjectId), ...undoneOf(records)])];
  const rows: Named = (await listRowNames(db, subjects)).map(({ id, name }) => [id, name]);
  const periods: Named = (await listPeriodNames(db, subjects)).map((period) => [
    period.id,
    periodTitle(period, wording),
  ]);
  const unitNames = new Map(units);
  const submissions: Named = (await listSubmissionNames(db, idsOf("submission"))).map(({ id, unitId, ...period }) => {
    const unit = unitNames.get(unitId) ?? unitId;
    return [id, wording.t("audit.submissionOf", { unit, period: periodTitle(period, wording) })];
  });
  return new Map([...namesTold(records), ...units, ...accounts, ...rows, ...periods, ...submissions]);
}

/** The subject's name; what was typed where it is nobody's account; nothing where the actor acted on himself. */
export function subjectName(record: ChainedRecord, names: Names): string | null {
  const { subjectType, subjectId, actorId } = record;
  if (subjectId === actorId || subjectType === "installation") return null;
  if (subjectType === "change") return names.get(textIn(record.after, "subjectId") ?? "") ?? null;
  return names.get(subjectId) ?? (subjectType === "account" ? subjectId : null);
}

/** The subjects of the changes that were taken back. */
function undoneOf(records: readonly ChainedRecord[]): readonly string[] {
  return records.flatMap(({ subjectType, after }) => {
    const id = subjectType === "change" ? textIn(after, "subjectId") : null;
    return id === null ? [] : [id];
  });
}

/** The names that the records give their subjects themselves: all that is left of what was removed. */
function namesTold(records: readonly ChainedRecord[]): Named {
  return records.flatMap(({ subjectId, before, after }) => {
    const name = textIn(after, "name") ?? textIn(before, "name");
    return name === null ? [] : [[subjectId, name] as const];
  });
}
