// Office documents are zips: opened by the guard alone, named by what they declare, refused where they carry a program.
import { DomainError } from "@/domain/errors";
import type { EvidenceKind } from "@/domain/evidence";
import { openGuarded, type GuardedPackage } from "./uploads/package-guard";

const CONTENT_TYPES = "[Content_Types].xml";
const OPEN_DOCUMENT_TYPE = "mimetype";

/** What the main part of each document of Microsoft's kind is declared as. */
const MAIN_PARTS = {
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "wordprocessingml.document.main+xml",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "spreadsheetml.sheet.main+xml",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "presentationml.presentation.main+xml",
} as const satisfies Partial<Record<EvidenceKind, string>>;

const OPEN_DOCUMENTS = [
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
] as const satisfies readonly EvidenceKind[];

/** Programs of either family: Visual Basic, ActiveX, macro sheets of old, Basic and scripts of OpenDocument. */
const PROGRAM_PART = /(?:^|\/)vba[^/]*\.(?:bin|xml)$|(?:^|\/)activeX\/|^xl\/macrosheets\/|^(?:Basic|Scripts)\/./iu;
const PROGRAM_TYPE = /macroEnabled|vbaProject|intlMacrosheet|macrosheet\+xml/iu;

/** The kind of a zip. DomainError `evidence_kind`, `evidence_damaged` or `evidence_macros` where it is none of ours. */
export async function readOfficeKind(bytes: Uint8Array): Promise<EvidenceKind> {
  try {
    const opened = await openGuarded(bytes);
    const kind = await kindOf(opened);
    // Inflates every part once: one that lies about its size is found here.
    await opened.readAll(() => null);
    return kind;
  } catch (error) {
    throw isGuardRefusal(error) ? new DomainError("evidence_damaged") : error;
  }
}

async function kindOf({ names, textOf }: GuardedPackage): Promise<EvidenceKind> {
  if (names.some((name) => PROGRAM_PART.test(name))) throw new DomainError("evidence_macros");
  const declared = names.includes(CONTENT_TYPES) ? await textOf(CONTENT_TYPES) : null;
  if (declared !== null) {
    if (PROGRAM_TYPE.test(declared)) throw new DomainError("evidence_macros");
    const kinds = Object.keys(MAIN_PARTS) as (keyof typeof MAIN_PARTS)[];
    const kind = kinds.find((candidate) => declared.includes(MAIN_PARTS[candidate]));
    if (kind !== undefined) return kind;
  }
  const named = names.includes(OPEN_DOCUMENT_TYPE) ? (await textOf(OPEN_DOCUMENT_TYPE))?.trim() : undefined;
  const open = OPEN_DOCUMENTS.find((candidate) => candidate === named);
  if (open === undefined) throw new DomainError("evidence_kind");
  return open;
}

/** The guard is shared with uploads of figures and speaks of them; here one sentence answers for all it refuses. */
function isGuardRefusal(error: unknown): boolean {
  return error instanceof DomainError && ["file_damaged", "file_encrypted", "file_unsafe"].includes(error.code);
}
