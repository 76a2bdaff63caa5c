// The sentences in which resolutions promise things, and the measure that each of them means (DOMAIN.md "Types of target").
import { readNumber, typedNumber, type NumberReading } from "./number-text";
import { EMPTY_MEASURE, type TypedMeasure } from "./typed-measures";
import { EMPTY_PLAN, EMPTY_PLANS, planShapeOf, type TypedPlans } from "./typed-plans";

type Template = Partial<Omit<TypedMeasure, "code" | "name" | "plans" | "unitCodes">> & {
  /** It speaks of the committee itself and not of its cells. */
  readonly ofCommittee?: boolean;
  /** What the sentence promises even where no number stands in it. */
  readonly plan?: string;
};

const YEARLY: Template = { frequency: "year", overTime: "each_year" };
const SHARE: Template = { ...YEARLY, kind: "level", overUnits: "share", plan: "3" };
const COUNT: Template = { kind: "count", unitLabel: "" };

const TEMPLATES = {
  eachYear: [YEARLY],
  mean: [{}],
  admissions: [COUNT],
  admissionsEachYear: [{ ...COUNT, overTime: "each_year", rule: "range" }],
  ofTermBase: [{ frequency: "year", base: "term" }],
  ofYearBase: [{ ...YEARLY, base: "years" }],
  allCells: [SHARE],
  shareOfCells: [SHARE],
  committeeLevel: [{ ...YEARLY, kind: "level", overUnits: "min", plan: "3", unitLabel: "", ofCommittee: true }],
  twoGroups: [{}, { rule: "more_than" }],
  within: [YEARLY, YEARLY],
  none: [{ ...COUNT, rule: "at_most", plan: "0" }],
  ceiling: [{ frequency: "year", overTime: "each_year", rule: "at_most" }],
  judged: [{ kind: "judged", rule: "judged", frequency: "year", overTime: "latest", unitLabel: "", ofCommittee: true }],
  money: [{ ...COUNT, frequency: "quarter", ofCommittee: true }],
} as const satisfies Record<string, readonly Template[]>;

export type WordingKey = keyof typeof TEMPLATES;

export const WORDING_KEYS = Object.keys(TEMPLATES) as readonly WordingKey[];

/** What the measures of a sentence are filled with: codes that are free, and the code of the committee. */
export interface WordingContext {
  readonly codes: readonly string[];
  readonly committeeCode: string | null;
}

/** The measures that a sentence means, one or two, with kind, rule and aggregation set. */
export function measuresOfWording(key: WordingKey, { codes, committeeCode }: WordingContext): readonly TypedMeasure[] {
  const templates: readonly Template[] = TEMPLATES[key];
  return templates.map(({ ofCommittee = false, plan, ...fields }, index) => ({
    ...EMPTY_MEASURE,
    ...fields,
    code: codes[index] ?? "",
    ...(ofCommittee && committeeCode !== null ? { appliesTo: "listed", unitCodes: [committeeCode] } : {}),
    plans: plan === undefined ? EMPTY_PLANS : { ...EMPTY_PLANS, term: { ...EMPTY_PLAN, plan } },
  }));
}

/** A number of a sentence, as written there. */
interface NumberToken {
  readonly text: string;
  readonly isPercent: boolean;
}

/** The plans that a sentence gives its measures, and for each the numbers to choose from where it does not say which. */
export interface PlanProposal {
  readonly plans: TypedPlans;
  readonly choices: readonly string[];
}

/** A whole written date, a document's number (`05-CT/TW`), or a number that follows the word for one. */
const NO_PROMISE = new RegExp(
  [
    String.raw`\d{1,2}[/-]\d{1,2}[/-]\d{4}`,
    String.raw`\d+\s*-\s*\p{L}+(?:/\p{L}+)?`,
    String.raw`(?:nghị quyết|chỉ thị|quyết định|kết luận|quy định|số|khóa|khoá|điều)\s+(?:số\s+)?\d+`,
    String.raw`\p{L}+\d+`,
    String.raw`(?:năm|nhiệm kỳ|giai đoạn|đến)\s+(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?`,
  ].join("|"),
  "giu",
);
const FRACTION = /(\d+)\s*\/\s*(\d+)/;
const NUMBER = /\d+(?:[.,]\d+)*(?:\s*%)?/g;
const PAIR = /(\d+(?:[.,]\d+)*)\s*%?\s*(?:-|–|đến)\s*(\d+(?:[.,]\d+)*)/u;

