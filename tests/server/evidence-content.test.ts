import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { DomainError } from "@/domain/errors";
import { decideEvidenceKind } from "@/server/evidence-content";
import { HTML, JPEG, office, openDocument, pdf, PNG, SVG, WEBP, zipBomb } from "../support/evidence";

/** The kind, or the code of the refusal. */
async function decided(bytes: Uint8Array): Promise<string> {
  try {
    return await decideEvidenceKind(bytes);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const OFFICE = "application/vnd.openxmlformats-officedocument";
const DOCUMENT = "application/vnd.oasis.opendocument";
const firstHalf = (bytes: Uint8Array) => bytes.slice(0, bytes.byteLength / 2);

describe("what a file is, by its content", () => {
  it.each<[string, Uint8Array, string]>([
    ["a PDF", pdf(), "application/pdf"],
    ["a PNG", PNG, "image/png"],
    ["a JPEG", JPEG, "image/jpeg"],
    ["a WebP", WEBP, "image/webp"],
    ["a .docx", office("docx"), `${OFFICE}.wordprocessingml.document`],
    ["an .xlsx", office("xlsx"), `${OFFICE}.spreadsheetml.sheet`],
    ["a .pptx", office("pptx"), `${OFFICE}.presentationml.presentation`],
    ["an .odt", openDocument("text"), `${DOCUMENT}.text`],
    ["an .ods", openDocument("spreadsheet"), `${DOCUMENT}.spreadsheet`],
    ["a text in UTF-8", strToU8("\uFEFFKết nạp 3 đảng viên: 2 < 3 và 4 > 3\r\n"), "text/plain"],
  ])("takes %s", async (_, bytes, kind) => {
    expect(await decided(bytes)).toBe(kind);
  });

  it.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "file_empty"],
    ["blanks", strToU8(" \n "), "evidence_kind"],
    ["a web page", HTML, "evidence_kind"],
    ["a web page after a mark and blank lines", strToU8("\uFEFF\n\n<html><body>x"), "evidence_kind"],
    ["a script within a text", strToU8("Kính gửi\n<SCRIPT>alert(1)</SCRIPT>"), "evidence_kind"],
    ["a drawing that runs scripts", SVG, "evidence_kind"],
    ["a GIF", strToU8("GIF89a\x01\0\x01\0\0\0\0;"), "evidence_kind"],
    ["a program of Windows", strToU8("MZ\0\0\0\0This program cannot be run in DOS mode"), "evidence_kind"],
    ["a text in another encoding", Uint8Array.of(0xd0, 0xe3, 0x61, 0xff), "evidence_kind"],
    ["a text with a zero in it", strToU8("a\0b"), "evidence_kind"],
    ["an old Word document, or one with a password", strToU8("\xd0\xcf\x11\xe0"), "evidence_kind"],
    ["a zip of anything", zipSync({ "a.txt": strToU8("a") }), "evidence_kind"],
    ["an OpenDocument drawing", openDocument("graphics"), "evidence_kind"],
    ["a .docm", office("docm"), "evidence_macros"],
    ["a .docx with Visual Basic", office("docx", { "word/vbaProject.bin": strToU8("x") }), "evidence_macros"],
    ["an .xlsx with ActiveX", office("xlsx", { "xl/activeX/activeX1.xml": strToU8("<x/>") }), "evidence_macros"],
    ["an .odt with Basic", openDocument("text", { "Basic/Standard/Module1.xml": strToU8("<x/>") }), "evidence_macros"],
    ["half a PDF", firstHalf(pdf()), "evidence_damaged"],
    ["half a PNG", firstHalf(PNG), "evidence_damaged"],
    ["half a JPEG", firstHalf(JPEG), "evidence_damaged"],
    ["half a WebP", WEBP.slice(0, 16), "evidence_damaged"],
    ["half a .docx", firstHalf(office("docx")), "evidence_damaged"],
    ["a .docx that declares entities", office("docx", { "word/a.xml": strToU8("<!DOCTYPE a>") }), "evidence_damaged"],
    ["a .docx that grows to 60 MB from 60 kB", zipBomb(60), "evidence_damaged"],
  ])("refuses %s", async (_, bytes, code) => {
    expect(await decided(bytes)).toBe(code);
  });
});
