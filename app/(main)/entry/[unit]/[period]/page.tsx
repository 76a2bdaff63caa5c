import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryReport } from "@/components/entry/entry-report";
import { ReadReport } from "@/components/entry/read-report";
import { isErrorCode } from "@/domain/errors";
import { may } from "@/domain/permissions";
import { loadReport } from "@/server/loaders/submissions";
import { requireActor } from "@/server/require-actor";

interface ReportPageProps {
  readonly params: Promise<{ readonly unit: string; readonly period: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("entry");
  return { title: t("pageTitle") };
}

/** One unit's report of one period: to be filled in by its own people, to be read by whoever may see it. */
export default async function ReportPage({ params, searchParams }: ReportPageProps) {
  const actor = await requireActor("submissions.view");
  const [{ unit, period }, query] = await Promise.all([params, searchParams]);
  const termCode = typeof query.term === "string" ? query.term : undefined;
  const address = { unitCode: decodeURIComponent(unit), periodKey: decodeURIComponent(period), termCode };
  const page = await loadReport(actor, address);
  if (page.type === "report") {
    const ownAccountId = may(actor, "figures.enter", null, actor.on) ? actor.accountId : null;
    return <ReadReport view={page.view} notOpen={page.notOpen} ownAccountId={ownAccountId} />;
  }
  const problem = typeof query.problem === "string" && isErrorCode(query.problem) ? query.problem : null;
  return <EntryReport view={page.view} problem={problem} />;
}
