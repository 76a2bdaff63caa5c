// The whole database as one bundle, in its canonical form: what a second export or another installation compares with.
import { BUNDLE_FORMAT, type Bundle, type BundleTaskGroup, type BundleTerm } from "../../domain/bundle/schema";
import type { BundleExplanation } from "../../domain/bundle/figure-schema";
import type { BundleMeasure, BundleTarget } from "../../domain/bundle/measure-schema";
import { canonicalBundle } from "../../domain/bundle/write";
import type { PlanValue, Plans } from "../../domain/measures";
import { isPair } from "../../domain/plans";
import { thousandthsText } from "../../domain/thousandths";
import type { ReadDb } from "../handle";
import { listExplanations, type StoredExplanation } from "../queries/explanations";
import type { StoredMeasure } from "../queries/measures";
import { findOrganisation } from "../queries/organisations";
import { listStoredPeriods } from "../queries/periods";
import { listTargetLinks, listTargets, type StoredTarget } from "../queries/targets";
import { listTaskGroups, type StoredTaskGroup } from "../queries/tasks";
import { listTerms, type StoredTerm } from "../queries/terms";
import { listUnitEvents, listUnits } from "../queries/units";
import { loadReports, type ReportCodes } from "./load-figures";
import { bundleOrganisation, bundleUnit, bundleUnitEvent, unitByCodes } from "./units";

type Codes = ReadonlyMap<string, string>;

/**
 * Reads terms (all, or those with the given codes) with all units and events. What a bundle cannot carry stays:
 * accounts, the audit log, snapshots, and a correction that is not accepted yet.
 */
export async function loadBundle(db: ReadDb, termCodes?: readonly string[]): Promise<Bundle> {
  const organisation = await findOrganisation(db);
  const units = await listUnits(db);
  const codes = new Map(units.map(({ id, code }) => [id, code]));
  const events = await listUnitEvents(db);
  const terms: BundleTerm[] = [];
  for (const term of await listTerms(db)) {
    if (!termCodes || termCodes.includes(term.code)) terms.push(await loadTerm(db, term, codes));
  }
  return canonicalBundle({
    format: BUNDLE_FORMAT,
    organisation: organisation ? bundleOrganisation(organisation) : null,
    units: units.map((unit) => bundleUnit(unitByCodes(unit, codes))),
    unitEvents: events.map((event) => bundleUnitEvent(event, codes)),
    terms,
  });
}

async function loadTerm(db: ReadDb, term: StoredTerm, units: Codes): Promise<BundleTerm> {
  const targets = await listTargets(db, term.id);
  const targetCodes = new Map(targets.map(({ id, code }) => [id, code]));
  const measures = new Map(targets.flatMap((target) => target.measures.map(({ id, code }) => [id, code] as const)));
  const periods = new Map((await listStoredPeriods(db, term.id)).map(({ id, key }) => [id, key as string]));
  const codes: ReportCodes = { units, targets: targetCodes, measures, periods };
  const links = await listTargetLinks(db, term.id);
  return {
    ...{
      id: term.code,
      name: term.name,
      startsOn: term.startsOn,
      endsOn: term.endsOn,
      closed: term.state === "closed",
    },
    congress: term.congress,
    links: links.map(({ targetId, previousTermCode, previousTargetCode, kind, reason }) => ({
      target: targetId === null ? null : targetCodes.get(targetId),
      previousTerm: previousTermCode,
      previousTarget: previousTargetCode,
      ...{ kind, reason },
    })),
    years: [...term.years],
    settings: term.settings,
    targets: targets.map((target) => bundleTarget(target, units)),
    taskGroups: (await listTaskGroups(db, term.id)).map((group) => bundleGroup(group, units, targetCodes)),
    explanations: (await listExplanations(db, term.id)).map((explanation) => bundleExplanation(explanation, codes)),
    ...(await loadReports(db, term.id, codes)),
  };
}

function bundleTarget(target: StoredTarget, units: Codes): BundleTarget {
  const { code: id, position, name, wording, groupCode: group, provenance } = target;
  const measures = target.measures.map((measure) => bundleMeasure(measure, units));
  return { ...{ id, position, name, wording, group, provenance }, measures };
}

function planText(plan: PlanValue): string | [string, string] {
  return isPair(plan) ? [thousandthsText(plan[0]), thousandthsText(plan[1])] : thousandthsText(plan);
}

function planTexts({ plan, yearPlans, sharePlan }: Plans) {
  return {
    plan: plan === null ? null : planText(plan),
    yearPlans: Object.fromEntries(Object.entries(yearPlans).map(([year, value]) => [year, planText(value)])),
    sharePlan: sharePlan === null ? null : thousandthsText(sharePlan),
  };
}

function fixedBaseTexts({ fixedBase }: StoredMeasure): BundleMeasure["fixedBase"] {
  if (fixedBase === null) return null;
  if (fixedBase.term !== undefined) return { term: thousandthsText(fixedBase.term) };
  const years = Object.entries(fixedBase.years ?? {});
  return Object.fromEntries(years.map(([year, base]) => [year, thousandthsText(base)]));
}

function bundleMeasure(measure: StoredMeasure, units: Codes): BundleMeasure {
  const { code: id, name, kind, unitLabel, frequency, overUnits, overTime, rule } = measure;
  const { planProvenance, published, nLabel, dLabel, decimals, mayExceedBase, sensitive } = measure;
  const codeOf = (unitId: string) => units.get(unitId) ?? unitId;
  return {
    ...{ id, name, kind, unitLabel, frequency, overUnits, overTime, rule, ...planTexts(measure.plans) },
    ...{ planProvenance, published, nLabel, dLabel, decimals, mayExceedBase, sensitive },
    fixedBase: fixedBaseTexts(measure),
    planHistory: measure.earlierPlans.map(({ until, reason, ...plans }) => ({ until, reason, ...planTexts(plans) })),
    units: measure.unitIds?.map(codeOf) ?? null,
    unitsFrom: Object.fromEntries(Object.entries(measure.joinedOn).map(([unitId, day]) => [codeOf(unitId), day])),
  };
}

function bundleGroup(group: StoredTaskGroup, units: Codes, targets: Codes): BundleTaskGroup {
  const codesOf = (ids: readonly string[], codes: Codes) => ids.map((id) => codes.get(id) ?? id);
  return {
    ...{ id: group.code, position: group.position, name: group.name },
    tasks: group.tasks.map(({ code: id, name, leadUnitId, dueOn, expectedResult, state, ...task }) => ({
      ...{ id, name, dueOn, expectedResult, state },
      leadUnit: leadUnitId === null ? null : units.get(leadUnitId),
      supportingUnits: codesOf(task.supportingUnitIds, units),
      targets: codesOf(task.targetIds, targets),
      updates: [...task.updates],
    })),
  };
}

function bundleExplanation(explanation: StoredExplanation, codes: ReportCodes): BundleExplanation {
  const { code: id, state, targetId, unitId, measureId, periodId, answerBy, messages } = explanation;
  const codeOf = (known: Codes, rowId: string | null) => (rowId === null ? null : known.get(rowId));
  return {
    ...{ id, state, answerBy },
    messages: messages.map(({ kind, writtenOn: on, text }) => ({ kind, on, text })),
    target: codeOf(codes.targets, targetId),
    unit: codeOf(codes.units, unitId),
    measure: codeOf(codes.measures, measureId),
    period: codeOf(codes.periods, periodId),
  };
}
