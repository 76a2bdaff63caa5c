import { createHash } from "node:crypto";
import { insertExport } from "@/db/queries/exports";
import type { Store } from "@/db/store";
import type { Authorized } from "@/domain/permissions";
import { createTranslate, type Locale } from "@/messages/translate";
import { buildAppendixReport } from "@/reports/build/appendix";
import { findProfile } from "@/reports/profiles/find-profile";
import { clock } from "../clock";
import { readAppendix } from "../loaders/appendix";
import type { ViewQuery } from "../loaders/view-state";
import { recordAudit } from "./audit";

export const APPENDIX_FORMATS = ["docx", "xlsx"] as const;
export type AppendixFormat = (typeof APPENDIX_FORMATS)[number];

export interface AppendixRequest extends ViewQuery {
  readonly format: AppendixFormat;
  readonly locale: Locale;
}

export interface ExportedAppendix {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

// The renderers are loaded when the first file is asked for: one of them compiles 1.3 MB of WebAssembly.
async function renderAppendix(format: AppendixFormat, report: ReturnType<typeof buildAppendixReport>) {
  const profile = findProfile(report.profileId);
  if (format === "docx") return (await import("@/reports/render/docx")).renderDocx(report, profile);
  return (await import("@/reports/render/xlsx")).renderXlsx(report, profile);
}

/** Makes Appendix 1 of what a page shows. That it left the system, with its hash, stands in the export and audit logs. */
export async function exportAppendix(
  store: Store,
  actor: Authorized<"reports.export">,
  request: AppendixRequest,
): Promise<ExportedAppendix> {
  const { format, locale } = request;
  const { data, state } = await store.read((db) => readAppendix(db, request, actor.on, actor));
  const report = buildAppendixReport(data, { locale, t: createTranslate(locale) }, findProfile("hd05"));
  const bytes = new Uint8Array(await renderAppendix(format, report));
  const file = {
    report: "appendix",
    format,
    fileName: `phu-luc-1-${state.termId}-${state.asOf}.${format}`,
    termCode: state.termId,
    asOfOn: state.asOf,
    basis: state.basis,
    hash: createHash("sha256").update(bytes).digest("hex"),
  };
  await store.transact(async (tx) => {
    const { accountId: id, login, displayName: name } = actor;
    await insertExport(tx, { id, login, name }, file, clock.now());
    await recordAudit(tx, actor, {
      action: "report.exported",
      subject: { type: "report", id: "appendix" },
      before: null,
      after: file,
    });
  });
  return { fileName: file.fileName, bytes };
}
