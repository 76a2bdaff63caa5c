/**
 * A workbook that people fill in and send back, before it becomes a file: words, current values, and which cells are
 * open. Its builder reads nothing and its renderer computes nothing.
 */
import type { MeasureKind } from "@/domain/measures";
import type { RowKeys } from "@/domain/figure-files";
import type { ReportLanguage } from "./model";

/** A cell that is filled in: a number, or the text that stands for one or could not be read. */
export type EntryValue =
  { readonly type: "number"; readonly value: number } | { readonly type: "text"; readonly text: string };

/** One measure of one unit. */
export interface EntryRow {
  readonly keys: RowKeys;
  /** What the cells hold now, as one text that travels along. */
  readonly before: string;
  readonly kind: MeasureKind;
  readonly number: string;
  readonly unitName: string;
  readonly measureName: string;
  readonly unitLabel: string;
  readonly plan: string;
  readonly previous: string;
  /** Only a rate is taken out of something. */
  readonly hasTotal: boolean;
  /** Its report takes entries. */
  readonly isOpen: boolean;
  readonly result: EntryValue | null;
  readonly total: EntryValue | null;
  readonly evidence: string;
  readonly note: string;
}

/** One period. */
export interface EntrySheet {
  readonly name: string;
  readonly title: string;
  /** Whose figures they are. */
  readonly owner: string;
  /** Below the title: when it was made, how it is filled in, what is closed. */
  readonly lines: readonly string[];
  readonly hasUnits: boolean;
  readonly rows: readonly EntryRow[];
}

/** The columns from left to right; those of codes are hidden. */
export const BOOK_COLUMNS = [
  "term",
  "unit",
  "period",
  "measure",
  "before",
  "number",
  "unitName",
  "measureName",
  "unitLabel",
  "plan",
  "previous",
  "result",
  "total",
  "rate",
  "evidence",
  "note",
] as const;
export type BookColumn = (typeof BOOK_COLUMNS)[number];

/** The place of a column on every sheet, from 0. */
export function bookColumn(column: BookColumn): number {
  return BOOK_COLUMNS.indexOf(column);
}

export interface EntryBook {
  readonly language: ReportLanguage;
  readonly fileTitle: string;
  readonly fileAuthor: string;
  readonly headings: Readonly<Record<BookColumn, string>>;
  readonly sheets: readonly EntrySheet[];
  /** What may be chosen in cells; `notApplicable` closes both lists. */
  readonly lists: {
    readonly sheetName: string;
    readonly levels: readonly string[];
    readonly judgements: readonly string[];
    readonly notApplicable: string;
  };
  /** What a program says beside a cell that is filled in wrongly. */
  readonly advice: Readonly<Record<"title" | "anyNumber" | "numberOnly" | "choice", string>>;
}
