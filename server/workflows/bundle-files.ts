// Bundles as files of a person at the screen: looked at first, then taken in exactly as they were seen, and given out.
import { createHash } from "node:crypto";
import { loadBundle } from "@/db/bundles/load-bundle";
import { insertExport } from "@/db/queries/exports";
import { findOrganisation, type OrganisationRow } from "@/db/queries/organisations";
import { listTerms } from "@/db/queries/terms";
import { listUnitEvents, listUnits } from "@/db/queries/units";
import { rehearse } from "@/db/store/rehearse";
import type { Db, Store } from "@/db/store";
import { bundleFileName } from "@/domain/bundle/file-name";
import type { BundleProblem } from "@/domain/bundle/problems";
import { readBundleBytes } from "@/domain/bundle/read";
import type { Bundle } from "@/domain/bundle/schema";
import { canonicalBundle, writeBundle } from "@/domain/bundle/write";
import { DomainError } from "@/domain/errors";
import type { Authorized } from "@/domain/permissions";
import type { Locale } from "@/messages/translate";
import { clock } from "../clock";
import type { OverviewView } from "../loaders/overview";
import { readOverview } from "../loaders/overview-reading";
import { recordAudit } from "./audit";
import { BundleRefused, importBundle, storeBundle } from "./bundles";

/** How many of the bundle's parts would be made, and how many are there and say the same. */
export interface Counted {
  readonly added: number;
  readonly same: number;
}

/** A field of the organisation, as it will read. */
export interface FilledField {
  readonly field: Exclude<keyof OrganisationRow, "id">;
  readonly value: string;
}

/** A term that an import would make. */
export interface TermPreview {
  readonly code: string;
  readonly name: string;
  readonly counts: Readonly<Record<TermPart, number>>;
  readonly figures: Readonly<Record<FigureState, number>>;
  /** What the overview shows once it is in; null for a term that has not begun to be shown. */
  readonly results: OverviewView | null;
}

type TermPart = "targets" | "measures" | "taskGroups" | "tasks" | "reports" | "explanations";
type FigureState = "accepted" | "submitted" | "returned" | "draft";

/** What an import of a file would do, or every reason why it cannot be done. */
export type BundlePreview =
  | {
      readonly ok: true;
      /** SHA-256 of the file: the import must be of this file. */
      readonly hash: string;
      /** What must be typed to confirm: the name of the first term. */
      readonly confirmName: string;
      /** What of the organisation is not known yet and would be filled in. */
      readonly organisation: readonly FilledField[];
      readonly units: Counted;
      readonly events: Counted;
      readonly terms: readonly TermPreview[];
    }
  | {
      readonly ok: false;
      /** Everything in the file is here already, word for word. */
      readonly identical: boolean;
      readonly problems: readonly BundleProblem[];
    };

/**
 * Rehearses the import of a file: reads it, does everything that an import does, looks at what came of it, and takes it
 * back. What it shows is therefore what then happens. Nothing is kept, in the log neither.
 */
export async function previewBundle(
  store: Store,
  actor: Authorized<"bundles.import">,
  file: Uint8Array,
  locale: Locale,
): Promise<BundlePreview> {
  const reading = readBundleBytes(file);
  if (!reading.ok) return { ok: false, identical: false, problems: reading.problems };
  const { bundle } = reading;
  try {
    return await rehearse(store, async (tx) => {
      const [known, units, events] = [await findOrganisation(tx), await listUnits(tx), await listUnitEvents(tx)];
      const counted = {
        units: countParts(bundle.units, new Set(units.map(({ code }) => code))),
        events: countParts(bundle.unitEvents ?? [], new Set(events.map(({ code }) => code))),
      };
      await storeBundle(tx, actor, bundle);
      const terms: TermPreview[] = [];
      for (const term of bundle.terms) terms.push(await previewTerm(tx, actor, term, locale));
      const organisation = filledIn(known, await findOrganisation(tx));
      return { ok: true, hash: hashOf(file), confirmName: confirmNameOf(bundle), organisation, ...counted, terms };
    });
  } catch (error) {
    if (!(error instanceof BundleRefused)) throw error;
    const identical = await store.read((db) => isIdentical(db, bundle, error.problems));
    return { ok: false, identical, problems: error.problems };
  }
}

function filledIn(before: OrganisationRow | null, after: OrganisationRow | null): readonly FilledField[] {
  const fields = Object.keys(after ?? {}).filter((key): key is FilledField["field"] => key !== "id");
  return fields.flatMap((field) => {
    const value = after?.[field];
    return value && !before?.[field] ? [{ field, value }] : [];
  });
}

function countParts(parts: readonly { readonly id: string }[], known: ReadonlySet<string>): Counted {
  const same = parts.filter(({ id }) => known.has(id)).length;
  return { added: parts.length - same, same };
}

