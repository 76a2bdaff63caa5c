// npm run verify: recomputes all totals from figures and the audit chain from its text, looks at every file of evidence,
// and compares. Exit 1 on a finding.
import { evidenceFolderIn } from "@/db/evidence-folder";
import { openStore } from "@/db/store";
import { verifyDatabase, type Finding, type TotalPlace } from "@/db/verify";
import { verifyEvidence, type EvidenceFinding } from "@/db/verify-evidence";
import { createTranslate, type Translate } from "@/messages/translate";
import { clock } from "@/server/clock";
import { settings } from "@/server/env";
import { terminalLocale } from "./terminal-locale";

const MOST_LINES = 200;

/** Verifies the database of DATABASE_URL and prints one line a finding; gives the exit code. */
export async function main(): Promise<number> {
  const translate = createTranslate(terminalLocale());
  const store = await openStore(settings().databaseUrl);
  try {
    const { totals, auditRows, findings: inDatabase } = await store.read(verifyDatabase);
    const folder = evidenceFolderIn(settings().dataDirectory);
    const { files, findings: ofEvidence } = await verifyEvidence(store.db, folder, clock.realNow().getTime());
    const findings = [...inDatabase, ...ofEvidence];
    for (const finding of findings.slice(0, MOST_LINES)) process.stderr.write(`${findingLine(finding, translate)}\n`);
    if (findings.length === 0) {
      process.stdout.write(`${translate("verify.sound", { totals, auditRows })}\n`);
      if (files > 0) process.stdout.write(`${translate("verify.soundEvidence", { files })}\n`);
    } else process.stderr.write(`${translate("verify.unsound", { count: findings.length })}\n`);
    return findings.length === 0 ? 0 : 1;
  } finally {
    await store.close();
  }
}

function placeText({ term, measure, period, unit, basis }: TotalPlace): string {
  return [term, measure, period, unit ?? "*", basis].join(" / ");
}

/** A finding in words. */
export function findingLine(finding: Finding | EvidenceFinding, translate: Translate): string {
  switch (finding.type) {
    case "total_missing":
    case "total_unfounded":
      return translate(`verify.${finding.type}`, { place: placeText(finding.place) });
    case "total_differs": {
      const { place, field, kept, computed } = finding;
      return translate("verify.total_differs", { place: placeText(place), field, kept, computed });
    }
    case "audit_missing":
    case "audit_changed":
    case "audit_unchained":
      return translate(`verify.${finding.type}`, { seq: String(finding.seq) });
    case "audit_head_differs":
      return translate("verify.audit_head_differs", { seq: String(finding.seq), headSeq: String(finding.headSeq) });
    case "audit_head_missing":
      return translate("verify.audit_head_missing");
    case "evidence_missing":
    case "evidence_damaged":
    case "evidence_orphan":
      return translate(`verify.${finding.type}`, { path: finding.path, name: finding.name });
  }
}
