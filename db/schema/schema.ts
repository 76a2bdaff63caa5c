// The whole schema, written once. No cascades: nothing vanishes because something else does.
import type { Kit } from "./kit";
import { definePeople } from "./people";
import { defineRecords, defineSnapshots } from "./records";
import { defineSubmissions, defineTotals } from "./submissions";
import { defineMeasures, definePlans, defineTargets } from "./targets";
import { defineExplanations, defineTasks } from "./tasks";
import { definePeriods, defineTerms } from "./terms";
import { defineUnits } from "./units";

/** All tables of the product, with the columns of one engine. */
export function defineSchema(c: Kit) {
  const units = defineUnits(c);
  const people = definePeople(c, units);
  const terms = defineTerms(c);
  const periods = definePeriods(c, units, terms);
  const targets = defineTargets(c, terms);
  const measures = defineMeasures(c, units, terms, targets);
  const parents = { ...units, ...people, ...terms, ...periods, ...targets, ...measures };
  return {
    ...parents,
    ...definePlans(c, units, terms, measures),
    ...defineSubmissions(c, parents),
    ...defineTotals(c, parents),
    ...defineTasks(c, parents),
    ...defineExplanations(c, parents),
    ...defineRecords(c),
    ...defineSnapshots(c, parents),
  };
}

export type Tables = ReturnType<typeof defineSchema>;
