import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readViewQuery, type SearchParams } from "@/app/view-query";
import { EmptyOverview } from "@/components/overview/empty-overview";
import { PublicTree } from "@/components/units/public-tree";
import { maySetUp } from "@/server/loaders/session";
import { loadUnitTree } from "@/server/loaders/unit-settings";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("unitSettingsPage");
  return { title: t("title") };
}

/** The organisation's tree as it stood on the day that is looked at. */
export default async function UnitsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const view = await loadUnitTree(await readViewQuery(searchParams));
  return view === null ? <EmptyOverview termName={null} maySetUp={await maySetUp()} /> : <PublicTree view={view} />;
}
