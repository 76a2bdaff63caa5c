// What a page shows of a file that somebody sent: ready texts, and numbers of rows.

/** A cell that is not taken, and why. */
export interface ToldReason {
  /** `Tháng 3-2023!D7`. */
  readonly address: string;
  readonly text: string;
}

/** A row of the file that would change something, or cannot be taken. */
export interface ToldRow {
  readonly address: string;
  readonly outcome: "new" | "changed" | "refused";
  /** Whose figure of what; what the row says itself where no such report is known. */
  readonly unit: string;
  readonly period: string;
  readonly measure: string;
  readonly before: string;
  readonly after: string;
  readonly reasons: readonly ToldReason[];
}

/** What taking in a file would do. */
export interface UploadPreview {
  /** SHA-256 of the file: what is taken in must be this file. */
  readonly hash: string;
  /** Of the reports as they are stored: what is taken in must be compared with these. */
  readonly basis: string;
  readonly counts: Readonly<Record<"new" | "changed" | "same" | "refused", number>>;
  /** How many of the touched reports would have every figure. */
  readonly complete: number;
  /** The rows that are not the same, refused ones first; at most so many as a page can hold. */
  readonly rows: readonly ToldRow[];
  /** What is in the file and was left alone, or read in a way to be told. */
  readonly remarks: readonly string[];
}

/** A report that took figures from a file. */
export interface TakenReport {
  readonly unit: string;
  readonly period: string;
  readonly state: "draft" | "submitted";
  /** Of its page. */
  readonly address: { readonly unitCode: string; readonly periodKey: string; readonly termCode: string };
}

/** What was taken in. */
export interface TakenUpload {
  readonly figures: number;
  readonly drafts: number;
  readonly submitted: number;
  /** At most so many as a page can hold. */
  readonly reports: readonly TakenReport[];
}
