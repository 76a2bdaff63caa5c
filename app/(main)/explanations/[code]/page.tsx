import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readWords, type SearchParams } from "@/app/view-query";
import { Thread } from "@/components/explanations/thread";
import { loadThread } from "@/server/loaders/explanation-threads";
import { requireActor } from "@/server/require-actor";

interface ThreadPageProps {
  readonly params: Promise<{ readonly code: string }>;
  readonly searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("explanations");
  return { title: t("title") };
}

/** One question with its answers. */
export default async function ThreadPage({ params, searchParams }: ThreadPageProps) {
  const actor = await requireActor("explanations.view");
  const [{ code }, { term }] = await Promise.all([params, readWords(searchParams, ["term"])]);
  return <Thread view={await loadThread(actor, decodeURIComponent(code), term)} />;
}
