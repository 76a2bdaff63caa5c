import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Review } from "@/components/review/review";
import { readWords, type SearchParams } from "@/app/view-query";
import { loadDecided, loadReview } from "@/server/loaders/reviews";
import { requireActor } from "@/server/require-actor";

interface ReviewPageProps {
  readonly params: Promise<{ readonly submissionId: string }>;
  readonly searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review");
  return { title: t("title") };
}

/** One submitted report, for the office to decide about. */
export default async function ReviewPage({ params, searchParams }: ReviewPageProps) {
  const actor = await requireActor("submissions.accept");
  const [{ submissionId }, { decided }] = await Promise.all([params, readWords(searchParams, ["decided"])]);
  const view = await loadReview(actor, submissionId);
  if (!view) notFound();
  return <Review view={view} decided={await loadDecided(actor, decided)} />;
}
