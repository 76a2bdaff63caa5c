// Files of reports to fill in: a workbook or a plain table of the units and periods that somebody chose.
import { createHash } from "node:crypto";
import { insertExport } from "@/db/queries/exports";
import { findOrganisation } from "@/db/queries/organisations";
import type { ReadDb, Store } from "@/db/store";
import { CSV_START, writeCsvRow, type CsvCell } from "@/domain/csv";
import { DomainError } from "@/domain/errors";
import type { EntryFileRequest } from "@/domain/inputs/entry-files";
import { may, type Authorized } from "@/domain/permissions";
import { createTranslate, type Locale } from "@/messages/translate";
import type { EntryValue } from "@/reports/entry-model";
import { findProfile } from "@/reports/profiles/find-profile";
import { clock } from "../clock";
import type { Wording } from "../loaders/figure-texts";
import { periodText } from "../loaders/period-texts";
import { listOwnUnits, listReports } from "../loaders/report-lists";
import { readBookRows, type BookRow } from "../uploads/entry-book";
import { buildEntryBook } from "../uploads/entry-sheets";
import { cellWords, columnHeadings } from "../uploads/file-words";
import { recordAudit } from "./audit";

/** A workbook is made in memory; a plain table may be longer. */
const MAX_BOOK_ROWS = 20_000;

export interface MadeFile {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Makes the file of the chosen reports: of units that the actor enters for with what their forms hold now, of others
 * that the actor sees with what counts, not to be filled in. DomainError `nothing_chosen` where no report is left, `file_too_many_rows` for a workbook beyond all use. That it was taken out stands in the export and audit logs.
 */
export async function makeEntryFile(
  store: Store,
  actor: Authorized<"submissions.view">,
  request: EntryFileRequest & { readonly locale: Locale },
): Promise<MadeFile> {
  const wording: Wording = { locale: request.locale, t: createTranslate(request.locale) };
  const { rows, owner } = await store.read(async (db) => ({
    rows: await readRows(db, actor, request, wording),
    owner: (await findOrganisation(db))?.name ?? "",
  }));
  if (rows.length === 0) throw new DomainError("nothing_chosen");
  if (request.kind === "xlsx" && rows.length > MAX_BOOK_ROWS) {
    throw new DomainError("file_too_many_rows", { maximum: MAX_BOOK_ROWS });
  }
  const bytes =
    request.kind === "csv"
      ? new TextEncoder().encode(writeTable(rows, wording))
      : new Uint8Array(await renderBook(rows, { owner, today: actor.on, wording }));
  const file: MadeFile = { fileName: fileName(rows, actor, request.kind, wording), bytes };
  await recordExport(store, actor, file, request.kind, rows);
  return file;
}

async function readRows(
  db: ReadDb,
  actor: Authorized<"submissions.view">,
  { units, periods }: EntryFileRequest,
  wording: Wording,
): Promise<readonly BookRow[]> {
  const seen = await listOwnUnits(db, actor, "submissions.view", actor.on);
  const chosen = units === "all" ? seen : seen.filter(({ id }) => units.includes(id));
  const own = chosen.filter(({ id }) => may(actor, "figures.enter", id, actor.on)).map(({ id }) => id);
  const wanted = new Set(periods);
  const contexts = (await listReports(db, chosen, actor.on)).filter(({ period }) => wanted.has(period.id));
  return readBookRows(db, contexts, new Set(own), wording);
}

// Loaded when the first workbook is asked for: it compiles 1.3 MB of WebAssembly.
async function renderBook(rows: readonly BookRow[], parts: Parameters<typeof buildEntryBook>[1]): Promise<Uint8Array> {
  const { renderEntryXlsx } = await import("@/reports/render/entry-xlsx");
  return renderEntryXlsx(buildEntryBook(rows, parts), findProfile("hd05"));
}

function writeTable(rows: readonly BookRow[], wording: Wording): string {
  const { t, locale } = wording;
  const headings = columnHeadings(locale);
  const columns = ["term", "unit", "unitName", "period", "periodName", "measure", "measureName", "unitLabel"] as const;
  const entries = ["result", "total", "evidence", "note"] as const;
  const told = { ...headings, unitName: "", periodName: "", measureName: "", unitLabel: "" };
  for (const column of ["unitName", "periodName", "measureName", "unitLabel"] as const) {
    told[column] = t(`entryFiles.column.${column}`);
  }
  const head = [...columns, ...entries].map((column) => asText(told[column]));
  const mark = cellWords(locale).notApplicable;
  const lines = rows.map((row) =>
    writeCsvRow(
      [
        ...[row.keys.term, row.keys.unit, row.unitName, row.keys.period].map(asText),
        ...[periodText(row.context.period, wording), row.keys.measure, oneLine(row.measureName)].map(asText),
        ...[asText(row.unitLabel), asCell(row.result, mark), asCell(row.total, mark)],
        ...[row.evidence, row.note].map(asText),
      ],
      ";",
    ),
  );
  return CSV_START + writeCsvRow(head, ";") + lines.join("");
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/gu, "; ");
}

function asText(text: string): CsvCell {
  return { type: "text", text };
}

function asCell(value: EntryValue | null, mark: string): CsvCell {
  if (value === null) return asText("");
  if (value.type === "number") return { type: "number", text: String(value.value).replace(".", ",") };
  return { type: value.text === mark ? "number" : "text", text: value.text };
}

/** `so-lieu-cb1-2023-06.xlsx`; several units or periods are not named. */
function fileName(
  rows: readonly BookRow[],
  { on }: Authorized<"submissions.view">,
  kind: string,
  { t }: Wording,
): string {
  const one = (codes: readonly string[]) => (new Set(codes).size === 1 ? (codes[0] ?? "") : "");
  const parts = [one(rows.map(({ keys }) => keys.unit)), one(rows.map(({ keys }) => keys.period)) || on];
  const safe = parts.filter((part) => part !== "").map((part) => part.replace(/[^A-Za-z0-9-]+/gu, "-"));
  return `${[t("entryFiles.fileName"), ...safe].join("-")}.${kind}`;
}

async function recordExport(
  store: Store,
  actor: Authorized<"submissions.view">,
  { fileName: name, bytes }: MadeFile,
  format: string,
  rows: readonly BookRow[],
): Promise<void> {
  const terms = new Set(rows.map(({ keys }) => keys.term));
  const file = {
    ...{ report: "entry", format, fileName: name, asOfOn: actor.on, basis: null },
    termCode: terms.size === 1 ? ([...terms][0] ?? null) : null,
    hash: createHash("sha256").update(bytes).digest("hex"),
  };
  await store.transact(async (tx) => {
    const { accountId: id, login, displayName } = actor;
    await insertExport(tx, { id, login, name: displayName }, file, clock.now());
    const subject = { type: "report", id: "entry" } as const;
    await recordAudit(tx, actor, { action: "report.exported", subject, before: null, after: file });
  });
}
