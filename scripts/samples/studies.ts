import { listPeriods } from "@/domain/periods";
import type { Term } from "@/domain/terms";
import { notApplicableEntry, rateEntry, type Entry } from "./entries";
import { spread, type Random } from "./random";
import { cellSizesAt, type Roll } from "./rolls";

/** What is known of the quarterly studies of resolutions. Every member takes part: 100 % is the promise and the result. */
export interface StudyFacts {
  readonly term: Term;
  readonly random: Random;
  readonly members: Roll;
  readonly otherStaff: Roll;
  /** Other staff who missed a study, by reporting year. */
  readonly absences: Readonly<Record<string, number>>;
  /** Why a cell held no study, by `unit quarter`. */
  readonly noStudy: Readonly<Record<string, string>>;
}

/** Quarterly participation of members (`m1a`) and of other staff (`m1b`) of every cell. */
export function buildStudies(facts: StudyFacts): readonly Entry[] {
  return [...buildMembers(facts), ...buildOtherStaff(facts)];
}

function listStudies({ term, noStudy }: StudyFacts, roll: Roll) {
  return listPeriods(term, "quarter").flatMap((period) =>
    cellSizesAt(roll, period.endsOn).map(({ unit, size }) => {
      const reason = noStudy[`${unit} ${period.key}`];
      return { unit, period, size, reason };
    }),
  );
}

function buildMembers(facts: StudyFacts): readonly Entry[] {
  return listStudies(facts, facts.members).map(({ unit, period, size, reason }) => {
    const address = { measure: "m1a", unit, period: period.key };
    return reason === undefined ? rateEntry(address, size, size) : notApplicableEntry(address, reason);
  });
}

function buildOtherStaff(facts: StudyFacts): readonly Entry[] {
  const studies = listStudies(facts, facts.otherStaff);
  return Object.entries(facts.absences).flatMap(([yearId, total]) => {
    const ofYear = studies.filter(({ period }) => period.yearId === yearId);
    const shares = ofYear.map(({ size, reason }) => ({ weight: reason === undefined ? size : 0, most: 3 }));
    const absent = spread(facts.random, total, shares);
    return ofYear.map(({ unit, period, size, reason }, index) => {
      const address = { measure: "m1b", unit, period: period.key };
      return reason === undefined
        ? rateEntry(address, size - (absent[index] ?? 0), size)
        : notApplicableEntry(address, reason);
    });
  });
}
