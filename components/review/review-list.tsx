import { useTranslations } from "next-intl";
import type { DecidedView, ReviewItem } from "@/server/loaders/report-views";
import { DecidedNotice } from "./decided-notice";
import { ReviewQueue } from "./review-queue";

interface ReviewListProps {
  readonly items: readonly ReviewItem[];
  /** What was decided last, where the office comes from it. */
  readonly decided: DecidedView | null;
}

/** How many reports wait, then the queue; or that nothing waits. */
export function ReviewList({ items, decided }: ReviewListProps) {
  const t = useTranslations("review");
  const pad = (count: number) => String(count).padStart(2, "0");
  const late = items.filter(({ daysLate }) => daysLate !== null && daysLate > 0).length;
  const counts = { count: items.length, padded: pad(items.length), late, latePadded: pad(late) };
  return (
    <div className="mx-auto grid max-w-form gap-6">
      <h1 className="text-page-phone md:text-page">{t("sentence", counts)}</h1>
      <DecidedNotice decided={decided} />
      {items.length === 0 ? <p className="text-quiet">{t("empty")}</p> : <ReviewQueue items={items} />}
    </div>
  );
}
