// Files that prove a figure or an answer: which kinds are taken, how a file is called, and who meets it.

/** The kinds that are taken, each with the endings of its names; the first is the one that is written. */
const KINDS = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/webp": ["webp"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "application/vnd.oasis.opendocument.text": ["odt"],
  "application/vnd.oasis.opendocument.spreadsheet": ["ods"],
  "text/plain": ["txt"],
} as const;

/** What a file is, by its content. */
export type EvidenceKind = keyof typeof KINDS;

export const EVIDENCE_KINDS = Object.keys(KINDS) as readonly EvidenceKind[];

/** What the browser's own dialog offers, as an `accept` attribute. It is a help, not a check. */
export const EVIDENCE_ACCEPT = Object.entries(KINDS)
  .flatMap(([kind, endings]) => [kind, ...endings.map((ending) => `.${ending}`)])
  .join(",");

/** So many files a figure or an answer may have at once. */
export const MAX_EVIDENCE_FILES = 10;

const MEGABYTE = 1_000_000;
const MAX_NAME = 120;

/** The largest file that is taken, in bytes, where the setting is in millions of them. */
export function evidenceBytes(megabytes: number): number {
  return megabytes * MEGABYTE;
}

/** Whether a stored media type is one of the kinds. */
export function isEvidenceKind(mediaType: string): mediaType is EvidenceKind {
  return Object.hasOwn(KINDS, mediaType);
}

/** The ending of a kind's names, as people know the kind by: `pdf`. */
export function evidenceEnding(kind: EvidenceKind): string {
  return KINDS[kind][0];
}

// What a file system refuses or a reader is misled by: paths, reserved marks, controls, and turns of the writing direction.
const UNFIT = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
/** An ending that names a kind: it has a letter, unlike the last part of a date. */
const ENDING = /\.(?=\d*[a-z])[a-z\d]{1,5}$/iu;
const EDGES = /^[. ]+|[. ]+$/gu;

/**
 * The name under which a file is kept: the last part of what was sent, in NFC, without what a file system refuses, with
 * the ending of what the file really is. One of which nothing is left is called by its kind alone.
 */
export function evidenceName(sent: string, kind: EvidenceKind): string {
  const last = sent.normalize("NFC").split(/[\\/]/u).at(-1) ?? "";
  const clean = last.replace(UNFIT, " ").replace(/\s+/gu, " ").trim();
  const own = KINDS[kind].find((ending) => clean.toLowerCase().endsWith(`.${ending}`));
  const stem = own === undefined ? clean.replace(ENDING, "") : clean.slice(0, -own.length - 1);
  const short = [...stem.replace(EDGES, "")].slice(0, MAX_NAME).join("").replace(EDGES, "");
  const ending = own ?? evidenceEnding(kind);
  return `${short || ending}.${ending}`;
}

/** When a file came and went, as UTC instants. */
export interface EvidenceTimes {
  readonly createdAt: string;
  readonly removedAt: string | null;
}

/**
 * `attached`: stands beside the figure · `removed`: stood beside what was sent, and was taken away since ·
 * `hidden`: is nothing to this reader.
 */
export type EvidenceStanding = "attached" | "removed" | "hidden";

/**
 * Where a file stands for a reader. Whoever may see the draft sees the files as they are now; everybody else as they
 * were when the report was last sent (`sentAt`: every time it was, UTC, in order): what was attached or removed since is
 * the draft's. A removed file is hidden, except that one which had been sent is kept for those who inspect.
 */
export function decideEvidence(
  file: EvidenceTimes,
  sentAt: readonly string[],
  reader: { readonly seesDraft: boolean; readonly inspects: boolean },
): EvidenceStanding {
  const last = sentAt.at(-1);
  const stands = reader.seesDraft ? file.removedAt === null : last !== undefined && stoodAt(file, last);
  if (stands) return "attached";
  return reader.inspects && sentAt.some((at) => stoodAt(file, at)) ? "removed" : "hidden";
}

function stoodAt({ createdAt, removedAt }: EvidenceTimes, at: string): boolean {
  return createdAt <= at && (removedAt === null || at < removedAt);
}

const KILOBYTE = 1_000;
const DECIMALS_BELOW = 10;

/** A size as it is told: `{value: "1.2", unit: "MB"}`; one decimal below 10 MB, whole kilobytes below 1 MB, at least 1. */
export function fileSize(bytes: number): { readonly value: string; readonly unit: "KB" | "MB" } {
  if (bytes < MEGABYTE) return { value: String(Math.max(1, Math.round(bytes / KILOBYTE))), unit: "KB" };
  const tenths = Math.round(bytes / (MEGABYTE / 10));
  if (tenths >= DECIMALS_BELOW * 10) return { value: String(Math.round(tenths / 10)), unit: "MB" };
  return { value: `${Math.floor(tenths / 10)}.${tenths % 10}`, unit: "MB" };
}
