import type { StoredUnit, StoredUnitEvent } from "@/db/queries/units";
import { unitVersionAt } from "@/domain/units";
import type { Wording } from "./figure-texts";

/** A reorganisation in few words, with the names of its day: `tách Chi bộ 2`. */
export function unitEventText(event: StoredUnitEvent, units: readonly StoredUnit[], { t }: Wording): string {
  const namesOf = (ids: readonly string[]) =>
    units
      .filter(({ id }) => ids.includes(id))
      .map((unit) => unitVersionAt(unit, event.happenedOn).name)
      .join(", ");
  return t(`units.event.${event.kind}`, { from: namesOf(event.from), into: namesOf(event.into) });
}
