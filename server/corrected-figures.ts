// What the correction of an accepted report would replace: nothing of it is asked about that was let through then.
import { listRevisionFigures } from "@/db/queries/figures";
import type { StoredMeasure } from "@/db/queries/measures";
import { findRevision, type SubmissionRow } from "@/db/queries/submissions";
import type { ReadDb } from "@/db/store";
import type { AcceptedFigure } from "@/domain/entry-checks";
import { typedNoteOf } from "./typed-texts";

/** The accepted figures of a report that is being corrected, by measure, those that were missing too; else none. */
export async function readCorrected(
  db: ReadDb,
  submission: SubmissionRow | null,
  measures: readonly StoredMeasure[],
): Promise<ReadonlyMap<string, AcceptedFigure>> {
  if (submission === null || submission.state === "accepted" || submission.acceptedRevisionId === null)
    return new Map();
  const accepted = await findRevision(db, submission.acceptedRevisionId);
  if (accepted === null) return new Map();
  const figures = new Map((await listRevisionFigures(db, accepted.id)).map((figure) => [figure.measureId, figure]));
  return new Map(
    measures.map(({ id }) => {
      const figure = figures.get(id);
      return [
        id,
        figure ? { value: figure.value, note: figure.note } : { value: null, note: typedNoteOf(accepted, id) },
      ];
    }),
  );
}
