import { dated, inOrder, oneOf, present } from "./checks";
import { UNIT_EVENT_KINDS, UNIT_EVENT_SIDES, UNIT_KINDS } from "./closed-sets";
import type { Kit } from "./kit";

/** The organisation and its tree: names, parents and places are dated, reorganisations are events. */
export function defineUnits(c: Kit) {
  const organisations = c.table("organisations", {
    id: c.id(),
    name: c.text().notNull(),
    superior: c.text(),
    place: c.text(),
    bodyCode: c.text(),
    signatoryOnBehalfOf: c.text(),
    signatoryTitle: c.text(),
    signatoryName: c.text(),
  });
  const units = c.table(
    "units",
    {
      id: c.id(),
      code: c.text().notNull(),
      kind: c.choice(UNIT_KINDS).notNull(),
      fromOn: c.date().notNull(),
      toOn: c.date(),
    },
    (t) => [
      c.uniqueIndex("units_code_unique").on(t.code),
      oneOf(c, t.kind, UNIT_KINDS),
      ...dated(c, t.fromOn, t.toOn),
      ...present(c, t.code),
      inOrder(c, t.fromOn, t.toOn),
    ],
  );
  // A version holds until the day before the next one begins: a stored end could contradict it.
  const unitVersions = c.table(
    "unit_versions",
    {
      id: c.id(),
      unitId: c.text().notNull().references(() => units.id),
      fromOn: c.date().notNull(),
      name: c.text().notNull(),
      parentId: c.text().references(() => units.id),
      position: c.integer().notNull(),
    },
    (t) => [
      c.uniqueIndex("unit_versions_unique").on(t.unitId, t.fromOn),
      c.index("unit_versions_parent").on(t.parentId),
      ...dated(c, t.fromOn),
      ...present(c, t.name),
    ],
  );
  const unitEvents = c.table(
    "unit_events",
    {
      id: c.id(),
      code: c.text().notNull(),
      kind: c.choice(UNIT_EVENT_KINDS).notNull(),
      happenedOn: c.date().notNull(),
      decision: c.text(),
    },
    (t) => [
      c.uniqueIndex("unit_events_code_unique").on(t.code),
      oneOf(c, t.kind, UNIT_EVENT_KINDS),
      ...dated(c, t.happenedOn),
    ],
  );
  const unitEventParts = c.table(
    "unit_event_parts",
    {
      eventId: c.text().notNull().references(() => unitEvents.id),
      side: c.choice(UNIT_EVENT_SIDES).notNull(),
      unitId: c.text().notNull().references(() => units.id),
      position: c.integer().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.eventId, t.side, t.unitId] }),
      c.index("unit_event_parts_unit").on(t.unitId),
      oneOf(c, t.side, UNIT_EVENT_SIDES),
    ],
  );
  return { organisations, units, unitVersions, unitEvents, unitEventParts };
}

export type UnitTables = ReturnType<typeof defineUnits>;
