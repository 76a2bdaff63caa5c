import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readWords, type SearchParams } from "@/app/view-query";
import { ExplanationList } from "@/components/explanations/explanation-list";
import { EmptyOverview } from "@/components/overview/empty-overview";
import { loadExplanations } from "@/server/loaders/explanations";
import { maySetUp } from "@/server/loaders/session";
import { requireActor } from "@/server/require-actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("explanations");
  return { title: t("title") };
}

/** The questions of a term and where each stands. */
export default async function ExplanationsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const actor = await requireActor("explanations.view");
  const view = await loadExplanations(actor, await readWords(searchParams, ["term", "state"]));
  return view === null ? (
    <EmptyOverview termName={null} maySetUp={await maySetUp()} />
  ) : (
    <ExplanationList view={view} />
  );
}
