// What a person writes into the cells of a spreadsheet for one measure, and the texts of a form that it stands for.
import type { MeasureKind } from "./measures";
import { EMPTY_FIGURE, type TypedFigure } from "./typed-figures";

/** The cells of one figure: a result of any kind, what a rate is taken of, and two free texts. */
export interface CellTexts {
  readonly result: string;
  readonly total: string;
  readonly evidence: string;
  readonly note: string;
}

export type CellField = keyof CellTexts;

export const NO_CELLS: CellTexts = { result: "", total: "", evidence: "", note: "" };

/** The words that cells hold in place of a form's choices, in one language. */
export interface CellWords {
  /** Short for "not applicable": `KAD`. */
  readonly notApplicable: string;
  /** By the level's number as a text, `1` to `4`. */
  readonly levels: Readonly<Record<string, string>>;
  /** By the judgement's code. */
  readonly judgements: Readonly<Record<string, string>>;
}

/** What is understood in a cell, whatever the language: folded texts. */
export interface KnownWords {
  readonly notApplicable: ReadonlySet<string>;
  readonly levels: ReadonlyMap<string, string>;
  readonly judgements: ReadonlyMap<string, string>;
}

/** Paper and older files write nothing as a dash. */
const DASH = /^[-\u2010-\u2015\u2212]$/u;

/** A cell's text as it is compared with a word: NFC, lower case, single spaces. */
export function foldCellText(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/gu, " ").toLocaleLowerCase("vi");
}

/** The words of several languages, and further ones for "not applicable", as they are looked up. */
export function knownWords(languages: readonly CellWords[], notApplicable: readonly string[]): KnownWords {
  const turned = (part: "levels" | "judgements") =>
    new Map(
      languages.flatMap((words) =>
        Object.entries(words[part]).flatMap(([code, word]): [string, string][] => [
          [foldCellText(word), code],
          [foldCellText(code), code],
        ]),
      ),
    );
  const none = [...languages.map((words) => words.notApplicable), ...notApplicable];
  return {
    notApplicable: new Set(none.map(foldCellText)),
    levels: turned("levels"),
    judgements: turned("judgements"),
  };
}

/**
 * A form's texts from the cells of a measure. A dash is nothing; a word that is not known stays as it is, so that
 * reading it says what is wrong with it.
 */
export function typedFromCells(kind: MeasureKind, cells: CellTexts, words: KnownWords): TypedFigure {
  const result = withoutDash(cells.result);
  const texts = { ...EMPTY_FIGURE, evidence: cells.evidence, note: cells.note };
  if (words.notApplicable.has(foldCellText(result))) return { ...texts, notApplicable: true };
  if (kind === "level") return { ...texts, level: words.levels.get(foldCellText(result)) ?? result };
  if (kind === "judged") return { ...texts, judged: words.judgements.get(foldCellText(result)) ?? result };
  return { ...texts, n: result, d: withoutDash(cells.total) };
}

/** The cells that hold a form's texts; `typedFromCells` reads them back. */
export function cellsOfTyped(kind: MeasureKind, typed: TypedFigure, words: CellWords): CellTexts {
  const texts = { evidence: typed.evidence, note: typed.note };
  if (typed.notApplicable) return { ...texts, result: words.notApplicable, total: "" };
  if (kind === "level") return { ...texts, result: words.levels[typed.level] ?? typed.level, total: "" };
  if (kind === "judged") return { ...texts, result: words.judgements[typed.judged] ?? typed.judged, total: "" };
  return { ...texts, result: typed.n, total: typed.d };
}

function withoutDash(text: string): string {
  return DASH.test(text.trim()) ? "" : text;
}

/** The cells as one text that a file carries along; "" for blank ones. */
export function writeBefore(cells: CellTexts): string {
  return areBlank(cells) ? "" : JSON.stringify([cells.result, cells.total, cells.evidence, cells.note]);
}

/** The cells that `writeBefore` wrote; blank ones for any other text, as people may have written over it. */
export function readBefore(text: string): CellTexts {
  try {
    const parts: unknown = JSON.parse(text);
    const [result, total, evidence, note] = Array.isArray(parts) ? parts.map(String) : [];
    if (note !== undefined) return { result: result ?? "", total: total ?? "", evidence: evidence ?? "", note };
  } catch {
    // answered below, like any other text that is not ours
  }
  return NO_CELLS;
}

const isBlank = (text: string) => text.trim() === "";

/** Whether nothing at all stands in the cells. */
export function areBlank(cells: CellTexts): boolean {
  return (
    isBlank(withoutDash(cells.result)) && isBlank(withoutDash(cells.total)) && isBlank(cells.evidence + cells.note)
  );
}

/** The first cell whose text is another one than before; null where all say the same. */
export function firstChange(before: CellTexts, now: CellTexts): CellField | null {
  const fields = ["result", "total", "evidence", "note"] as const;
  return fields.find((field) => !isSameText(before[field], now[field])) ?? null;
}

type ValueTexts = Omit<TypedFigure, "evidence" | "note">;

function valueTexts({ n, d, level, judged, notApplicable }: TypedFigure): ValueTexts {
  const hidden = notApplicable ? { n: "", d: "", level: "", judged: "" } : { n, d, level, judged };
  return { ...hidden, notApplicable };
}

/** Whether two forms' texts say the same, ends of texts and what "not applicable" hides apart. */
export function isSameTyped(a: TypedFigure, b: TypedFigure): boolean {
  return isSameValue(a, b) && isSameText(a.evidence, b.evidence) && isSameText(a.note, b.note);
}

function isSameValue(a: TypedFigure, b: TypedFigure): boolean {
  const [x, y] = [valueTexts(a), valueTexts(b)];
  if (x.notApplicable !== y.notApplicable) return false;
  return (["n", "d", "level", "judged"] as const).every((field) => isSameText(x[field], y[field]));
}

function isSameText(a: string, b: string): boolean {
  const plain = (text: string) => text.normalize("NFC").replace(/\r\n?/gu, "\n").trim();
  return plain(a) === plain(b);
}

/**
 * What a report should hold after a file was filled in: what its cells changed since they were written, on top of what
 * is stored now. `before` is what they held then, nothing where the file does not say: a blank cell takes nothing away
 * unless it held something. The value of a figure is one thing, its evidence and its note are two others.
 */
export function mergeCells(stored: TypedFigure, before: TypedFigure, now: TypedFigure): TypedFigure {
  const merged = {
    ...(isSameValue(before, now) ? valueTexts(stored) : valueTexts(now)),
    evidence: isSameText(before.evidence, now.evidence) ? stored.evidence : now.evidence,
    note: isSameText(before.note, now.note) ? stored.note : now.note,
  };
  return isSameTyped(merged, stored) ? stored : merged;
}
