// The due rules of a term as texts of their form, and as they are sent.
import { wholeNumberOf } from "@/components/changes/whole-number";
import type { DueRulesState } from "@/domain/inputs/periods";

type StoredRule = DueRulesState[number];

/** One rule as it stands in the form; what its way does not ask for is kept beside it. */
export type DueRuleTyping = {
  readonly frequency: StoredRule["frequency"];
  readonly way: "day" | "days";
  readonly dueDay: string;
  readonly monthsAfter: string;
  readonly daysAfter: string;
};

const USUAL_DAY = 25;
const USUAL_DAYS_AFTER = 20;

/** The rules of the frequencies that measures have, each from what is stored, else as usual: by the 25th. */
export function typeDueRules(stored: DueRulesState | null, frequencies: readonly StoredRule["frequency"][]) {
  return frequencies.map((frequency): DueRuleTyping => {
    const rule = stored?.find((own) => own.frequency === frequency);
    return {
      frequency,
      way: rule?.daysAfter == null ? "day" : "days",
      dueDay: String(rule?.dueDay ?? USUAL_DAY),
      monthsAfter: String(rule?.monthsAfter ?? 0),
      daysAfter: String(rule?.daysAfter ?? USUAL_DAYS_AFTER),
    };
  });
}

/** The rules as they are sent; those of frequencies that no measure has stay as they are. */
export function sentDueRules(typed: readonly DueRuleTyping[], stored: DueRulesState) {
  const others = stored.filter(({ frequency }) => typed.every((rule) => rule.frequency !== frequency));
  const kept = typeDueRules(
    others,
    others.map(({ frequency }) => frequency),
  );
  return [...typed, ...kept].map(({ frequency, way, dueDay, monthsAfter, daysAfter }) =>
    way === "day"
      ? { way, frequency, dueDay: wholeNumberOf(dueDay), monthsAfter: wholeNumberOf(monthsAfter) }
      : { way, frequency, daysAfter: wholeNumberOf(daysAfter) },
  );
}
