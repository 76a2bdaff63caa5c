// What the codes in an entry of the log stand for within its term: measures, targets, periods, and plans that are levels.
import type { ChainedRecord } from "@/db/queries/audit";
import type { StoredMeasure } from "@/db/queries/measures";
import { listStoredPeriods } from "@/db/queries/periods";
import { listTargets } from "@/db/queries/targets";
import { listTerms } from "@/db/queries/terms";
import type { ReadDb } from "@/db/store";
import type { AuditChange } from "@/domain/audit-changes";
import { textIn } from "./audit-states";
import type { Wording } from "./figure-texts";
import { periodTitle } from "./period-texts";

type NameByCode = ReadonlyMap<string, string>;

/** One term's names by the codes that the log keeps. */
export interface TermNames {
  readonly code: string;
  readonly name: string;
  readonly targets: NameByCode;
  readonly measures: NameByCode;
  readonly periods: NameByCode;
  /** The ids of everything above and of the term itself. */
  readonly ids: ReadonlySet<string>;
  /** By the ids of measures which parts of their plans are levels. */
  readonly levelParts: ReadonlyMap<string, readonly string[]>;
}

/** The names of every term. There are few: one begins every five years. */
export async function readTermNames(db: ReadDb, wording: Wording): Promise<readonly TermNames[]> {
  const terms: TermNames[] = [];
  for (const { id, code, name } of await listTerms(db)) {
    const targets = await listTargets(db, id);
    const measures = targets.flatMap((target) => target.measures);
    const periods = await listStoredPeriods(db, id);
    terms.push({
      ...{ code, name, targets: namesOf(targets), measures: namesOf(measures) },
      periods: new Map(periods.map((period) => [period.key, periodTitle(period, wording)])),
      ids: new Set([{ id }, ...targets, ...measures, ...periods].map((row) => row.id)),
      levelParts: new Map(measures.map((measure) => [measure.id, levelPartsOf(measure)])),
    });
  }
  return terms;
}

function namesOf(rows: readonly { readonly code: string; readonly name: string }[]): NameByCode {
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** Of a share the year's plans are percentages. */
function levelPartsOf({ kind, overUnits }: StoredMeasure): readonly string[] {
  if (kind !== "level") return [];
  return overUnits === "share" ? ["plan"] : ["plan", "yearPlans"];
}

/** The term that a record is about: the one its state names, else the one that its subject belongs to. */
function termOf({ subjectId, before, after }: ChainedRecord, terms: readonly TermNames[]): TermNames | undefined {
  const told = textIn(after, "term") ?? textIn(before, "term");
  return terms.find(({ code, ids }) => (told === null ? ids.has(subjectId) : code === told));
}

/** Writes the codes of a record's changes as names where they are known; everything else stays as it is. */
export function nameCodes(
  changes: readonly AuditChange[],
  record: ChainedRecord,
  terms: readonly TermNames[],
  { t }: Wording,
): readonly AuditChange[] {
  const term = termOf(record, terms);
  const levels: NameByCode = new Map(
    ([1, 2, 3, 4] as const).map((level) => [`${level}`, t(`measures.level.${level}`)]),
  );
  const levelParts = ["level", ...(term?.levelParts.get(record.subjectId) ?? [])];
  const namesAt = (path: readonly string[]): NameByCode | undefined => {
    const field = path.findLast((part) => !/^\d+$/.test(part)) ?? "";
    if (field === "order") return term?.targets;
    if (field === "period" || field === "periods") return term?.periods;
    if (field === "term" || field === "terms") return namesOf(terms);
    return path.some((part) => levelParts.includes(part)) ? levels : undefined;
  };
  return changes.map(({ path, before, after }) => {
    const names = namesAt(path);
    const named = (value: AuditChange["before"]) => (typeof value === "string" ? (names?.get(value) ?? value) : value);
    return { path: nameMeasure(path, term), before: named(before), after: named(after) };
  });
}

/** The figures of a report stand by the codes of their measures. */
function nameMeasure(path: readonly string[], term: TermNames | undefined): readonly string[] {
  const [part, code, ...below] = path;
  return part === "figures" && code !== undefined ? [part, term?.measures.get(code) ?? code, ...below] : path;
}
