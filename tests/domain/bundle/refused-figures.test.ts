// Nothing is half-read: each refusal names its path (CALCULATION.md §7).
import { describe } from "vitest";
import { figure, FIGURES_PATH, rate, testRefusals, type Refusal } from "../support/refusals";

const refusals: readonly Refusal[] = [
  [
    "a month for a yearly measure",
    { figures: [figure({ period: "2016-03" })] },
    `${FIGURES_PATH}.0.period`,
    "wrong_frequency",
  ],
  ["a year for a monthly measure", { measure: { frequency: "month" } }, `${FIGURES_PATH}.0.period`, "wrong_frequency"],
  ["a year outside the term", { figures: [figure({ period: "2018" })] }, `${FIGURES_PATH}.0.period`, "outside_term"],
  [
    "a month outside the term",
    { measure: { frequency: "month" }, figures: [figure({ period: "2018-01" })] },
    `${FIGURES_PATH}.0.period`,
    "outside_term",
  ],
  [
    "a month 13",
    { measure: { frequency: "month" }, figures: [figure({ period: "2016-13" })] },
    `${FIGURES_PATH}.0.period`,
    "unknown_period",
  ],
  ["a period of no form", { figures: [figure({ period: "spring" })] }, `${FIGURES_PATH}.0.period`, "unknown_period"],
  [
    "a figure of the committee for a measure of cells",
    { figures: [figure({ unit: "db" })] },
    `${FIGURES_PATH}.0.unit`,
    "unit_not_asked",
  ],
  [
    "a level for a count",
    { figures: [figure({ n: undefined, level: 3 })] },
    `${FIGURES_PATH}.0.level`,
    "wrong_kind_of_value",
  ],
  ["d for a count", { figures: [figure({ d: "2" })] }, `${FIGURES_PATH}.0.d`, "wrong_kind_of_value"],
  [
    "n beside not-applicable",
    { figures: [figure({ notApplicable: true })] },
    `${FIGURES_PATH}.0.n`,
    "wrong_kind_of_value",
  ],
  ["no value at all", { figures: [figure({ n: undefined })] }, `${FIGURES_PATH}.0`, "no_value"],
  ["n of a rate alone", { measure: rate }, `${FIGURES_PATH}.0.d`, "half_a_rate"],
  [
    "d of a rate alone",
    { measure: rate, figures: [figure({ n: undefined, d: "5" })] },
    `${FIGURES_PATH}.0.n`,
    "half_a_rate",
  ],
  [
    "d beside a fixed base",
    { measure: { ...rate, fixedBase: { term: "400" } }, figures: [figure({ d: "5" })] },
    `${FIGURES_PATH}.0.d`,
    "base_is_fixed",
  ],
  [
    "a negative n of a rate",
    { measure: rate, figures: [figure({ n: "-1", d: "5" })] },
    `${FIGURES_PATH}.0.n`,
    "negative",
  ],
  [
    "a negative d of a rate",
    { measure: rate, figures: [figure({ n: "0", d: "-5" })] },
    `${FIGURES_PATH}.0.d`,
    "negative",
  ],
  ["n above d", { measure: rate, figures: [figure({ n: "6", d: "5" })] }, `${FIGURES_PATH}.0.n`, "n_exceeds_d"],
  [
    "an earlier value of another kind",
    { figures: [figure({ history: [{ at: "2016-04-02", level: 2 }] })] },
    `${FIGURES_PATH}.0.history.0.level`,
    "wrong_kind_of_value",
  ],
];

describe("a figure is refused for", () => {
  testRefusals(refusals);
});
