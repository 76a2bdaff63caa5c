// Why figures were left blank on purpose. Such a figure has no row: the reason stands in the texts of its report's form.
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { BundleBlank, BundleFigure } from "../../domain/bundle/figure-schema";
import { figureValueModel } from "../../domain/bundle/model";
import { typedTextsInput } from "../../domain/inputs/submissions";
import { EMPTY_FIGURE, typedFigureOf, type TypedFigure } from "../../domain/typed-figures";
import type { ReadDb } from "../handle";
import { idOf, type IdsByCode } from "./units";

/** The texts of a form that has these figures and says why others are blank; null where none is. */
export function blankTexts(
  blanks: readonly BundleBlank[],
  figures: readonly BundleFigure[],
  measureIds: IdsByCode,
): string | null {
  if (blanks.length === 0) return null;
  const typed = [
    ...blanks.map(({ measure, note }) => ({ measure, texts: { ...EMPTY_FIGURE, note } })),
    ...figures.map((figure) => ({
      measure: figure.measure,
      texts: typedFigureOf(figureValueModel(figure), figure.note ?? null),
    })),
  ];
  return JSON.stringify(Object.fromEntries(typed.map(({ measure, texts }) => [idOf(measureIds, measure), texts])));
}

/** Of every report of a term that has any, by its id: the reasons in the revision that tells its figures. */
export async function listBlanks(
  db: ReadDb,
  termId: string,
  measures: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, readonly BundleBlank[]>> {
  const { submissions, submissionRevisions } = db.tables;
  const telling = sql`coalesce(${submissions.acceptedRevisionId}, ${submissions.currentRevisionId})`;
  const rows = await db
    .select({ submissionId: submissions.id, typed: submissionRevisions.typed })
    .from(submissions)
    .innerJoin(submissionRevisions, eq(submissionRevisions.id, telling))
    .where(and(eq(submissions.termId, termId), isNotNull(submissionRevisions.typed)));
  return new Map(rows.map(({ submissionId, typed }) => [submissionId, blanksOf(typed, measures)]));
}

function blanksOf(typed: string | null, measures: ReadonlyMap<string, string>): readonly BundleBlank[] {
  const texts = typed === null ? {} : typedTextsInput.parse(JSON.parse(typed));
  return Object.entries(texts).flatMap(([id, { note, ...entry }]) => {
    const measure = measures.get(id);
    // A text that cannot be read as a figure is left behind, and its note does not say why there is none.
    return measure !== undefined && note.trim() !== "" && isBlank(entry) ? [{ measure, note: note.trim() }] : [];
  });
}

function isBlank({ notApplicable, ...texts }: Omit<TypedFigure, "note">): boolean {
  return !notApplicable && Object.values(texts).every((text) => text.trim() === "");
}