function listTokens(wording: string): readonly NumberToken[] {
  return [...wording.matchAll(NUMBER)].map(([text]) => ({
    text: text.replace(/\s*%$/, ""),
    isPercent: text.endsWith("%"),
  }));
}

/** How a number of a sentence reads: one text for the field, or the two that it may mean. */
function readingsOf(text: string, kind: "count" | "percent"): readonly string[] {
  const reading: NumberReading = readNumber(text, { kind, mayBeNegative: false });
  if (reading.ok) return [typedNumber(reading.value)];
  return reading.readings.map(typedNumber);
}

function levelOf(wording: string): string | null {
  const text = wording.toLocaleLowerCase("vi");
  if (text.includes("xuất sắc")) return "4";
  if (text.includes("hoàn thành tốt")) return "3";
  return text.includes("hoàn thành") ? "2" : null;
}

function proposeShare(measure: TypedMeasure, sentence: string): PlanProposal {
  const fraction = FRACTION.exec(sentence);
  const isAll = fraction !== null && fraction[1] === fraction[2];
  const found = listTokens(sentence).filter(({ isPercent }) => isPercent);
  const choices = isAll ? ["100"] : [...new Set(found.flatMap(({ text }) => readingsOf(text, "percent")))];
  const [only] = choices;
  const level = levelOf(sentence) ?? measure.plans.term.plan;
  const share = choices.length === 1 && only !== undefined ? only : "";
  return {
    plans: { ...measure.plans, term: { ...EMPTY_PLAN, plan: level }, share },
    choices: share === "" ? choices : [],
  };
}

function proposePair(measure: TypedMeasure, sentence: string): PlanProposal {
  const pair = PAIR.exec(sentence);
  const [lower = [], upper = []] = [pair?.[1], pair?.[2]].map((text) => readingsOf(text ?? "", "count"));
  if (lower.length !== 1 || upper.length !== 1) return { plans: measure.plans, choices: [] };
  return { plans: { ...measure.plans, term: { plan: lower[0] ?? "", upper: upper[0] ?? "" } }, choices: [] };
}

/**
 * The plans that stand in a sentence, read by the one parser (CALCULATION.md §1). One number for each measure is taken
 * in the sentence's order; where there are more, or one reads in two ways, the numbers are left to choose from and
 * none is guessed. Years, dates and the numbers of documents are no promise.
 */
export function proposePlans(wording: string, measures: readonly TypedMeasure[]): readonly PlanProposal[] {
  const sentence = wording.replace(NO_PROMISE, " ");
  return measures.map((measure, index): PlanProposal => {
    const shape = planShapeOf(measure);
    if (shape === "none") return { plans: measure.plans, choices: [] };
    if (shape === "share") return proposeShare(measure, sentence);
    if (shape === "pair") return proposePair(measure, sentence);
    if (measure.kind === "level") {
      const plan = levelOf(sentence) ?? measure.plans.term.plan;
      return { plans: { ...measure.plans, term: { ...EMPTY_PLAN, plan } }, choices: [] };
    }
    const isRate = measure.kind !== "count";
    const tokens = listTokens(sentence).filter(({ isPercent }) => isPercent === isRate);
    const readings = tokens.map(({ text }) => readingsOf(text, isRate ? "percent" : "count"));
    const own = readings.length === measures.length ? (readings[index] ?? []) : readings.flat();
    const [only] = own;
    if (own.length !== 1 || only === undefined) return { plans: measure.plans, choices: [...new Set(own)] };
    return { plans: { ...measure.plans, term: { ...EMPTY_PLAN, plan: only } }, choices: [] };
  });
}
