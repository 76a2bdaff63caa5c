// "2 each quarter → 11": what a measure comes to at a pace that the reader chooses, in ready texts.
import { displayEntered, localiseDecimal } from "@/domain/display";
import type { ErrorCode } from "@/domain/errors";
import type { Exact } from "@/domain/exact";
import { isCeiling, isPercentage, type Frequency, type Measure } from "@/domain/measures";
import { choosePaces, readPace, type PaceChoice } from "@/domain/pace-choices";
import { answerWhatIf, askWhatIf, type Question, type WhatIf } from "@/domain/what-if";
import { figureText, planText, valueText, type Wording } from "./figure-texts";
import { periodTitle } from "./period-texts";
import type { MeasureResult } from "./term-results";

/** What an address asks: `?whatIf=2`, of the first measure that can be asked, or `&measure=m2`. */
export interface WhatIfQuery {
  readonly whatIf?: string | undefined;
  readonly measure?: string | undefined;
}

/** A pace and what comes of it. */
export interface WhatIfAnswer {
  /** As it is typed: `2`, `97,5`. */
  readonly typed: string;
  readonly pace: string;
  readonly end: string;
  /** `đạt chỉ tiêu trong quý II năm 2025`. */
  readonly outcome: string;
  /** All of it in one sentence. */
  readonly sentence: string;
}

/** The question that a measure can be asked, and its answers. */
export interface WhatIfView {
  /** What a step is: a quarter for a count of months, a year for a mean of years, else the measure's own period. */
  readonly frequency: Frequency;
  readonly stepsLeft: number;
  readonly unit: string;
  /** What the field holds: as typed, or the pace that is proposed. */
  readonly typed: string;
  /** Why what was typed cannot be answered. */
  readonly problem: ErrorCode | null;
  readonly answer: WhatIfAnswer | null;
  /** Of the slider, the least first. */
  readonly positions: readonly WhatIfAnswer[];
  /** The typed text of those that stand in the table, which needs no script. */
  readonly offered: readonly string[];
}

type OutcomeKey = "reached" | "already" | "keeps" | "within" | "missed" | "falls" | "passes";

function outcomeKey({ kind, rule }: Measure, { kept, since }: WhatIf): OutcomeKey {
  if (isCeiling(rule)) return kept ? "within" : "passes";
  if (kept) return since !== null ? "reached" : kind === "count" ? "already" : "keeps";
  return since === null ? "missed" : "falls";
}

function typedText(pace: Exact, { locale }: Wording): string {
  return localiseDecimal(displayEntered(pace), locale).replace(locale === "vi" ? /\./g : /,/g, "");
}

function buildAnswer(
  { measure, input }: MeasureResult,
  question: Question,
  pace: Exact,
  wording: Wording,
): WhatIfAnswer {
  const { t } = wording;
  const result = answerWhatIf(question, pace);
  const outcome = t(`whatIf.outcome.${outcomeKey(measure, result)}`, {
    plan: planText(measure, question.plan, wording),
    period: result.since === null ? "" : periodTitle(result.since, wording),
    timed: result.since === null ? "no" : "yes",
  });
  const texts = {
    pace: figureText(measure, displayEntered(pace), wording),
    end: valueText(measure, result.end, question.plan, wording),
    outcome,
  };
  const frequency = question.steps[0]?.frequency ?? input.measure.frequency;
  const kind = isPercentage(measure) ? "rate" : "count";
  const sentence = t(`whatIf.answer.${kind}`, { ...texts, frequency, unit: measure.unitLabel ?? "" });
  return { typed: typedText(pace, wording), ...texts, sentence };
}

function asked(choice: PaceChoice, measure: Measure, text: string | undefined) {
  if (text === undefined) return { pace: choice.first, problem: null };
  const reading = readPace(text, measure);
  return reading.ok ? { pace: reading.pace, problem: null } : { pace: null, problem: reading.code };
}

/** The measure's question with its answers; null where nothing can be asked. `text` is what the address asks. */
export function buildWhatIfView(result: MeasureResult, text: string | undefined, wording: Wording): WhatIfView | null {
  const { measure, input } = result;
  const question = askWhatIf(input);
  if (question === null) return null;
  const choice = choosePaces(question);
  const { pace, problem } = asked(choice, measure, text);
  const answerTo = (each: Exact) => buildAnswer(result, question, each, wording);
  return {
    frequency: question.steps[0]?.frequency ?? measure.frequency,
    stepsLeft: question.steps.length,
    unit: measure.unitLabel ?? (isPercentage(measure) ? "%" : ""),
    typed: pace === null ? (text ?? "") : typedText(pace, wording),
    problem,
    answer: pace === null ? null : answerTo(pace),
    positions: choice.positions.map(answerTo),
    offered: choice.offered.map((each) => typedText(each, wording)),
  };
}

/** The measure that an address asks about: the one it names, else the first that can be asked. */
export function findAsked(measures: readonly MeasureResult[], { measure }: WhatIfQuery): MeasureResult | undefined {
  if (measure !== undefined) return measures.find((result) => result.measure.code === measure);
  return measures.find(({ input }) => askWhatIf(input) !== null);
}
