import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/app/view-query";
import { EntryGrid } from "@/components/grid/entry-grid";
import { EmptyOverview } from "@/components/overview/empty-overview";
import { loadEntryGrid } from "@/server/loaders/entry-grid";
import { maySetUp } from "@/server/loaders/session";
import { requireActor } from "@/server/require-actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("entryGridPage");
  return { title: t("title") };
}

/** Many figures at once: units and measures of a period, or periods and measures of a unit. */
export default async function EntryGridPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const actor = await requireActor("submissions.view");
  const { term, unit, period, every } = await searchParams;
  const view = await loadEntryGrid(actor, {
    ...{ term: textOf(term), unit: textOf(unit), period: textOf(period), every: textOf(every) },
  });
  return view === null ? <EmptyOverview termName={null} maySetUp={await maySetUp()} /> : <EntryGrid view={view} />;
}

function textOf(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
