// What Appendix 1 is made of, from the kept totals.
import type { ReadDb } from "@/db/handle";
import { hasIllustrativeFigures } from "@/db/queries/figures";
import { findOrganisation, type OrganisationRow } from "@/db/queries/organisations";
import { listTerms, type StoredTerm } from "@/db/queries/terms";
import { listExplanations } from "@/db/queries/explanations";
import { listStoredPeriods } from "@/db/queries/periods";
import { listUnits } from "@/db/queries/units";
import { DomainError } from "@/domain/errors";
import type { CalendarDate } from "@/domain/dates";
import { standingOfExplanation, statusOfExplanation } from "@/domain/explanations";
import type { Actor } from "@/domain/roles";
import { unitVersionAt } from "@/domain/units";
import type { AppendixExplanation } from "@/reports/build/appendix-explanations";
import type { AppendixData, AppendixTarget, ReportOrganisation } from "@/reports/build/appendix-data";
import { readAskedView, seesDrafts, visibleTerms } from "./asked-view";
import { readTermResults, type TargetResult } from "./term-results";
import type { ViewQuery, ViewState } from "./view-state";

/** A term's appendix with the view that it was asked for. */
export interface AskedAppendix {
  readonly data: AppendixData;
  readonly state: ViewState;
}

function organisationOf(row: OrganisationRow | null): ReportOrganisation {
  return {
    name: row?.name ?? null,
    superior: row?.superior ?? null,
    place: row?.place ?? null,
    bodyCode: row?.bodyCode ?? null,
    signatory: {
      onBehalfOf: row?.signatoryOnBehalfOf ?? null,
      title: row?.signatoryTitle ?? null,
      name: row?.signatoryName ?? null,
    },
  };
}

function appendixTarget({ target }: TargetResult): AppendixTarget {
  const { id, position, name } = target;
  return {
    ...{ id, position, name },
    provenance: target.provenance ?? "stated",
    measures: target.measures.map((measure) => ({
      definition: measure,
      name: measure.name,
      unitLabel: measure.unitLabel,
      planProvenance: measure.planProvenance ?? "stated",
      published: measure.published,
      sensitive: measure.sensitive,
    })),
  };
}

/** The first word and the last of each question, as an export carries them. */
async function readAppendixExplanations(db: ReadDb, term: StoredTerm): Promise<AppendixExplanation[]> {
  const units = await listUnits(db);
  const periods = await listStoredPeriods(db, term.id);
  return (await listExplanations(db, term.id)).map((stored) => {
    const period = periods.find(({ id }) => id === stored.periodId) ?? null;
    const unit = units.find(({ id }) => id === stored.unitId);
    const answer = stored.messages.findLast(({ kind }) => kind === "answer");
    return {
      ...{ code: stored.code, targetId: stored.targetId, measureId: stored.measureId, period },
      unitName: unit ? unitVersionAt(unit, period?.endsOn ?? term.endsOn).name : null,
      status: statusOfExplanation(standingOfExplanation(stored)),
      askedOn: stored.messages.find(({ kind }) => kind === "question")?.writtenOn ?? null,
      answeredOn: answer?.writtenOn ?? null,
      answer: answer?.text ?? null,
    };
  });
}

/** Reads the appendix that an address asks for from a consistent snapshot; DomainError `not_found` without a term. */
export async function readAppendix(
  db: ReadDb,
  query: ViewQuery,
  today: CalendarDate,
  reader: Actor | null = null,
): Promise<AskedAppendix> {
  const terms = visibleTerms(await listTerms(db), reader !== null && seesDrafts(reader, today));
  const asked = readAskedView(terms, query, today);
  if (asked === null) throw new DomainError("not_found");
  const { term, state } = asked;
  const results = await readTermResults(db, { term, unitId: null, asOf: state.asOf, basis: state.basis });
  return {
    state,
    data: {
      organisation: organisationOf(await findOrganisation(db)),
      term,
      targets: results.targets.map(appendixTarget),
      achievement: results.achievement,
      illustrative: await hasIllustrativeFigures(db, term.id),
      explanations: await readAppendixExplanations(db, term),
    },
  };
}
