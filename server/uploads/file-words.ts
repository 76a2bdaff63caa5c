// The words of files of figures: what is written in one language and understood in all of them.
import { knownWords, type CellWords, type KnownWords } from "@/domain/cell-texts";
import { columnNames, type ColumnNames, type FileColumn } from "@/domain/figure-files";
import { JUDGEMENTS } from "@/domain/figures";
import { createTranslate, type Locale } from "@/messages/translate";

const LOCALES: readonly Locale[] = ["vi", "en"];
const LEVELS = [1, 2, 3, 4] as const;

/** What a language writes into cells in place of a form's choices. */
export function cellWords(locale: Locale): CellWords {
  const t = createTranslate(locale);
  return {
    notApplicable: t("entryFiles.notApplicable"),
    levels: Object.fromEntries(LEVELS.map((level) => [String(level), t(`measures.level.${level}`)])),
    judgements: Object.fromEntries(JUDGEMENTS.map((judged) => [judged, t(`measures.judgement.${judged}`)])),
  };
}

/** A language's headings of the columns that are read again. */
export function columnHeadings(locale: Locale): Readonly<Record<FileColumn, string>> {
  const t = createTranslate(locale);
  const columns = ["term", "unit", "period", "measure", "result", "total", "evidence", "note", "before"] as const;
  return Object.fromEntries(columns.map((column) => [column, t(`entryFiles.column.${column}`)])) as Record<
    FileColumn,
    string
  >;
}

/** What is understood in cells: the words of both languages, however a file was downloaded. */
export function allCellWords(): KnownWords {
  const further = LOCALES.flatMap((locale) => {
    const t = createTranslate(locale);
    return [t("entryFiles.notApplicableLong"), t("entry.field.notApplicable"), "n/a"];
  });
  return knownWords(LOCALES.map(cellWords), further);
}

/** How columns are found: by their headings in both languages, and by their own names. */
export function allColumnNames(): ColumnNames {
  return columnNames(LOCALES.map(columnHeadings));
}
