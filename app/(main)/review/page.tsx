import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReviewList } from "@/components/review/review-list";
import { loadReviewQueue } from "@/server/loaders/reviews";
import { requireActor } from "@/server/require-actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review");
  return { title: t("title") };
}

/** The office's queue. */
export default async function ReviewPage() {
  const actor = await requireActor("submissions.accept");
  return <ReviewList items={await loadReviewQueue(actor)} />;
}
