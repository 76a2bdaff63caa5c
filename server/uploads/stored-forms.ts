// The reports that a file may be about, with what their forms hold now: a handful of queries, however many they are.
import { listNewestFigures } from "@/db/queries/figures";
import { listNewestRevisions } from "@/db/queries/submissions";
import type { ReadDb } from "@/db/store";
import { EMPTY_FIGURE, type TypedFigure } from "@/domain/typed-figures";
import type { ReportContext } from "../report-context";
import { typedOf } from "../typed-texts";

/** What the forms of reports hold: a figure's texts by its report and measure. */
export type StoredForms = (context: ReportContext, measureId: string) => TypedFigure;

/** So many units' figures are in memory at once: those of a whole term would fill it. */
const UNITS_AT_ONCE = 25;

/** Reads what the forms of these reports hold, term by term. They are kept as text and read one report at a time. */
export async function readForms(db: ReadDb, contexts: readonly ReportContext[]): Promise<StoredForms> {
  const texts = new Map<string, string>();
  for (const termId of new Set(contexts.map(({ term }) => term.id))) {
    const ofTerm = contexts.filter(({ term, submission }) => term.id === termId && submission !== null);
    const unitIds = [...new Set(ofTerm.map(({ unit }) => unit.id))];
    for (let start = 0; start < unitIds.length; start += UNITS_AT_ONCE) {
      const filter = { termId, unitIds: unitIds.slice(start, start + UNITS_AT_ONCE) };
      const figures = await listNewestFigures(db, filter);
      for (const revision of await listNewestRevisions(db, filter)) {
        texts.set(revision.id, JSON.stringify([...typedOf(revision, figures.get(revision.id) ?? [])]));
      }
    }
  }
  return formsOf(texts);
}

type Form = ReadonlyMap<string, TypedFigure>;

/** Rows of one report mostly stand together, so the report that was read last is kept. */
function formsOf(texts: ReadonlyMap<string, string>): StoredForms {
  let last: { readonly id: string; readonly form: Form } = { id: "", form: new Map() };
  return ({ submission }, measureId) => {
    const id = submission?.currentRevisionId ?? "";
    if (id !== last.id) last = { id, form: new Map(JSON.parse(texts.get(id) ?? "[]") as [string, TypedFigure][]) };
    return last.form.get(measureId) ?? EMPTY_FIGURE;
  };
}
