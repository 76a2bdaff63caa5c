// What is kept against what it should be: totals computed anew from figures, the audit chain hashed anew from its text.
import { EMPTY_CHAIN } from "../domain/audit";
import type { Basis } from "../domain/figures";
import type { ReadDb } from "./handle";
import { findAuditHead, hashRecord, listAuditChain } from "./queries/audit";
import { listMeasures } from "./queries/measures";
import { listStoredPeriods } from "./queries/periods";
import { listTerms, type StoredTerm } from "./queries/terms";
import { computeTotalRows, listTotalRows } from "./queries/totals";
import { listUnits } from "./queries/units";
import { ALL, type TotalRow } from "./total-rows";

/** Where a total stands, by the codes that people know; `unit` is null for the whole organisation. */
export interface TotalPlace {
  readonly term: string;
  readonly measure: string;
  readonly period: string;
  readonly unit: string | null;
  readonly basis: Basis;
}

/** One thing that is not as it should be. */
export type Finding =
  | { readonly type: "total_missing" | "total_unfounded"; readonly place: TotalPlace }
  | {
      readonly type: "total_differs";
      readonly place: TotalPlace;
      readonly field: string;
      readonly kept: string;
      readonly computed: string;
    }
  | { readonly type: "audit_missing" | "audit_changed" | "audit_unchained"; readonly seq: number }
  | { readonly type: "audit_head_differs"; readonly seq: number; readonly headSeq: number }
  | { readonly type: "audit_head_missing" };

/** What was looked at, and everything found wrong with it. */
export interface Verification {
  readonly totals: number;
  readonly auditRows: number;
  readonly findings: readonly Finding[];
}

/** Verifies the whole database; to be called in one snapshot, or writers would seem to be errors. */
export async function verifyDatabase(db: ReadDb): Promise<Verification> {
  const findings: Finding[] = [];
  let totals = 0;
  for (const term of await listTerms(db)) {
    const ofTerm = await verifyTotals(db, term);
    totals += ofTerm.count;
    findings.push(...ofTerm.findings);
  }
  const audit = await verifyAudit(db);
  return { totals, auditRows: audit.count, findings: [...findings, ...audit.findings] };
}

interface Part {
  readonly count: number;
  readonly findings: readonly Finding[];
}

async function verifyTotals(db: ReadDb, term: StoredTerm): Promise<Part> {
  const placeOf = await placesOf(db, term);
  const computed = new Map((await computeTotalRows(db, term.id)).map((row) => [keyOf(row), row]));
  const kept = new Map((await listTotalRows(db, term.id)).map((row) => [keyOf(row), row]));
  const findings: Finding[] = [];
  for (const [key, row] of computed) {
    const keptRow = kept.get(key);
    if (!keptRow) findings.push({ type: "total_missing", place: placeOf(row) });
    else findings.push(...differences(keptRow, row, placeOf(row)));
  }
  for (const [key, row] of kept) {
    if (!computed.has(key)) findings.push({ type: "total_unfounded", place: placeOf(row) });
  }
  return { count: computed.size, findings };
}

function keyOf({ measureId, periodId, scope, basis }: TotalRow): string {
  return [measureId, periodId, scope, basis].join(" ");
}

function differences(kept: TotalRow, computed: TotalRow, place: TotalPlace): Finding[] {
  const fields = Object.keys(computed) as (keyof TotalRow)[];
  const field = fields.find((name) => kept[name] !== computed[name]);
  if (!field) return [];
  const shown = (row: TotalRow) => (row[field] ?? "-").toString();
  return [{ type: "total_differs", place, field, kept: shown(kept), computed: shown(computed) }];
}

async function placesOf(db: ReadDb, term: StoredTerm): Promise<(row: TotalRow) => TotalPlace> {
  const measures = new Map((await listMeasures(db, term.id)).map(({ id, code }) => [id, code]));
  const periods = new Map((await listStoredPeriods(db, term.id)).map(({ id, key }) => [id, key]));
  const units = new Map((await listUnits(db)).map(({ id, code }) => [id, code]));
  return ({ measureId, periodId, scope, basis }) => ({
    term: term.code,
    measure: measures.get(measureId) ?? measureId,
    period: periods.get(periodId) ?? periodId,
    unit: scope === ALL ? null : (units.get(scope) ?? scope),
    basis,
  });
}

const ROWS_AT_ONCE = 1000;

async function verifyAudit(db: ReadDb): Promise<Part> {
  const findings: Finding[] = [];
  let last = { seq: 0, hash: EMPTY_CHAIN };
  let count = 0;
  for (;;) {
    const rows = await listAuditChain(db, last.seq, ROWS_AT_ONCE);
    if (rows.length === 0) break;
    for (const row of rows) {
      const { prevHash, hash, ...record } = row;
      if (row.seq !== last.seq + 1) findings.push({ type: "audit_missing", seq: last.seq + 1 });
      else if (prevHash !== last.hash) findings.push({ type: "audit_unchained", seq: row.seq });
      if (hashRecord(prevHash, record) !== hash) findings.push({ type: "audit_changed", seq: row.seq });
      last = { seq: row.seq, hash };
    }
    count += rows.length;
  }
  const head = await findAuditHead(db);
  if (!head) findings.push({ type: "audit_head_missing" });
  else if (head.seq !== last.seq || head.hash !== last.hash) {
    findings.push({ type: "audit_head_differs", seq: last.seq, headSeq: head.seq });
  }
  return { count, findings };
}
