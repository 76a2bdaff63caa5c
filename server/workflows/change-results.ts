// The results that a change is compared by: what every running term shows on both bases at some days.
import { listTerms, type StoredTerm } from "@/db/queries/terms";
import type { ReadDb } from "@/db/store";
import { earlierOf, type CalendarDate } from "@/domain/dates";
import type { NamedResult, ResultsAt } from "@/domain/effects";
import type { Basis } from "@/domain/figures";
import { readTerm, termResultsFrom, type TargetResult, type TermLook, type TermReading } from "../loaders/term-results";

const bases: readonly Basis[] = ["accepted", "provisional"];

/**
 * The results of every running term at the days that lie in it, or at its last day for a later one; a term that has not
 * begun shows nothing, a draft is seen by nobody and a closed one does not move.
 */
export async function readResults(db: ReadDb, days: readonly CalendarDate[]): Promise<readonly ResultsAt[]> {
  const results: ResultsAt[] = [];
  for (const term of (await listTerms(db)).filter(({ state }) => state === "running")) {
    const looks = looksAt(term, days);
    if (looks.length === 0) continue;
    const reading = await readTerm(db, term, null, bases);
    for (const on of looks) {
      for (const basis of bases)
        results.push(await readResultsAt(db, reading, { term, unitId: null, asOf: on, basis }));
    }
  }
  return results;
}

function looksAt(term: StoredTerm, days: readonly CalendarDate[]): readonly CalendarDate[] {
  const begun = days.filter((day) => term.startsOn <= day);
  return [...new Set(begun.map((day) => earlierOf(day, term.endsOn)))].sort();
}

async function readResultsAt(db: ReadDb, reading: TermReading, look: TermLook): Promise<ResultsAt> {
  const { targets } = await termResultsFrom(db, reading, look);
  return { term: look.term.code, on: look.asOf, basis: look.basis, targets: targets.map(namedResult) };
}

function namedResult({ target, achievement, measures }: TargetResult): NamedResult {
  return {
    target: { code: target.code, name: target.name },
    achievement,
    measures: measures.map(({ measure, achievement: result }) => ({
      named: { code: measure.code, name: measure.name, unitLabel: measure.unitLabel },
      measure,
      achievement: result,
    })),
  };
}
