// The leadership asks, the unit answers, the leadership closes: each step in one transaction, audited.
import {
  findExplanation,
  insertExplanations,
  insertMessage,
  listExplanations,
  updateExplanation,
  type ExplanationChange,
  type StoredMessage,
} from "@/db/queries/explanations";
import { newId } from "@/db/ids";
import type { Db, ReadDb, Store } from "@/db/store";
import type { AuditAction } from "@/domain/audit";
import type { CalendarDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { decideExplanation, standingOfExplanation, type ExplanationCommand } from "@/domain/explanations";
import type { AnswerExplanation, AskExplanation, AskFurther, EndExplanation } from "@/domain/inputs/explanations";
import { permit, type Authorized, type Permission } from "@/domain/permissions";
import { nextCode } from "@/domain/tasks";
import { readExplanationContext, readNewSubject, type ExplanationContext } from "../explanation-context";
import { requireRunning } from "../report-context";
import { recordAudit } from "./audit";
import { once } from "./requests";

/** What the sender needs to go on from. */
export interface ExplanationAnswer {
  readonly termCode: string;
  readonly code: string;
  readonly version: number;
}

type Action = Extract<AuditAction, `explanation.${string}`>;

/**
 * Asks a unit about a target, a figure or a report. Refuses what is not there (`not_found`), a unit that no longer
 * exists (`unit_not_there`), a figure that the unit is not asked for (`measure_not_applicable`), a period that has not
 * begun (`period_not_open`), a day that has passed (`day_in_past`), and terms that are not in force.
 */
export function askExplanation(
  store: Store,
  actor: Authorized<"explanations.ask">,
  input: AskExplanation,
  now: string,
): Promise<ExplanationAnswer> {
  return store.transact((tx) =>
    once(tx, actor, { id: input.requestId, action: "explanation.ask", at: now }, async () => {
      const subject = await readNewSubject(tx, input, actor.on);
      permit(actor, { unitId: subject.unit.id });
      requireDay(input.answerBy, actor.on);
      const codes = (await listExplanations(tx, subject.term.id)).map(({ code }) => code);
      const asked = {
        ...{ id: newId(), code: nextCode("x", codes), version: 1 },
        ...{ unitId: subject.unit.id, targetId: input.targetId, measureId: input.measureId, periodId: input.periodId },
        ...{ state: decideExplanation(null, "ask"), answerBy: input.answerBy },
        messages: [messageOf("question", input.text, actor.on)],
      };
      await insertExplanations(tx, subject.term.id, [asked], now, actor.accountId);
      const context = await readExplanationContext(tx, { ...asked, termId: subject.term.id });
      await audit(tx, actor, "explanation.asked", { context, before: null, change: asked, text: input.text });
      return { termCode: subject.term.code, code: asked.code, version: asked.version };
    }),
  );
}

/** Asks further about what was answered: it is open again. */
export function askFurther(
  store: Store,
  actor: Authorized<"explanations.ask">,
  input: AskFurther,
  now: string,
): Promise<ExplanationAnswer> {
  requireDay(input.answerBy, actor.on);
  const { text, answerBy } = input;
  return step(store, actor, input, now, {
    command: "ask",
    action: "explanation.asked",
    ...{ message: { kind: "question", text }, change: { answerBy } },
  });
}

/** Answers for the unit that was asked. What was answered before stays above it. */
export function answerExplanation(
  store: Store,
  actor: Authorized<"explanations.answer">,
  input: AnswerExplanation,
  now: string,
): Promise<ExplanationAnswer> {
  const message = { kind: "answer" as const, text: input.text };
  return step(store, actor, input, now, { command: "answer", action: "explanation.answered", message, change: {} });
}

/** Closes what was answered: the answer is enough. */
export function closeExplanation(
  store: Store,
  actor: Authorized<"explanations.ask">,
  input: EndExplanation,
  now: string,
): Promise<ExplanationAnswer> {
  return step(store, actor, input, now, { command: "close", action: "explanation.closed", message: null, change: {} });
}

/** Takes a question back that nobody has answered. It stays on record, and asks nothing any more. */
export function withdrawExplanation(
  store: Store,
  actor: Authorized<"explanations.ask">,
  input: EndExplanation,
  now: string,
): Promise<ExplanationAnswer> {
  const action = "explanation.withdrawn";
  return step(store, actor, input, now, { command: "withdraw", action, message: null, change: {} });
}

interface Step {
  readonly command: ExplanationCommand;
  readonly action: Action;
  readonly message: Omit<StoredMessage, "writtenOn"> | null;
  readonly change: ExplanationChange;
}

function step<P extends Permission>(
  store: Store,
  actor: Authorized<P>,
  input: EndExplanation,
  now: string,
  { command, action, message, change }: Step,
): Promise<ExplanationAnswer> {
  return store.transact((tx) =>
    once(tx, actor, { id: input.requestId, action: `explanation.${command}_on`, at: now }, async () => {
      const stored = await requireExplanation(tx, input.explanationId);
      const context = await readExplanationContext(tx, stored);
      permit(actor, { unitId: context.unit.id });
      if (stored.version !== input.version) throw new DomainError("stale_version");
      requireRunning(context);
      const state = decideExplanation(standingOfExplanation(stored), command);
      if (message)
        await insertMessage(tx, stored, messageOf(message.kind, message.text, actor.on), stampOf(actor, now));
      const changed = await updateExplanation(tx, stored, { ...change, state });
      await audit(tx, actor, action, { context, before: stored, change: changed, text: message?.text ?? null });
      return { termCode: context.term.code, code: changed.code, version: changed.version };
    }),
  );
}

async function requireExplanation(db: ReadDb, id: string) {
  const stored = await findExplanation(db, id);
  if (stored === null) throw new DomainError("not_found");
  return stored;
}

function requireDay(answerBy: CalendarDate | null, today: CalendarDate): void {
  if (answerBy === null || answerBy >= today) return;
  throw new DomainError("invalid_input", {}, { answerBy: { code: "day_in_past", values: {} } });
}

function messageOf(kind: StoredMessage["kind"], text: string, writtenOn: CalendarDate): StoredMessage {
  return { kind, text, writtenOn };
}

function stampOf<P extends Permission>({ accountId }: Authorized<P>, at: string) {
  return { by: accountId, at };
}

interface AuditedStep {
  readonly context: ExplanationContext;
  readonly before: ExplanationChange | null;
  readonly change: ExplanationChange & { readonly id: string; readonly code: string };
  /** What was asked or answered. */
  readonly text: string | null;
}

async function audit<P extends Permission>(
  tx: Db,
  actor: Authorized<P>,
  action: Action,
  { context, before, change, text }: AuditedStep,
): Promise<void> {
  const { term, unit, target, measure, period } = context;
  const about = {
    ...{ term: term.code, code: change.code, unit: unit.code },
    ...{ target: target?.code ?? null, measure: measure?.code ?? null, period: period?.key ?? null },
  };
  const stateOf = ({ state, answerBy }: ExplanationChange) => ({
    ...about,
    state: state ?? null,
    answerBy: answerBy ?? null,
  });
  await recordAudit(tx, actor, {
    action,
    subject: { type: "explanation", id: change.id },
    before: before && stateOf(before),
    after: { ...stateOf(change), text },
  });
}
