import type { BundleTask } from "@/domain/bundle/schema";

/** A dated step of a task. */
export type Update = readonly [on: string, state: "in_progress" | "done", text: string];

interface TaskTerms {
  readonly lead?: string;
  readonly supporting?: readonly string[];
  readonly dueOn: string;
  readonly targets: readonly string[];
  readonly result: string;
}

/** A task as the bundle holds it; its state is that of its last update. The committee leads unless a cell does. */
export function task(id: string, name: string, terms: TaskTerms, updates: readonly Update[]): BundleTask {
  return {
    id,
    name,
    leadUnit: terms.lead ?? "db",
    supportingUnits: [...(terms.supporting ?? [])],
    dueOn: terms.dueOn,
    targets: [...terms.targets],
    expectedResult: terms.result,
    state: updates.at(-1)?.[1] ?? "not_started",
    updates: updates.map(([on, state, text]) => ({ on, state, text })),
  };
}

export const CELLS_OF_2020 = ["cb1", "cb2", "cb3", "cb4", "cb5"];
