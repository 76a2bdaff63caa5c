import { useTranslations } from "next-intl";
import type { ReviewItem } from "@/server/loaders/report-views";
import { ReviewQueue } from "./review-queue";

/** How many reports wait, then the queue; or that nothing waits. */
export function ReviewList({ items }: { readonly items: readonly ReviewItem[] }) {
  const t = useTranslations("review");
  const pad = (count: number) => String(count).padStart(2, "0");
  const late = items.filter(({ daysLate }) => daysLate !== null && daysLate > 0).length;
  const counts = { count: items.length, padded: pad(items.length), late, latePadded: pad(late) };
  return (
    <div className="mx-auto grid max-w-form gap-6">
      <h1 className="text-page-phone md:text-page">{t("sentence", counts)}</h1>
      {items.length === 0 ? <p className="text-quiet">{t("empty")}</p> : <ReviewQueue items={items} />}
    </div>
  );
}
