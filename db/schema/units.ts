import { dated, inOrder, oneOf, present } from "./checks";
import { UNIT_EVENT_KINDS, UNIT_EVENT_SIDES, UNIT_KINDS } from "./closed-sets";
import type { Kit, Parents } from "./kit";

function organisationsTable(c: Kit) {
  return c.table("organisations", {
    id: c.id(),
    name: c.text().notNull(),
    superior: c.text(),
    place: c.text(),
    bodyCode: c.text(),
    signatoryOnBehalfOf: c.text(),
    signatoryTitle: c.text(),
    signatoryName: c.text(),
  });
}

function unitsTable(c: Kit) {
  return c.table(
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
}

// A version holds until the day before the next one begins: a stored end could contradict it.
function unitVersionsTable(c: Kit, { units }: Parents<"units">) {
  return c.table(
    "unit_versions",
    {
      id: c.id(),
      unitId: c.reference(() => units.id),
      fromOn: c.date().notNull(),
      name: c.text().notNull(),
      parentId: c.optionalReference(() => units.id),
      position: c.integer().notNull(),
    },
    (t) => [
      c.uniqueIndex("unit_versions_unique").on(t.unitId, t.fromOn),
      c.index("unit_versions_parent").on(t.parentId),
      ...dated(c, t.fromOn),
      ...present(c, t.name),
    ],
  );
}

function unitEventsTable(c: Kit) {
  return c.table(
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
}

function unitEventPartsTable(c: Kit, { unitEvents, units }: Parents<"unitEvents" | "units">) {
  return c.table(
    "unit_event_parts",
    {
      eventId: c.reference(() => unitEvents.id),
      side: c.choice(UNIT_EVENT_SIDES).notNull(),
      unitId: c.reference(() => units.id),
      position: c.integer().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.eventId, t.side, t.unitId] }),
      c.index("unit_event_parts_unit").on(t.unitId),
      oneOf(c, t.side, UNIT_EVENT_SIDES),
    ],
  );
}

/** The organisation and its tree: names, parents and places are dated, reorganisations are events. */
export function defineUnits(c: Kit) {
  const organisations = organisationsTable(c);
  const units = unitsTable(c);
  const unitVersions = unitVersionsTable(c, { units });
  const unitEvents = unitEventsTable(c);
  const unitEventParts = unitEventPartsTable(c, { unitEvents, units });
  return { organisations, units, unitVersions, unitEvents, unitEventParts };
}
