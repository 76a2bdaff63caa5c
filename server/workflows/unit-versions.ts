// What of the tree is corrected or rearranged without an event: a slip in a name or a decision, the official order.
import { listUnitEvents, listUnits, saveUnitVersion, updateEventDecision } from "@/db/queries/units";
import type { Store } from "@/db/store";
import { DomainError } from "@/domain/errors";
import type { EventDecisionInput, UnitOrderInput, UnitVersionInput } from "@/domain/inputs/units";
import type { Authorized } from "@/domain/permissions";
import { findNameProblem } from "@/domain/reorganisation-problems";
import { orderAt, planUnitOrder } from "@/domain/unit-order";
import { applyChange, type ChangeAnswer } from "./changes";
import { refuseOvertaken } from "./overtaken";
import { findClosedUntil, refuseFields } from "./units";

/**
 * Corrects a slip in the name that a unit has since a day; it then never had the wrong one. Refuses what a closed
 * term shows (`term_closed` at the name): that needs the event of renaming.
 */
export function correctUnitName(
  store: Store,
  actor: Authorized<"terms.configure">,
  { mode, base, unitId, from, typed }: UnitVersionInput,
): Promise<ChangeAnswer<null>> {
  return applyChange(store, actor, {
    mode,
    measured: false,
    work: async (tx) => {
      const units = await listUnits(tx);
      const version = units.find(({ id }) => id === unitId)?.versions.find((known) => known.from === from);
      if (!version) throw new DomainError("not_found");
      const subject = { type: "unit", id: unitId } as const;
      await refuseOvertaken(tx, subject, { base, current: { name: version.name } });
      const closedUntil = await findClosedUntil(tx);
      if (closedUntil !== null && from <= closedUntil) refuseFields({ name: { code: "term_closed", values: {} } });
      refuseFields(findNameProblem(units, { unitId, from, name: typed.name }));
      await saveUnitVersion(tx, unitId, { ...version, name: typed.name });
      const before = { name: version.name, from };
      return { event: { action: "unit.changed", subject, before, after: { name: typed.name, from } }, data: null };
    },
  });
}

/**
 * Corrects by which decision an event happened: number and date as they are cited. Its kind, day and units are what it
 * did, so they change by undoing it. Refuses an event that a closed term shows (`term_closed` at the decision).
 */
export function correctEventDecision(
  store: Store,
  actor: Authorized<"terms.configure">,
  { mode, base, eventId, typed: { decision } }: EventDecisionInput,
): Promise<ChangeAnswer<null>> {
  return applyChange(store, actor, {
    mode,
    measured: false,
    work: async (tx) => {
      const event = (await listUnitEvents(tx)).find(({ id }) => id === eventId);
      if (!event) throw new DomainError("not_found");
      const { code, happenedOn: on, from, into } = event;
      const subject = { type: "unit", id: into[0] ?? from[0] ?? "" } as const;
      await refuseOvertaken(tx, subject, { base, current: { decision: event.decision } });
      const closedUntil = await findClosedUntil(tx);
      if (closedUntil !== null && on <= closedUntil) refuseFields({ decision: { code: "term_closed", values: {} } });
      await updateEventDecision(tx, eventId, decision);
      const cited = (by: string | null) => ({ code, on, decision: by });
      const [before, after] = [cited(event.decision), cited(decision)];
      return { event: { action: "unit.decision_corrected", subject, before, after }, data: null };
    },
  });
}

/** Puts the units of a day into another official order from that day on; what stood before keeps its own. */
export function reorderUnits(
  store: Store,
  actor: Authorized<"terms.configure">,
  { mode, base, typed }: UnitOrderInput,
): Promise<ChangeAnswer<null>> {
  return applyChange(store, actor, {
    mode,
    measured: false,
    work: async (tx) => {
      const units = await listUnits(tx);
      const present = orderAt(units, typed.from);
      const subject = { type: "unit", id: present[0] ?? "" } as const;
      await refuseOvertaken(tx, subject, { base, current: { unitIds: present } });
      if ([...present].sort().join() !== [...typed.unitIds].sort().join()) throw new DomainError("not_found");
      const closedUntil = await findClosedUntil(tx);
      if (closedUntil !== null && typed.from <= closedUntil) {
        refuseFields({ from: { code: "term_closed", values: {} } });
      }
      for (const { unitId, versions } of planUnitOrder(units, typed.unitIds, typed.from)) {
        for (const version of versions) await saveUnitVersion(tx, unitId, version);
      }
      const event = {
        action: "unit.order_changed",
        subject,
        before: { units: [...present] },
        after: { units: [...typed.unitIds], from: typed.from },
      } as const;
      return { event, data: null };
    },
  });
}
