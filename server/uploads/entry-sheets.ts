// Rows to fill in as the sheets of a workbook: one a period, named so that every spreadsheet takes the name.
import { groupRows } from "@/db/batches";
import { datePartsOf, type CalendarDate } from "@/domain/dates";
import type { Period } from "@/domain/periods";
import { BOOK_COLUMNS, type BookColumn, type EntryBook, type EntrySheet } from "@/reports/entry-model";
import { dateText } from "@/reports/build/labels";
import type { Wording } from "../loaders/figure-texts";
import { periodTitle } from "../loaders/period-texts";
import { standingOf } from "../loaders/report-heads";
import type { BookRow } from "./entry-book";
import { cellWords } from "./file-words";

const MAX_NAME = 31;
/** So many units are named above a table before they are only counted. */
const MAX_CLOSED = 5;
const ROMAN = ["I", "II", "III", "IV"] as const;

interface Parts {
  /** The organisation's name. */
  readonly owner: string;
  readonly today: CalendarDate;
  readonly wording: Wording;
}

/** The workbook of these rows. */
export function buildEntryBook(rows: readonly BookRow[], parts: Parts): EntryBook {
  const { t, locale } = parts.wording;
  const words = cellWords(locale);
  const mark = words.notApplicable;
  const names = new Set<string>();
  return {
    language: locale,
    fileTitle: t("entryFiles.book.fileTitle"),
    fileAuthor: parts.owner,
    headings: Object.fromEntries(BOOK_COLUMNS.map((column) => [column, t(`entryFiles.column.${column}`)])) as Record<
      BookColumn,
      string
    >,
    sheets: [...groupRows(rows, ({ context }) => context.period.id).values()].map((ofPeriod) =>
      buildSheet(ofPeriod, names, parts),
    ),
    lists: {
      sheetName: t("entryFiles.book.lists"),
      levels: Object.values(words.levels),
      judgements: Object.values(words.judgements),
      notApplicable: mark,
    },
    advice: {
      title: t("entryFiles.book.checkTitle"),
      anyNumber: t("entryFiles.book.anyNumber", { mark }),
      numberOnly: t("entryFiles.book.numberOnly", { mark }),
      choice: t("entryFiles.book.choice", { mark }),
    },
  };
}

function buildSheet(rows: readonly BookRow[], names: Set<string>, { owner, today, wording }: Parts): EntrySheet {
  const { t } = wording;
  const [first] = rows;
  if (!first) throw new Error("a sheet has rows");
  const { period } = first.context;
  const hasUnits = new Set(rows.map(({ keys }) => keys.unit)).size > 1;
  const dueDays = [...new Set(rows.map(({ context }) => context.dueOn))];
  const made = { date: dateText(wording, today) };
  const [due] = dueDays;
  return {
    name: freeName(sheetName(period, wording), names),
    title: t("entryFiles.book.title", { period: periodTitle(period, wording) }),
    owner: hasUnits ? owner : `${first.unitName}${owner === "" || owner === first.unitName ? "" : `, ${owner}`}`,
    lines: [
      dueDays.length === 1 && due !== undefined
        ? t("entryFiles.book.made", { ...made, due: dateText(wording, due) })
        : t("entryFiles.book.madeOnly", made),
      ...(rows.some(({ isOwn }) => isOwn) ? [t("entryFiles.book.help", { mark: t("entryFiles.notApplicable") })] : []),
      ...closedLines(rows, wording),
    ],
    ...{ hasUnits, rows },
  };
}

/** Which units' cells are closed, and why. */
function closedLines(rows: readonly BookRow[], { t }: Wording): readonly string[] {
  const own = rows.filter(({ isOwn }) => isOwn);
  const others =
    own.length < rows.length ? [t(own.length > 0 ? "entryFiles.book.others" : "entryFiles.book.onlyShown")] : [];
  const closed = new Map(own.filter(({ isOpen }) => !isOpen).map(({ unitName, context }) => [unitName, context]));
  if (closed.size > MAX_CLOSED) return [...others, t("entryFiles.book.manyClosed", { count: closed.size })];
  const lines = [...closed].map(([unit, { submission }]) => {
    const standing = standingOf(submission);
    const state = standing === "submitted" || standing === "accepted" ? standing : "locked";
    return t("entryFiles.book.closed", { unit, state: t(`entryFiles.state.${state}`) });
  });
  return [...others, ...lines];
}

function sheetName({ key, frequency, endsOn }: Pick<Period, "key" | "frequency" | "endsOn">, { t }: Wording): string {
  const { year, month } = datePartsOf(endsOn);
  const inYear = { year: String(year) };
  switch (frequency) {
    case "month":
      return t("entryFiles.sheet.month", { ...inYear, month: String(month) });
    case "quarter":
      return t("entryFiles.sheet.quarter", { ...inYear, roman: ROMAN[month / 3 - 1] ?? "" });
    case "half":
      return t(month <= 6 ? "entryFiles.sheet.half1" : "entryFiles.sheet.half2", inYear);
    case "year":
      return t("entryFiles.sheet.year", { year: key });
    case "term":
      return t("entryFiles.sheet.term");
  }
}

/** The name without what spreadsheets refuse, and only once: two terms may have a year of the same name. */
function freeName(wanted: string, names: Set<string>): string {
  const plain = wanted.replace(/[[\]:*?/\\]/gu, "-").slice(0, MAX_NAME);
  let name = plain;
  for (let count = 2; names.has(name.toLowerCase()); count += 1) name = `${plain.slice(0, MAX_NAME - 4)} (${count})`;
  names.add(name.toLowerCase());
  return name;
}