async function previewTerm(
  tx: Db,
  actor: Authorized<"bundles.import">,
  term: Bundle["terms"][number],
  locale: Locale,
): Promise<TermPreview> {
  const figures = term.figures ?? [];
  const groups = term.taskGroups ?? [];
  const reports = new Set([...figures, ...(term.submissions ?? [])].map(({ unit, period }) => `${unit} ${period}`));
  const inState = (state: FigureState) => figures.filter(({ status }) => status === state).length;
  return {
    ...{ code: term.id, name: term.name.normalize("NFC") },
    counts: {
      targets: term.targets.length,
      measures: term.targets.reduce((count, { measures }) => count + measures.length, 0),
      taskGroups: groups.length,
      tasks: groups.reduce((count, { tasks }) => count + (tasks?.length ?? 0), 0),
      reports: reports.size,
      explanations: (term.explanations ?? []).length,
    },
    figures: {
      ...{ accepted: inState("accepted"), submitted: inState("submitted") },
      ...{ returned: inState("returned"), draft: inState("draft") },
    },
    results: await readOverview(tx, { query: { term: term.id }, today: actor.on, locale }, false),
  };
}

/** Whether a bundle that was refused only because its terms exist says the same as what is stored. */
async function isIdentical(
  db: Parameters<typeof loadBundle>[0],
  bundle: Bundle,
  problems: readonly BundleProblem[],
): Promise<boolean> {
  if (problems.some(({ code }) => code !== "term_exists") || problems.length < bundle.terms.length) return false;
  const stored = await loadBundle(
    db,
    bundle.terms.map(({ id }) => id),
  );
  return JSON.stringify(stored.terms) === JSON.stringify(canonicalBundle(bundle).terms).normalize("NFC");
}

/** The name that confirms an import: of its first term, else of the first unit it brings. */
function confirmNameOf(bundle: Bundle): string {
  return nameText(bundle.terms[0]?.name ?? bundle.units[0]?.name ?? "");
}

function nameText(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ");
}

/** Marks and spaces between words count, upper and lower case do not. */
function isTyped(typed: string, name: string): boolean {
  return nameText(typed).toLocaleLowerCase("vi") === name.toLocaleLowerCase("vi");
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export interface ImportedBundle {
  readonly terms: readonly { readonly code: string; readonly name: string }[];
}

/**
 * Takes in the file that was previewed. Refuses any other (`file_changed`), a name that was not typed as it stands
 * (`name_not_typed`), and what the preview would refuse today.
 */
export async function importBundleFile(
  store: Store,
  actor: Authorized<"bundles.import">,
  file: Uint8Array,
  confirmed: { readonly hash: string; readonly typedName: string },
): Promise<ImportedBundle> {
  if (hashOf(file) !== confirmed.hash) throw new DomainError("file_changed");
  const reading = readBundleBytes(file);
  if (!reading.ok) throw new BundleRefused(reading.problems);
  if (!isTyped(confirmed.typedName, confirmNameOf(reading.bundle))) {
    throw new DomainError("name_not_typed", {}, { typedName: { code: "name_not_typed", values: {} } });
  }
  const codes = await importBundle(store, actor, reading.bundle);
  const names = new Map(reading.bundle.terms.map(({ id, name }) => [id, name.normalize("NFC")]));
  return { terms: codes.map((code) => ({ code, name: names.get(code) ?? code })) };
}

export interface ExportedBundle {
  readonly fileName: string;
  readonly text: string;
}

/** Gives terms out as a file (none named: all). That it left, with its hash, stands in the export and audit logs. */
export async function exportBundleFile(
  store: Store,
  actor: Authorized<"bundles.export">,
  asked: readonly string[],
): Promise<ExportedBundle> {
  const { bundle, codes } = await store.read(async (db) => {
    const stored = (await listTerms(db)).map(({ code }) => code);
    if (asked.some((code) => !stored.includes(code))) throw new DomainError("not_found");
    const wanted = stored.filter((code) => asked.length === 0 || asked.includes(code));
    return { bundle: await loadBundle(db, wanted), codes: wanted };
  });
  const text = writeBundle(bundle);
  const file = {
    ...{ report: "bundle", format: "json", fileName: bundleFileName(codes, actor.on), asOfOn: null, basis: null },
    termCode: codes.length === 1 ? (codes[0] ?? null) : null,
    hash: hashOf(Buffer.from(text)),
  };
  await store.transact(async (tx) => {
    const { accountId: id, login, displayName: name } = actor;
    await insertExport(tx, { id, login, name }, file, clock.now());
    await recordAudit(tx, actor, {
      action: "bundle.exported",
      subject: { type: "bundle", id: codes.join(", ") },
      before: null,
      after: { terms: codes, fileName: file.fileName, hash: file.hash },
    });
  });
  return { fileName: file.fileName, text };
}
