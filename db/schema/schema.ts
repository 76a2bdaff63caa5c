// The whole schema, written once. No cascades: nothing vanishes because something else does.
import { defineChanges } from "./changes";
import { defineEvidence } from "./evidence";
import { defineExplanations } from "./explanations";
import type { Kit } from "./kit";
import { defineLibrary } from "./library";
import { defineMeasures } from "./measures";
import { definePeople } from "./people";
import { definePeriods } from "./periods";
import { definePlans } from "./plans";
import { defineRecords } from "./records";
import { defineSnapshots } from "./snapshots";
import { defineSubmissions } from "./submissions";
import { defineTargets } from "./targets";
import { defineTasks } from "./tasks";
import { defineTerms } from "./terms";
import { defineTotals } from "./totals";
import { defineUnits } from "./units";

/** All tables of the product, with the columns of one engine. */
export function defineSchema(c: Kit) {
  const base = { ...defineUnits(c), ...defineLibrary(c), ...defineTerms(c) };
  const periods = { ...base, ...definePeriods(c, base) };
  const targets = { ...periods, ...defineTargets(c, periods) };
  const measures = { ...targets, ...defineMeasures(c, targets) };
  const parents = { ...measures, ...defineExplanations(c, measures) };
  return {
    ...parents,
    ...definePeople(c, parents),
    ...definePlans(c, parents),
    ...defineSubmissions(c, parents),
    ...defineTotals(c, parents),
    ...defineTasks(c, parents),
    ...defineEvidence(c, parents),
    ...defineRecords(c),
    ...defineChanges(c),
    ...defineSnapshots(c, parents),
  };
}

export type Tables = ReturnType<typeof defineSchema>;
