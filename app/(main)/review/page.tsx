import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReviewList } from "@/components/review/review-list";
import { readWords, type SearchParams } from "@/app/view-query";
import { loadDecided, loadReviewQueue } from "@/server/loaders/reviews";
import { requireActor } from "@/server/require-actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review");
  return { title: t("title") };
}

/** The office's queue. */
export default async function ReviewPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const actor = await requireActor("submissions.accept");
  const { decided } = await readWords(searchParams, ["decided"]);
  const [items, last] = await Promise.all([loadReviewQueue(actor), loadDecided(actor, decided)]);
  return <ReviewList items={items} decided={last} />;
}
