// The paces with which it is asked what a term comes to: of a slider, of a table, or typed.
import { greatestOf, HUNDRED, leastOf, toExact, ZERO, type Exact } from "./exact";
import type { ErrorCode } from "./errors";
import { isCeiling, isPercentage, isSummingCount, type Measure } from "./measures";
import { NUMBER_PROBLEM_CODES, readNumber } from "./number-text";
import { listPeriods } from "./periods";
import { lowerBound } from "./plans";
import { thousandthsToExact } from "./thousandths";
import { answerWhatIf, type Question } from "./what-if";

/** The paces that a question is asked with, all in the shown unit. */
export interface PaceChoice {
  /** Of a slider, evenly apart, the least first; at most some forty. */
  readonly positions: readonly Exact[];
  /** Where it stands at first: what is needed, else what is brought at present. */
  readonly first: Exact;
  /** Three or four about that, and what is brought at present, the least first. */
  readonly offered: readonly Exact[];
}

const MOST_STEPS = 40;
/** A slider of a count goes up to this at least; that of a percentage begins this many points below what is likely. */
const ROOM = toExact(5);

/** The least of 1, 2, 5, 10, 20, … by which a length is walked in at most 40 steps. */
function stepFor(length: Exact): Exact {
  for (let unit = toExact(1); ; unit = unit.mul(10)) {
    for (const digit of [1, 2, 5]) if (unit.mul(digit * MOST_STEPS).gte(length)) return unit.mul(digit);
  }
}

/** What an ended step has brought on the average; of what is averaged, the value itself. */
function presentPace({ input, steps, valueAfter }: Question): Exact {
  const actual = valueAfter(0, ZERO);
  const frequency = steps[0]?.frequency;
  if (!isSummingCount(input.measure) || frequency === undefined) return actual;
  const ended = listPeriods(input.term, frequency).length - steps.length;
  return ended === 0 ? actual : actual.div(ended);
}

/** What every step must bring for the end to equal the plan: the end grows evenly with the pace. */
function paceToPlan({ steps, plan, valueAfter }: Question): Exact {
  const [without, withOne] = [valueAfter(steps.length, ZERO), valueAfter(steps.length, toExact(1))];
  return lowerBound(plan).sub(without).div(withOne.sub(without));
}

/** The least position that keeps the rule; null under a ceiling, where none does, and where nothing is needed. */
function neededPace(question: Question, positions: readonly Exact[]): Exact | null {
  if (isCeiling(question.input.measure.rule)) return null;
  const needed = positions.find((pace) => answerWhatIf(question, pace).kept);
  return needed === undefined || needed.equals(ZERO) ? null : needed;
}

function listPositions(from: Exact, to: Exact): readonly Exact[] {
  const step = stepFor(to.sub(from));
  const first = from.div(step).floor();
  const count = Number(to.div(step).ceil().sub(first).n);
  return Array.from({ length: count + 1 }, (_, index) => first.add(index).mul(step));
}

function positionsOf(question: Question, present: Exact): readonly Exact[] {
  const likely = [present, paceToPlan(question)];
  const least = leastOf([...likely, HUNDRED]) ?? ZERO;
  const most = greatestOf(likely) ?? ZERO;
  if (!isPercentage(question.input.measure)) return listPositions(ZERO, greatestOf([most.mul(2), ROOM]) ?? ROOM);
  return listPositions(greatestOf([least.sub(ROOM), ZERO]) ?? ZERO, greatestOf([present, HUNDRED]) ?? HUNDRED);
}

/** The paces that a measure's question is asked with. */
export function choosePaces(question: Question): PaceChoice {
  const exact = presentPace(question);
  const positions = positionsOf(question, exact);
  const step = (positions[1] ?? toExact(1)).sub(positions[0] ?? ZERO);
  const present = exact.div(step).round().mul(step);
  const first = neededPace(question, positions) ?? present;
  const about = [present, first.sub(step), first, first.add(step)];
  return { positions, first, offered: positions.filter((position) => about.some((pace) => pace.equals(position))) };
}

export type PaceReading =
  { readonly ok: true; readonly pace: Exact } | { readonly ok: false; readonly code: ErrorCode };

/** A pace as it is typed: an amount, or a percentage that is at most 100 unless n may exceed d. */
export function readPace(text: string, measure: Measure): PaceReading {
  const kind = isPercentage(measure) ? "percent" : "count";
  const reading = readNumber(text, { kind, mayBeNegative: false });
  // Nobody asks for 1.250 %, and there is no place to choose a reading: what a number looks like is said.
  if (!reading.ok)
    return { ok: false, code: reading.code === "ambiguous" ? "bad_number" : NUMBER_PROBLEM_CODES[reading.code] };
  const pace = thousandthsToExact(reading.value);
  const isTooMuch = kind === "percent" && !measure.mayExceedBase && pace.gt(HUNDRED);
  return isTooMuch ? { ok: false, code: "percent_over_100" } : { ok: true, pace };
}
