// What of the tree is corrected or rearranged without an event: a slip in a name, the official order.
import { listUnits, saveUnitVersion } from "@/db/queries/units";
import type { Store } from "@/db/store";
import { DomainError } from "@/domain/errors";
import type { UnitOrderInput, UnitVersionInput } from "@/domain/inputs/units";
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
