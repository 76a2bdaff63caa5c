// Questions as lists show them: what each is about, and where it stands.
import { listExplanations, type StoredExplanation, type WrittenMessage } from "@/db/queries/explanations";
import type { StoredTerm } from "@/db/queries/terms";
import type { ReadDb } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { isAnswerOverdue, standingOfExplanation, statusOfExplanation } from "@/domain/explanations";
import type { Actor } from "@/domain/roles";
import { unitVersionAt } from "@/domain/units";
import { maySeeExplanation, readSubjects, type ExplanationContext } from "../explanation-context";
import type { ExplanationAbout, ExplanationItem } from "./explanation-views";
import type { Wording } from "./figure-texts";
import { periodTitle } from "./period-texts";

/** A stored question with what it is about. */
export interface ReadExplanation {
  readonly stored: StoredExplanation<WrittenMessage>;
  readonly context: ExplanationContext;
}

/** A term's questions that somebody may see, in the order in which they were asked. */
export async function readTermExplanations(
  db: ReadDb,
  term: StoredTerm,
  actor: Actor,
  today: CalendarDate,
): Promise<readonly ReadExplanation[]> {
  const stored = await listExplanations(db, term.id);
  if (stored.length === 0) return [];
  const subjectOf = await readSubjects(db, term);
  return stored
    .map((explanation) => ({ stored: explanation, context: subjectOf(explanation) }))
    .filter(({ context }) => maySeeExplanation(actor, context, today));
}

/** What a question is about, in words; the unit is named as it was then. */
export function aboutText(context: ExplanationContext, today: CalendarDate, wording: Wording): ExplanationAbout {
  const { target, measure, period, unit } = context;
  const unitName = unitVersionAt(unit, period?.endsOn ?? today).name;
  const periodName = period && periodTitle(period, wording);
  if (measure) return { title: [measure.name, periodName].filter(Boolean).join(", "), unitName };
  if (target) {
    return {
      title: wording.t("explanations.about.target", { position: target.position, name: target.name }),
      unitName,
    };
  }
  const title = periodName ? wording.t("entry.report", { period: periodName }) : wording.t("explanations.about.unit");
  return { title, unitName };
}

/** A question as a list shows it. */
export function buildItem(
  { stored, context }: ReadExplanation,
  today: CalendarDate,
  wording: Wording,
): ExplanationItem {
  const standing = standingOfExplanation(stored);
  const questions = stored.messages.filter(({ kind }) => kind === "question");
  return {
    ...aboutText(context, today, wording),
    ...{ code: stored.code, termCode: context.term.code, answerBy: stored.answerBy },
    status: statusOfExplanation(standing),
    askedOn: questions.at(-1)?.writtenOn ?? null,
    overdue: isAnswerOverdue(standing.state, stored.answerBy, today),
    question: questions.at(-1)?.text ?? "",
  };
}
