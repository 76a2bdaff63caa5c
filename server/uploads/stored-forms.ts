// The reports that a file may be about, with what their forms hold now: a handful of queries, however many they are.
import { listNewestFigures } from "@/db/queries/figures";
import { listNewestRevisions } from "@/db/queries/submissions";
import type { ReadDb } from "@/db/store";
import { EMPTY_FIGURE, type TypedFigure } from "@/domain/typed-figures";
import type { ReportContext } from "../report-context";
import { typedOf } from "../typed-texts";

/** What the forms of reports hold: a figure's texts by its report and measure. */
export type StoredForms = (context: ReportContext, measureId: string) => TypedFigure;

/** Reads what the forms of these reports hold, term by term. */
export async function readForms(db: ReadDb, contexts: readonly ReportContext[]): Promise<StoredForms> {
  const forms = new Map<string, ReadonlyMap<string, TypedFigure>>();
  for (const termId of new Set(contexts.map(({ term }) => term.id))) {
    const ofTerm = contexts.filter(({ term, submission }) => term.id === termId && submission !== null);
    const unitIds = [...new Set(ofTerm.map(({ unit }) => unit.id))];
    const filter = { termId, unitIds };
    const figures = await listNewestFigures(db, filter);
    for (const revision of await listNewestRevisions(db, filter)) {
      forms.set(revision.id, typedOf(revision, figures.get(revision.id) ?? []));
    }
  }
  return ({ submission }, measureId) => forms.get(submission?.currentRevisionId ?? "")?.get(measureId) ?? EMPTY_FIGURE;
}
