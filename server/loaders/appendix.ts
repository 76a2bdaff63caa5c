// What Appendix 1 is made of, from the kept totals.
import type { ReadDb } from "@/db/handle";
import { hasIllustrativeFigures } from "@/db/queries/figures";
import { findOrganisation, type OrganisationRow } from "@/db/queries/organisations";
import { listTerms } from "@/db/queries/terms";
import { DomainError } from "@/domain/errors";
import type { CalendarDate } from "@/domain/dates";
import type { Actor } from "@/domain/roles";
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
    })),
  };
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
    },
  };
}
