// The texts of a plan's form, of what is stored.
import type { PlanState } from "@/domain/inputs/plans";
import type { Provenance } from "@/domain/measures";
import type { PlansState } from "@/domain/typed-plans";

type TypedBounds = { readonly plan: string; readonly upper: string };

/** What stands in the form of a plan. */
export type PlanTyping = {
  readonly plans: {
    readonly term: TypedBounds;
    readonly share: string;
    readonly years: Record<string, TypedBounds>;
  };
  readonly provenance: Provenance;
  readonly fromOn: string;
};

/** A stored number as it is typed: with a comma, so that it reads as one value only. */
function typedText(text: string): string {
  return text.replace(".", ",");
}

function typedBounds(value: PlansState["plan"]): TypedBounds {
  if (value === null) return { plan: "", upper: "" };
  if (typeof value === "string") return { plan: typedText(value), upper: "" };
  return { plan: typedText(value[0]), upper: typedText(value[1]) };
}

/** The form as it is filled: the newest plan, to begin on the day that is proposed. */
export function typePlan(stored: PlanState | null, yearIds: readonly string[], fromOn: string): PlanTyping {
  const newest = stored?.versions.at(-1)?.plans ?? null;
  return {
    plans: {
      term: typedBounds(newest?.plan ?? null),
      share: typedText(newest?.sharePlan ?? ""),
      years: Object.fromEntries(yearIds.map((id) => [id, typedBounds(newest?.yearPlans[id] ?? null)])),
    },
    provenance: stored?.provenance ?? "stated",
    fromOn,
  };
}
