import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditLog } from "@/components/audit/audit-log";
import { auditQuery } from "@/domain/inputs/audit";
import { loadAudit } from "@/server/loaders/audit";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

/** The audit log, for inspection and the office. */
export default async function AuditPage({ searchParams }: PageProps<"/audit">) {
  return <AuditLog view={await loadAudit(auditQuery.parse(await searchParams))} />;
}
