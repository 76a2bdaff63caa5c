import { EMPTY_CHAIN } from "../../domain/audit";

/** Begins the audit chain where there is none yet: the row that every write on PostgreSQL locks. */
export const createAuditHead = `
  INSERT INTO audit_head (id, seq, hash) SELECT 1, 0, '${EMPTY_CHAIN}'
  WHERE NOT EXISTS (SELECT 1 FROM audit_head)`;
