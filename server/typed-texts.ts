// What a report's form holds, read back: for pages, files and whatever compares with it.
import { listRevisionFigures, type StoredFigure } from "@/db/queries/figures";
import type { RevisionRow } from "@/db/queries/submissions";
import type { ReadDb } from "@/db/store";
import { typedTextsInput } from "@/domain/inputs/submissions";
import { EMPTY_FIGURE, typedFigureOf, type TypedFigure } from "@/domain/typed-figures";

/** What a revision's form held: its texts as typed, else its figures; a sealed one is filled in from its figures. */
export async function readTyped(db: ReadDb, revision: RevisionRow | null): Promise<ReadonlyMap<string, TypedFigure>> {
  if (revision === null) return new Map();
  return typedOf(revision, needsFigures(revision) ? await listRevisionFigures(db, revision.id) : []);
}

/** Whether a revision's form can only be filled in from its figures. */
export function needsFigures({ typed, sealedAt }: RevisionRow): boolean {
  return typed === null || sealedAt !== null;
}

/**
 * The form's texts of a revision whose figures were read where it needs them. Why a figure is missing is told by the
 * texts alone: it has no row.
 */
export function typedOf(revision: RevisionRow, figures: readonly StoredFigure[]): ReadonlyMap<string, TypedFigure> {
  const texts = textsOf(revision);
  if (revision.typed !== null && revision.sealedAt === null) return texts;
  const notes = [...texts].map(([measureId, { note }]) => [measureId, { ...EMPTY_FIGURE, note }] as const);
  return new Map([
    ...notes,
    ...figures.map(({ measureId, value, note }) => [measureId, typedFigureOf(value, note)] as const),
  ]);
}

/** What was written in the note of a measure, figure or not; null for nothing. */
export function typedNoteOf(revision: Pick<RevisionRow, "typed">, measureId: string): string | null {
  const note = textsOf(revision).get(measureId)?.note.trim() ?? "";
  return note === "" ? null : note;
}

function textsOf({ typed }: Pick<RevisionRow, "typed">): ReadonlyMap<string, TypedFigure> {
  return typed === null ? new Map() : new Map(Object.entries(typedTextsInput.parse(JSON.parse(typed))));
}
