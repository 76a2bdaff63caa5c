// A bundle comes in whole or not at all, and goes out in its canonical form.
import { findConflicts, findMixedStatuses } from "@/db/bundles/conflicts";
import { storeReports } from "@/db/bundles/figures";
import { loadBundle } from "@/db/bundles/load-bundle";
import { storeTerm } from "@/db/bundles/terms";
import { storeOrganisation, storeUnitEvents, storeUnits } from "@/db/bundles/units";
import { rebuildTotals } from "@/db/queries/totals";
import type { Db, Store } from "@/db/store";
import { ProblemList, type BundleProblem } from "@/domain/bundle/problems";
import type { Bundle } from "@/domain/bundle/schema";
import { DomainError } from "@/domain/errors";
import type { Authorized } from "@/domain/permissions";
import { clock } from "../clock";
import { recordAudit } from "./audit";

/** A bundle that the database cannot take, with every reason at its path. Nothing of it was stored. */
export class BundleRefused extends DomainError {
  readonly problems: readonly BundleProblem[];

  constructor(problems: readonly BundleProblem[]) {
    super("bad_bundle", { path: problems[0]?.path ?? "" });
    this.name = "BundleRefused";
    this.problems = problems;
  }
}

/**
 * Stores a bundle that has been read: the units and events that are new here, and its terms, none of which may exist
 * already. Throws BundleRefused when shared parts say something different. Audited as one deed; answers the terms' codes.
 */
export async function importBundle(
  store: Store,
  actor: Authorized<"bundles.import">,
  told: Bundle,
): Promise<readonly string[]> {
  return store.transact((tx) => storeBundle(tx, actor, told));
}

/** The import itself, inside a transaction: of the deed, or of its rehearsal. */
export async function storeBundle(
  tx: Db,
  actor: Authorized<"bundles.import">,
  told: Bundle,
): Promise<readonly string[]> {
  const bundle = inComposedForm(told);
  await refuseConflicts(tx, bundle);
  await storeOrganisation(tx, bundle.organisation);
  const unitIds = await storeUnits(tx, bundle.units);
  await storeUnitEvents(tx, bundle.unitEvents ?? [], unitIds);
  for (const term of bundle.terms) {
    const rows = await storeTerm(tx, term, unitIds, clock.now());
    await storeReports(tx, term, rows);
    await rebuildTotals(tx, rows.termId);
  }
  const terms = bundle.terms.map(({ id }) => id);
  const figures = bundle.terms.reduce((count, term) => count + (term.figures?.length ?? 0), 0);
  await recordAudit(tx, actor, {
    action: "bundle.imported",
    subject: { type: "bundle", id: terms.join(", ") },
    before: null,
    after: { terms, units: bundle.units.length, figures },
  });
  return terms;
}

async function refuseConflicts(tx: Db, bundle: Bundle): Promise<void> {
  const problems = new ProblemList();
  await findConflicts(tx, bundle, problems);
  bundle.terms.forEach((term, index) => findMixedStatuses(term, ["terms", index], problems));
  if (problems.problems.length > 0) throw new BundleRefused(problems.problems);
}

/** All text in NFC, whatever keyboard or system it came from. */
function inComposedForm(bundle: Bundle): Bundle {
  return JSON.parse(JSON.stringify(bundle).normalize("NFC")) as Bundle;
}

/** The stored terms (all, or those with the given codes) as one bundle, read from one snapshot. */
export async function exportBundle(store: Store, termCodes?: readonly string[]): Promise<Bundle> {
  return store.read((db) => loadBundle(db, termCodes));
}
