import "server-only";
import { listAudit, type AuditFilter, type ChainedRecord } from "@/db/queries/audit";
import { listAuditActors } from "@/db/queries/audit-names";
import type { ReadDb } from "@/db/store";
import { auditActions, type AuditAction } from "@/domain/audit";
import { listAuditChanges, type AuditChange } from "@/domain/audit-changes";
import { addDays, type CalendarDate } from "@/domain/dates";
import { SYSTEM_LOGIN } from "@/domain/roles";
import { NOT_SIGNED_IN, type AuditQuery } from "@/domain/inputs/audit";
import { clock, startOfDay } from "../clock";
import { requireActor } from "../require-actor";
import { getStore } from "../store";
import { nameChange, readChangeNames, type ChangeNames } from "./audit-change-names";
import { readNames, subjectName, type Names } from "./audit-names";
import { nameCodes, readTermNames } from "./audit-term-names";
import type { Wording } from "./figure-texts";
import { loadWording } from "./load-wording";

const PAGE_SIZE = 50;
const MAX_CHANGES_SHOWN = 100; // an imported bundle changes thousands of parts

/** One entry of the log, as it is shown. */
export interface AuditEntryView {
  readonly seq: number;
  /** UTC instant. */
  readonly at: string;
  /** Empty for somebody who was not signed in. */
  readonly actorLogin: string;
  readonly actorName: string;
  /** Null for an action that this version does not know; `actionCode` is what the log says. */
  readonly action: AuditAction | null;
  readonly actionCode: string;
  /** What it is about, by name; null where a name says no more than the action. */
  readonly subject: string | null;
  readonly changes: readonly AuditChange[];
  /** How many further changes are not shown. */
  readonly changesLeftOut: number;
}

/** A page of the audit log, newest first. */
export interface AuditView {
  readonly query: AuditQuery;
  readonly entries: readonly AuditEntryView[];
  /** The number before which the next page begins; null on the last one. */
  readonly olderBefore: number | null;
  /** Everybody who ever acted: the choices of the filter. */
  readonly people: readonly { readonly login: string; readonly name: string }[];
}

/** The page of the log that the address asks for, for those who may read it. */
export async function loadAudit(query: AuditQuery): Promise<AuditView> {
  await requireActor("audit.view");
  const [store, wording] = await Promise.all([getStore(), loadWording()]);
  return store.read((db) => readAudit(db, query, clock.today(), wording));
}

/** The same from a consistent snapshot, without a request. */
export async function readAudit(
  db: ReadDb,
  query: AuditQuery,
  today: CalendarDate,
  wording: Wording,
): Promise<AuditView> {
  const found = await listAudit(db, filterOf(query), PAGE_SIZE + 1);
  const records = found.slice(0, PAGE_SIZE);
  const names = await readNames(db, records, today, wording);
  const changes = new Map(records.map(({ seq, before, after }) => [seq, listAuditChanges(before, after)]));
  const shown = [...changes.values()].flatMap((list) => list.slice(0, MAX_CHANGES_SHOWN));
  const changeNames = await readChangeNames(db, shown, names);
  const terms = await readTermNames(db, wording);
  const changesOf = (record: ChainedRecord) => {
    const all = changes.get(record.seq) ?? [];
    return nameChanges(nameCodes(all, record, terms, wording), changeNames);
  };
  return {
    query,
    entries: records.map((record) => ({ ...viewOf(record, names, wording), ...changesOf(record) })),
    olderBefore: found.length > PAGE_SIZE ? (records.at(-1)?.seq ?? null) : null,
    people: (await listAuditActors(db)).map(({ login, name }) => ({ login, name: personName(login, name, wording) })),
  };
}

function filterOf({ action, person, from, to, before }: AuditQuery): AuditFilter {
  return {
    ...(action && { actions: [action] }),
    ...(person && { actorLogin: person === NOT_SIGNED_IN ? "" : person }),
    ...(from && { from: startOfDay(from) }),
    ...(to && { until: startOfDay(addDays(to, 1)) }),
    ...(before && { beforeSeq: before }),
  };
}

/** Commands act as the system, whose name is a word of the reader's language; everybody else has a name. */
function personName(login: string, name: string, { t }: Wording): string {
  return login === SYSTEM_LOGIN ? t("audit.system") : name;
}

function viewOf(
  record: ChainedRecord,
  names: Names,
  wording: Wording,
): Omit<AuditEntryView, "changes" | "changesLeftOut"> {
  return {
    seq: record.seq,
    at: record.at,
    actorLogin: record.actorLogin,
    actorName: personName(record.actorLogin, record.actorName, wording),
    action: isKnown(record.action) ? record.action : null,
    actionCode: record.action,
    subject: subjectName(record, names),
  };
}

function isKnown(action: string): action is AuditAction {
  return Object.hasOwn(auditActions, action);
}

function nameChanges(changes: readonly AuditChange[], names: ChangeNames) {
  const named = changes.slice(0, MAX_CHANGES_SHOWN).map((change) => nameChange(change, names));
  return {
    changes: named.filter((change) => change !== null),
    changesLeftOut: Math.max(0, changes.length - MAX_CHANGES_SHOWN),
  };
}
