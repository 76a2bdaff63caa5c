import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readViewQuery, type SearchParams } from "@/app/view-query";
import { EmptyOverview } from "@/components/overview/empty-overview";
import { Overview } from "@/components/overview/overview";
import { loadOverview } from "@/server/loaders/overview";
import { maySetUp } from "@/server/loaders/session";

interface OverviewPageProps {
  readonly searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("nav");
  return { title: t("tab.overview") };
}

/** A term at a day: the page that everybody opens first. */
export default async function OverviewPage({ searchParams }: OverviewPageProps) {
  const view = await loadOverview(await readViewQuery(searchParams));
  if (view === null || view.targets.length === 0) {
    return <EmptyOverview termName={view?.termName ?? null} maySetUp={await maySetUp()} />;
  }
  return <Overview view={view} />;
}
