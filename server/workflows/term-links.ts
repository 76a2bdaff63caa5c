// How a term's targets go back to those of the term before, edited after the term was made.
import { listTargetLinks, listTargets, replaceTargetLinks, type StoredTarget } from "@/db/queries/targets";
import { findTermByCode, listTerms, type StoredTerm } from "@/db/queries/terms";
import type { Db, ReadDb, Store } from "@/db/store";
import { refuseFields, type FieldError } from "@/domain/errors";
import type { SaveLinks } from "@/domain/inputs/terms";
import type { Authorized } from "@/domain/permissions";
import { applyChange, type ChangeAnswer } from "./changes";
import { requireOpen } from "./governed-rules";
import { refuseOvertaken } from "./overtaken";
import { requireTerm, type TermAnswer } from "./terms";

type LinkForm = SaveLinks["typed"];

/** Replaces the links to the term before. A redefinition needs its reason; each target is linked once. */
export function saveLinks(
  store: Store,
  actor: Authorized<"terms.configure">,
  input: SaveLinks,
): Promise<ChangeAnswer<TermAnswer>> {
  const { mode, termId, base, typed } = input;
  const work = async (tx: Db) => {
    const term = await requireTerm(tx, termId);
    requireOpen(term);
    const subject = { type: "term" as const, id: term.id };
    const before = await readLinksState(tx, term.id);
    await refuseOvertaken(tx, subject, { base, current: audited(before) });
    const previous = await readPreviousTargets(tx, term);
    checkLinks(typed.links, await listTargets(tx, term.id), previous.targets);
    const previousTermCode = ({ previousTargetCode }: LinkForm["links"][number]) =>
      previousTargetCode === null ? null : previous.termCode;
    const links = typed.links.map((link) => ({ ...link, previousTermCode: previousTermCode(link) }));
    await replaceTargetLinks(tx, term.id, links);
    return {
      event: { action: "term.links_changed" as const, subject, before: audited(before), after: audited(typed) },
      data: { code: term.code },
    };
  };
  return applyChange(store, actor, { mode, measured: false, work });
}

/** A term's links as its form is filled from them. */
export async function readLinksState(db: ReadDb, termId: string): Promise<LinkForm> {
  const links = await listTargetLinks(db, termId);
  return { links: links.map(({ previousTermCode: _, ...link }) => link) };
}

const audited = ({ links }: LinkForm) => ({ links: links.map((link) => ({ ...link })) });

/** What a target can go back to. */
export interface PreviousTargets {
  /** Null for the first term of all. */
  readonly termCode: string | null;
  /** Null where the term is known by its code only: it was never brought in. */
  readonly termName: string | null;
  readonly targets: readonly { readonly code: string; readonly name: string }[];
}

/** The targets of the term that the links name, else of the last one that ended before; by code where it is not here. */
export async function readPreviousTargets(db: ReadDb, term: StoredTerm): Promise<PreviousTargets> {
  const links = await listTargetLinks(db, term.id);
  const named = links.find((link) => link.previousTermCode !== null)?.previousTermCode;
  const earlier = (await listTerms(db)).findLast(({ endsOn }) => endsOn < term.startsOn);
  const termCode = named ?? earlier?.code ?? null;
  const previous = termCode === null ? null : await findTermByCode(db, termCode);
  const targets = previous ? await listTargets(db, previous.id) : [];
  const unknown = links
    .flatMap(({ previousTargetCode }) => previousTargetCode ?? [])
    .filter((code, index, codes) => codes.indexOf(code) === index && targets.every((target) => target.code !== code));
  return {
    ...{ termCode, termName: previous?.name ?? null },
    targets: [...targets.map(({ code, name }) => ({ code, name })), ...unknown.map((code) => ({ code, name: code }))],
  };
}

function checkLinks(
  links: LinkForm["links"],
  targets: readonly StoredTarget[],
  previous: PreviousTargets["targets"],
): void {
  const problems: Record<string, FieldError> = {};
  links.forEach(({ kind, reason, targetId, previousTargetCode }, index) => {
    const refuse = (field: string, code: FieldError["code"]) => {
      problems[`links.${index}.${field}`] = { code, values: {} };
    };
    if (kind === "redefined" && !reason) refuse("reason", "reason_required");
    if (kind !== "new" && previousTargetCode === null) refuse("previousTargetCode", "required");
    if (previousTargetCode !== null && previous.every(({ code }) => code !== previousTargetCode))
      refuse("previousTargetCode", "bad_choice");
    const isTwice = targetId !== null && links.findIndex((link) => link.targetId === targetId) < index;
    const isForeign = targetId !== null && targets.every(({ id }) => id !== targetId);
    if (isTwice || isForeign || (targetId === null) !== (kind === "dropped")) refuse("targetId", "bad_choice");
  });
  refuseFields(problems);
}
