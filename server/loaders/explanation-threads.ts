// One question with everything that was written about it.
import "server-only";
import { notFound } from "next/navigation";
import { listAccounts } from "@/db/queries/accounts";
import { listTerms } from "@/db/queries/terms";
import type { ReadDb } from "@/db/store";
import { mayDecide, standingOfExplanation, type ExplanationCommand } from "@/domain/explanations";
import { may, type Authorized, type Permission } from "@/domain/permissions";
import { getStore } from "../store";
import { defaultTerm, seesDrafts, visibleTerms } from "./asked-view";
import { readAnswerEvidence } from "./evidence-files";
import { readExplainedFigure } from "./explained-figures";
import { buildItem, readTermExplanations, type ReadExplanation } from "./explanation-items";
import type { ThreadView } from "./explanation-views";
import type { Wording } from "./figure-texts";
import { loadWording } from "./load-wording";

/** One question with its answers; what this person may not see is not there at all. */
export async function loadThread(
  actor: Authorized<"explanations.view">,
  code: string,
  termCode: string | undefined,
): Promise<ThreadView> {
  const wording = await loadWording();
  const view = await (await getStore()).read((db) => readThread(db, actor, { code, termCode }, wording));
  return view ?? notFound();
}

/** The same from a consistent snapshot, without a request; null where there is none to see. */
export async function readThread(
  db: ReadDb,
  actor: Authorized<"explanations.view">,
  address: { readonly code: string; readonly termCode: string | undefined },
  wording: Wording,
): Promise<ThreadView | null> {
  const terms = visibleTerms(await listTerms(db), seesDrafts(actor, actor.on));
  const term = terms.find(({ code }) => code === address.termCode) ?? defaultTerm(terms, actor.on);
  if (term === null) return null;
  const read = await readTermExplanations(db, term, actor, actor.on);
  const found = read.find(({ stored }) => stored.code === address.code);
  return found ? buildThread(db, found, actor, wording) : null;
}

async function buildThread(
  db: ReadDb,
  read: ReadExplanation,
  actor: Authorized<Permission>,
  wording: Wording,
): Promise<ThreadView> {
  const { stored, context } = read;
  const { unit, measure, period } = context;
  const names = new Map((await listAccounts(db)).map(({ id, displayName }) => [id, displayName]));
  const standing = standingOfExplanation(stored);
  const can = (permission: Permission, command: ExplanationCommand) =>
    context.term.state === "running" && may(actor, permission, unit.id, actor.on) && mayDecide(standing, command);
  const mayAnswer = can("explanations.answer", "answer");
  return {
    ...buildItem(read, actor.on, wording),
    ...{ id: stored.id, version: stored.version },
    messages: stored.messages.map(({ kind, text, writtenOn, createdBy }) => ({
      ...{ kind, text, writtenOn },
      by: createdBy === null ? null : (names.get(createdBy) ?? null),
    })),
    figure: await readExplainedFigure(db, context, wording),
    place: period && { unitCode: unit.code, periodKey: period.key, measureCode: measure?.code ?? null },
    mayOpenReport: may(actor, "submissions.view", unit.id, actor.on),
    targetCode: context.target?.code ?? null,
    evidence: await readAnswerEvidence(db, actor, stored.id, mayAnswer),
    mayAnswer,
    mayAsk: can("explanations.ask", "ask"),
    mayClose: can("explanations.ask", "close"),
    mayWithdraw: can("explanations.ask", "withdraw"),
  };
}
