import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readWords, type SearchParams } from "@/app/view-query";
import { Ask } from "@/components/explanations/ask";
import { loadAskForm } from "@/server/loaders/explanation-forms";
import { requireActor } from "@/server/require-actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("explanations");
  return { title: t("new") };
}

/** The leadership asks about what the address names. */
export default async function AskPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const actor = await requireActor("explanations.ask");
  const query = await readWords(searchParams, ["term", "target", "unit", "measure", "period"]);
  return <Ask view={await loadAskForm(actor, query)} />;
}
