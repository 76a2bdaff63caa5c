import * as z from "zod";
import { auditActions, type AuditAction } from "../audit";
import type { CalendarDate } from "../dates";

const actions = Object.keys(auditActions) as [AuditAction, ...AuditAction[]];

// An address that was typed by hand shows what can be read of it; the rest is left out instead of refused.
const day = z.iso
  .date()
  .transform((text) => text as CalendarDate)
  .optional()
  .catch(undefined);

/** In the address, in the place of the login that somebody who is not signed in does not have. */
export const NOT_SIGNED_IN = "-";

/** The audit page's address: which action, whose (a login), on which days, and before which number. */
export const auditQuery = z.object({
  action: z.enum(actions).optional().catch(undefined),
  person: z.string().max(100).min(1).optional().catch(undefined),
  from: day,
  to: day,
  before: z.coerce.number().int().positive().optional().catch(undefined),
});

export type AuditQuery = z.output<typeof auditQuery>;

/** The address of a page of the log under the same conditions. */
export function auditAddress({ action, person, from, to }: AuditQuery, before: number | null): string {
  const kept = { action, person, from, to, before: before?.toString() };
  const entries = Object.entries(kept).flatMap(([key, value]) => (value ? [[key, value]] : []));
  const search = new URLSearchParams(entries).toString();
  return search ? `/audit?${search}` : "/audit";
}
