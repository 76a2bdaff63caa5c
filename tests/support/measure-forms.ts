// A measure's form as the screen fills it from what is stored.
import { findTermIdOfMeasure } from "@/db/queries/measures";
import { findTermIdOfTarget } from "@/db/queries/target-changes";
import type { Store } from "@/db/store";
import type { ChangeMeasure } from "@/domain/inputs/measures";
import { typedMeasureOf, type TypedMeasure } from "@/domain/typed-measures";
import { typedPlansOf } from "@/domain/typed-plans";
import { measureStateOf, readTermTargets, targetStateOf } from "@/server/term-targets";

/** The form of a stored measure with some fields changed, to be saved unless said otherwise. */
export async function measureForm(
  store: Store,
  measureId: string,
  typed: Partial<TypedMeasure>,
  reason: string | null = null,
): Promise<ChangeMeasure> {
  const { targets, units } = await readTermTargets(store.db, await findTermIdOfMeasure(store.db, measureId));
  const measure = targets.flatMap(({ measures }) => measures).find(({ id }) => id === measureId)!;
  const state = measureStateOf(measure, units);
  const filled = typedMeasureOf(state, typedPlansOf(measure.plans));
  return { mode: "save", measureId, base: state, typed: { ...filled, ...typed }, reason };
}

/** What a stored target's form was filled from. */
export async function targetState(store: Store, targetId: string) {
  const { targets } = await readTermTargets(store.db, await findTermIdOfTarget(store.db, targetId));
  return targetStateOf(targets.find(({ id }) => id === targetId)!);
}
