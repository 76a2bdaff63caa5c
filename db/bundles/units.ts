// The organisation and its units: from a bundle, whose ids are our codes, to rows and back.
import { unitModel } from "../../domain/bundle/model";
import type { Bundle, BundleUnit, BundleUnitEvent } from "../../domain/bundle/schema";
import { asCalendarDate } from "../../domain/dates";
import type { Unit } from "../../domain/units";
import type { Db } from "../handle";
import { newId } from "../ids";
import {
  findOrganisation,
  insertOrganisation,
  updateOrganisation,
  type OrganisationRow,
} from "../queries/organisations";
import {
  insertUnitEvents,
  insertUnits,
  listUnitEvents,
  listUnits,
  type StoredUnit,
  type StoredUnitEvent,
} from "../queries/units";

/** Row ids by the codes that a bundle uses. */
export type IdsByCode = ReadonlyMap<string, string>;

/** A unit whose own id and parents are codes, as in a bundle. */
export type UnitByCodes = Unit;

/** The id of a code that the bundle's own checks have found to exist. */
export function idOf(ids: IdsByCode, code: string): string {
  const id = ids.get(code);
  if (id === undefined) throw new RangeError(`reference to nothing: ${code}`);
  return id;
}

/** The columns of a bundle's organisation; what it does not say is null. */
export function organisationFields(
  organisation: NonNullable<Bundle["organisation"]>,
): Omit<OrganisationRow, "id" | "name"> & { name: string | null } {
  const { name, superior, place, bodyCode, signatory } = organisation;
  return {
    name: name || null,
    superior: superior || null,
    place: place || null,
    bodyCode: bodyCode || null,
    signatoryOnBehalfOf: signatory?.onBehalfOf || null,
    signatoryTitle: signatory?.title || null,
    signatoryName: signatory?.name || null,
  };
}

/** Stores what a bundle says of the organisation; what is known stays, what is not yet is filled in. */
export async function storeOrganisation(tx: Db, organisation: Bundle["organisation"]): Promise<void> {
  if (!organisation) return;
  const told = organisationFields(organisation);
  const stored = await findOrganisation(tx);
  if (!stored) return insertOrganisation(tx, { id: newId(), ...told, name: told.name ?? "" });
  const known = Object.fromEntries(Object.entries(stored).filter(([, value]) => value !== null && value !== ""));
  await updateOrganisation(tx, { ...stored, ...told, name: told.name ?? stored.name, ...known });
}

/** Stores the units that are new here and answers the ids of all that the bundle names. */
export async function storeUnits(tx: Db, units: readonly BundleUnit[]): Promise<IdsByCode> {
  const known = new Map((await listUnits(tx)).map(({ code, id }) => [code, id]));
  const ids = new Map(units.map(({ id: code }) => [code, known.get(code) ?? newId()]));
  const added = units.map(unitModel).filter(({ id: code }) => !known.has(code));
  await insertUnits(
    tx,
    added.map((unit): StoredUnit => ({
      ...unit,
      id: idOf(ids, unit.id),
      code: unit.id,
      versions: unit.versions.map((version) => ({
        ...version,
        parentId: version.parentId === null ? null : idOf(ids, version.parentId),
      })),
    })),
  );
  return ids;
}

/** Stores the reorganisations that are new here. */
export async function storeUnitEvents(tx: Db, events: readonly BundleUnitEvent[], unitIds: IdsByCode): Promise<void> {
  const known = new Set((await listUnitEvents(tx)).map(({ code }) => code));
  const idsOf = (codes: readonly string[] | null | undefined) => (codes ?? []).map((code) => idOf(unitIds, code));
  await insertUnitEvents(
    tx,
    events
      .filter(({ id }) => !known.has(id))
      .map((event) => ({
        id: newId(),
        code: event.id,
        kind: event.kind,
        happenedOn: asCalendarDate(event.on),
        decision: event.decision ?? null,
        from: idsOf(event.from),
        into: idsOf(event.into),
      })),
  );
}

/** The unit with codes in place of ids. */
export function unitByCodes(unit: StoredUnit, codes: ReadonlyMap<string, string>): UnitByCodes {
  const codeOf = (id: string) => codes.get(id) ?? id;
  const { code, kind, from, to, versions } = unit;
  return {
    ...{ id: code, kind, from, to },
    versions: versions.map((version) => ({
      ...version,
      parentId: version.parentId === null ? null : codeOf(version.parentId),
    })),
  };
}

/** A stored organisation as a bundle has it. */
export function bundleOrganisation(row: OrganisationRow): NonNullable<Bundle["organisation"]> {
  const { name, superior, place, bodyCode } = row;
  const signatory = { onBehalfOf: row.signatoryOnBehalfOf, title: row.signatoryTitle, name: row.signatoryName };
  return { name, superior, place, bodyCode, signatory };
}

/** A stored unit as a bundle has it. */
export function bundleUnit(unit: UnitByCodes): BundleUnit {
  const [first, ...later] = unit.versions;
  if (!first) throw new Error(`unit without a version: ${unit.id}`);
  const { id, kind, from, to } = unit;
  return {
    ...{ id, kind, from, to, name: first.name, parent: first.parentId, position: first.position },
    versions: later.map(({ from: since, name, parentId: parent, position }) => ({
      from: since,
      name,
      parent,
      position,
    })),
  };
}

/** A stored reorganisation as a bundle has it. */
export function bundleUnitEvent(event: StoredUnitEvent, codes: ReadonlyMap<string, string>): BundleUnitEvent {
  const codesOf = (ids: readonly string[]) => ids.map((id) => codes.get(id) ?? id);
  const { code: id, kind, happenedOn: on, decision } = event;
  return { id, kind, on, decision, from: codesOf(event.from), into: codesOf(event.into) };
}
