import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readViewQuery, type SearchParams } from "@/app/view-query";
import { ReportMatrix } from "@/components/matrix/report-matrix";
import { EmptyOverview } from "@/components/overview/empty-overview";
import { loadReportMatrix } from "@/server/loaders/report-matrix";
import { maySetUp } from "@/server/loaders/session";
import { requireActor } from "@/server/require-actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("matrix");
  return { title: t("title") };
}

/** Which unit has reported which period. */
export default async function MatrixPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const actor = await requireActor("submissions.view");
  const { year } = await searchParams;
  const query = { ...(await readViewQuery(searchParams)), year: typeof year === "string" ? year : undefined };
  const view = await loadReportMatrix(actor, query);
  return view === null ? <EmptyOverview termName={null} maySetUp={await maySetUp()} /> : <ReportMatrix view={view} />;
}
