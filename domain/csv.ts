// Plain tables as text: read in every form that spreadsheets of these parts write, written in the one they all open.

export type CsvSeparator = ";" | "," | "\t";

const SEPARATORS: readonly CsvSeparator[] = [";", ",", "\t"];
const BYTE_ORDER_MARK = "\uFEFF";
/** A spreadsheet's own hint on the first line: `sep=;`. */
const SEPARATOR_HINT = /^sep=(.)\r?\n/iu;
/** Text that a spreadsheet would calculate, or that begins as if it were kept from that already. */
const WOULD_BE_FORMULA = /^'*[=+\-@\t\r]/u;

/** The text of a file in UTF-8 or UTF-16, with or without a byte order mark; null when it is neither. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // Without a mark: in UTF-16 every other byte of plain letters is zero, in UTF-8 none is.
  const start = bytes.subarray(0, 400);
  const zeros = (parity: number) => start.filter((byte, place) => byte === 0 && place % 2 === parity).length;
  if (zeros(1) > start.length / 8) return "utf-16le";
  return zeros(0) > start.length / 8 ? "utf-16be" : "utf-8";
}

/** Enough to see what parts the cells of a first line; a pattern over all of a large file could run out of stack. */
const LOOKED_AT = 10_000;

/** Which mark parts the cells of a text: the one that its first line has most of outside quotation marks. */
export function separatorOf(text: string): CsvSeparator {
  const hinted = SEPARATORS.find((separator) => separator === SEPARATOR_HINT.exec(text)?.[1]);
  if (hinted) return hinted;
  const start = text.slice(0, LOOKED_AT);
  const line = /^[^"\r\n]*(?:"[^"]*"[^"\r\n]*)*/u.exec(start)?.[0].replace(/"[^"]*"/gu, "") ?? "";
  const counts = SEPARATORS.map((separator) => line.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ";";
}

/**
 * The rows of a text, each a list of cells. Quoted cells may hold separators, line ends and doubled quotation marks;
 * a quotation mark inside an unquoted cell stands for itself. The apostrophe that kept a text from being calculated
 * is taken off again.
 */
export function* readCsv(text: string): Generator<readonly string[]> {
  const plain = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const separator = separatorOf(plain);
  const ends = new RegExp(`[${separator}\\r\\n]`, "gu");
  let at = SEPARATOR_HINT.exec(plain)?.[0].length ?? 0;
  // The hint is a line too: rows keep the numbers that a spreadsheet shows beside them.
  if (at > 0) yield [];
  let row: string[] = [];
  while (at < plain.length) {
    const quoted = plain[at] === '"' ? readQuoted(plain, at + 1) : { text: "", end: at };
    ends.lastIndex = quoted.end;
    const end = ends.exec(plain)?.index ?? plain.length;
    row.push(withoutApostrophe(quoted.text + plain.slice(quoted.end, end)));
    const mark = plain.startsWith("\r\n", end) ? "\r\n" : plain.charAt(end);
    at = end + mark.length;
    if (mark === separator && at < plain.length) continue;
    if (mark === separator) row.push("");
    yield row;
    row = [];
  }
}

/** The text of a quoted cell from behind its first quotation mark, and where it ends; one that is cut off ends with all. */
function readQuoted(text: string, from: number): { readonly text: string; readonly end: number } {
  let content = "";
  let at = from;
  for (;;) {
    const mark = text.indexOf('"', at);
    if (mark < 0) return { text: content + text.slice(at), end: text.length };
    content += text.slice(at, mark);
    if (text[mark + 1] !== '"') return { text: content, end: mark + 1 };
    content += '"';
    at = mark + 2;
  }
}

function withoutApostrophe(text: string): string {
  return text.startsWith("'") && WOULD_BE_FORMULA.test(text) ? text.slice(1) : text;
}

/** A cell to write; `number` is written as it is, a text so that no spreadsheet calculates it. */
export interface CsvCell {
  readonly type: "text" | "number";
  readonly text: string;
}

/** One row with its line end. */
export function writeCsvRow(cells: readonly CsvCell[], separator: CsvSeparator): string {
  return `${cells.map((cell) => quote(safeText(cell), separator)).join(separator)}\r\n`;
}

/** What a file of rows begins with, so that spreadsheets read its letters. */
export const CSV_START = BYTE_ORDER_MARK;

function safeText({ type, text }: CsvCell): string {
  return type === "text" && WOULD_BE_FORMULA.test(text) ? `'${text}` : text;
}

function quote(text: string, separator: CsvSeparator): string {
  const needsQuotes = text.includes(separator) || /["\r\n]/u.test(text) || text !== text.trim();
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
