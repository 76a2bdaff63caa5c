// Files for tests of evidence, made of bytes: small, and what their names do not say.
import { strToU8, zipSync, type Zippable } from "fflate";

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A picture of one pixel. */
export const PNG = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);
export const JPEG = latin1("\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9");
export const WEBP = latin1("RIFF\x0c\0\0\0WEBPVP8L\0\0\0\0");
export const HTML = strToU8("<!doctype html><title>Chào</title><script>alert(1)</script>");
export const SVG = strToU8(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
);

/** A PDF as far as anybody here looks at it; different words make a different file. */
export function pdf(words = "Biên bản"): Uint8Array {
  return strToU8(`%PDF-1.7\n1 0 obj\n<< /Title (${words}) >>\nendobj\ntrailer << >>\n%%EOF\n`);
}

const MAIN = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
  docm: "application/vnd.ms-word.document.macroEnabled.main+xml",
};

/** A document of Microsoft's kind with further parts. */
export function office(kind: keyof typeof MAIN, parts: Zippable = {}): Uint8Array {
  const types = `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${MAIN[kind]}"/></Types>`;
  return zipSync({ "[Content_Types].xml": strToU8(types), "word/document.xml": strToU8("<w:document/>"), ...parts });
}

/** A document of the OpenDocument kind with further parts. */
export function openDocument(kind: "text" | "spreadsheet" | "graphics", parts: Zippable = {}): Uint8Array {
  const type = strToU8(`application/vnd.oasis.opendocument.${kind}`);
  return zipSync({ mimetype: [type, { level: 0 }], "content.xml": strToU8("<office:document-content/>"), ...parts });
}

/** A document that would grow to so many megabytes. */
export function zipBomb(megabytes: number): Uint8Array {
  return office("docx", { "word/media/big.xml": new Uint8Array(megabytes * 1_000_000) });
}
