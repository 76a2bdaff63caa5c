import type { Bundle, BundleTerm } from "@/domain/bundle/schema";
import type { BundleMeasure, BundleTarget } from "@/domain/bundle/measure-schema";
import { bundleToModel, measureModel } from "@/domain/bundle/model";
import type { CalendarDate } from "@/domain/dates";
import type { Basis } from "@/domain/figures";
import type { Published } from "@/domain/published";
import { computeTermFromFigures } from "@/domain/term-achievement";
import type { AppendixData, AppendixMeasure, AppendixTarget, ReportOrganisation } from "./appendix-data";

interface BundleChoice {
  readonly termId: string;
  /** Null: the term's last day. */
  readonly asOf: CalendarDate | null;
  readonly basis: Basis;
}

/** One term of a checked bundle as Appendix 1 takes it, calculated from its figures. Throws RangeError for an unknown term. */
export function appendixFromBundle(bundle: Bundle, { termId, asOf, basis }: BundleChoice): AppendixData {
  const bundleTerm = bundle.terms.find(({ id }) => id === termId);
  const model = bundleToModel(bundle).find(({ term }) => term.id === termId);
  if (bundleTerm === undefined || model === undefined) throw new RangeError(`no term ${termId}`);
  return {
    organisation: organisationOf(bundle),
    term: model.term,
    targets: targetsInOrder(bundleTerm).map(appendixTarget),
    achievement: computeTermFromFigures(model, asOf ?? model.term.endsOn, basis),
    illustrative: (bundleTerm.figures ?? []).some(({ illustrative }) => illustrative === true),
  };
}

function organisationOf({ organisation }: Bundle): ReportOrganisation {
  const signatory = organisation?.signatory;
  return {
    name: organisation?.name ?? null,
    superior: organisation?.superior ?? null,
    place: organisation?.place ?? null,
    bodyCode: organisation?.bodyCode ?? null,
    signatory: {
      onBehalfOf: signatory?.onBehalfOf ?? null,
      title: signatory?.title ?? null,
      name: signatory?.name ?? null,
    },
  };
}

function targetsInOrder({ targets }: BundleTerm): readonly BundleTarget[] {
  return [...targets].sort((a, b) => a.position - b.position);
}

function appendixTarget(target: BundleTarget): AppendixTarget {
  return {
    id: target.id,
    position: target.position,
    name: target.name,
    provenance: target.provenance ?? "stated",
    measures: target.measures.map(appendixMeasure),
  };
}

function appendixMeasure(measure: BundleMeasure): AppendixMeasure {
  return {
    definition: measureModel(measure),
    name: measure.name,
    unitLabel: measure.unitLabel ?? null,
    planProvenance: measure.planProvenance ?? "stated",
    published: measure.published == null ? null : publishedOf(measure.published),
  };
}

function publishedOf({ value, verdict }: NonNullable<BundleMeasure["published"]>): Published {
  return { value: value ?? null, verdict: verdict ?? null };
}
