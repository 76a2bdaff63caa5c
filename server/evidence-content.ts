// What a file is, decided from its bytes alone: its name and what the browser says of it are never asked.
import { fileTypeFromBuffer } from "file-type/core";
import { DomainError } from "@/domain/errors";
import type { EvidenceKind } from "@/domain/evidence";
import { readOfficeKind } from "./evidence-office";

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const IMAGES: readonly EvidenceKind[] = ["image/png", "image/jpeg", "image/webp"];

/**
 * The kind of a file. DomainError `file_empty`, `evidence_kind` for what is none of the kinds that are taken,
 * `evidence_damaged` for one that is cut off or cannot be opened, `evidence_macros` for one that carries a program.
 */
export async function decideEvidenceKind(bytes: Uint8Array): Promise<EvidenceKind> {
  if (bytes.byteLength === 0) throw new DomainError("file_empty");
  // Before anything else looks at it: a zip may be made to fill the memory of whoever opens it.
  if (ZIP.every((byte, place) => bytes[place] === byte)) return readOfficeKind(bytes);
  const mime = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
  if (mime === "application/pdf") return requireEnd(bytes, "%PDF-", "%%EOF", mime);
  const image = IMAGES.find((kind) => kind === mime);
  if (image !== undefined) return requireWholeImage(bytes, image);
  if (mime === undefined && isPlainText(bytes)) return "text/plain";
  throw new DomainError("evidence_kind");
}

/** What was cut off while it was copied has no end. */
function requireEnd(bytes: Uint8Array, start: string, end: string, kind: EvidenceKind): EvidenceKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, start.length).equals(Buffer.from(start, "latin1"))) throw new DomainError("evidence_kind");
  if (buffer.lastIndexOf(end, undefined, "latin1") < start.length) throw new DomainError("evidence_damaged");
  return kind;
}

function requireWholeImage(bytes: Uint8Array, kind: EvidenceKind): EvidenceKind {
  switch (kind) {
    case "image/png":
      return requireEnd(bytes, "\x89PNG", "IEND", kind);
    case "image/jpeg":
      return requireEnd(bytes, "\xff\xd8", "\xff\xd9", kind);
    default: {
      // RIFF, and how long the rest is.
      const { byteLength, buffer, byteOffset } = bytes;
      const isWhole = byteLength >= 12 && new DataView(buffer, byteOffset).getUint32(4, true) + 8 <= byteLength;
      if (!isWhole) throw new DomainError("evidence_damaged");
      return kind;
    }
  }
}

/** Texts that a browser could take for a page, or for a picture that runs scripts. */
const MARKUP = /^\s*<|<(?:!doctype|html|head|body|script|iframe|svg)\b/iu;
/** Tab, line feed, form feed and carriage return belong into a text; other controls do not. */
// eslint-disable-next-line no-control-regex -- controls are what it looks for
const CONTROLS = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F]/u;

function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.trim() !== "" && !CONTROLS.test(text) && !MARKUP.test(text);
  } catch {
    return false;
  }
}
