import type { Bundle, BundleTerm } from "@/domain/bundle/schema";
import type { BundleMeasure, BundleTarget } from "@/domain/bundle/measure-schema";
import { bundleToModel, measureModel } from "@/domain/bundle/model";
import { messagesOf, shortFormOf } from "@/domain/bundle/explanations";
import type { BundleExplanation } from "@/domain/bundle/figure-schema";
import { asCalendarDate, type CalendarDate } from "@/domain/dates";
import { standingOfExplanation, statusOfExplanation } from "@/domain/explanations";
import type { Basis } from "@/domain/figures";
import { findPeriod } from "@/domain/periods";
import type { Published } from "@/domain/published";
import { computeTermFromFigures } from "@/domain/term-achievement";
import { unitVersionAt } from "@/domain/units";
import type { AppendixExplanation } from "./appendix-explanations";
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
    explanations: (bundleTerm.explanations ?? []).map((one) => appendixExplanation(one, model)),
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
    sensitive: measure.sensitive ?? false,
  };
}

function publishedOf({ value, verdict }: NonNullable<BundleMeasure["published"]>): Published {
  return { value: value ?? null, verdict: verdict ?? null };
}

type TermModel = ReturnType<typeof bundleToModel>[number];

function appendixExplanation(one: BundleExplanation, { term, units }: TermModel): AppendixExplanation {
  const { target, measure, unit: unitId, state } = one;
  const period = one.period == null ? null : findPeriod(term, one.period);
  const unit = units.find(({ id }) => id === unitId);
  const messages = messagesOf(one);
  const { askedOn, answeredOn, answer } = shortFormOf(messages);
  return {
    ...{ code: one.id, targetId: target ?? null, measureId: measure ?? null, period },
    unitName: unit ? unitVersionAt(unit, period?.endsOn ?? term.endsOn).name : null,
    status: statusOfExplanation(standingOfExplanation({ state: state ?? null, messages })),
    askedOn: askedOn == null ? null : asCalendarDate(askedOn),
    answeredOn: answeredOn == null ? null : asCalendarDate(answeredOn),
    answer: answer ?? null,
  };
}
