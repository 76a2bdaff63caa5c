/** The parts of a resolution that bundles name by a code; any other group is its own name. */
export const TARGET_GROUPS = ["political_tasks", "party_building", "mass_mobilisation"] as const;

export type TargetGroup = (typeof TARGET_GROUPS)[number];

/** Whether a target's group is one that has words in every language. */
export function isKnownGroup(group: string): group is TargetGroup {
  return (TARGET_GROUPS as readonly string[]).includes(group);
}
