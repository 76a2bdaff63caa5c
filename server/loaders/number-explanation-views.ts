// What the page "where does this number come from" shows: every figure a ready text.
import type { NumberName } from "@/domain/number-names";
import type { TargetMeasureView } from "./targets";
import type { ViewState } from "./view-state";

/** A calculation in words and with its numbers: `100 × Có mặt ÷ Phải dự` and `100 × 5.599 ÷ 5.770`. */
export interface FormulaView {
  readonly words: string;
  readonly numbers: string;
}

/** Where a part can be looked at more closely. */
export type PartLink =
  | { readonly to: "year"; readonly yearId: string }
  | { readonly to: "period"; readonly periodKey: string }
  | { readonly to: "figure"; readonly unitCode: string; readonly periodKey: string };

/** A year, a period or a unit's figure that the number is made of. Texts; null where there is nothing to tell. */
export interface NumberPart {
  readonly key: string;
  readonly label: string;
  readonly n: string | null;
  readonly d: string | null;
  readonly value: string | null;
  readonly reports: { readonly received: number; readonly expected: number } | null;
  readonly link: PartLink | null;
  /** Of a unit's figure alone. */
  readonly entry: NumberEntry | null;
}

/** What became of a unit's figure: who sent and who accepted it, and what was said about it. */
export interface NumberEntry {
  readonly state: "accepted" | "submitted" | "missing" | "withheld";
  readonly notApplicable: boolean;
  readonly estimate: boolean;
  /** Names are for those who may see the unit's reports. */
  readonly sentBy: string | null;
  /** UTC. */
  readonly sentAt: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly imported: boolean;
  readonly note: string | null;
  readonly correction: string | null;
}

export interface NumberParts {
  readonly of: "years" | "periods" | "units";
  readonly hasBase: boolean;
  readonly rows: readonly NumberPart[];
}

/** One number with the way down to what was entered. */
export interface NumberExplanationView {
  readonly state: ViewState;
  readonly termName: string;
  readonly target: { readonly code: string; readonly name: string; readonly position: number };
  readonly measure: Pick<
    TargetMeasureView,
    "id" | "name" | "kind" | "rule" | "overUnits" | "overTime" | "frequency" | "unitLabel"
  >;
  readonly nLabel: string | null;
  readonly dLabel: string | null;
  readonly number: NumberName;
  /** The year or period that the number is of. */
  readonly of: string | null;
  readonly yearId: string | null;
  readonly unit: { readonly code: string; readonly name: string } | null;
  readonly value: string | null;
  readonly provisional: boolean;
  /** What a report writes of the result; null where the number is another. */
  readonly sentence: string | null;
  /** Null for a judgement, which is read and not computed. */
  readonly formula: FormulaView | null;
  readonly parts: NumberParts | null;
  /** The kept total says something else than the figures behind it: the office is asked to have the totals checked. */
  readonly disagrees: boolean;
}
