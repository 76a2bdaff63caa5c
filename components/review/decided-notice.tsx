import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { DecidedView } from "@/server/loaders/report-views";

/** What was just decided, on the page that follows by itself: two reports in a row look alike. Else nothing. */
export function DecidedNotice({ decided }: { readonly decided: DecidedView | null }) {
  const t = useTranslations("review.decided");
  if (decided === null) return null;
  const { decision, unitName: unit, period } = decided;
  return <Notice tone="done" live className="screen-only" title={t(decision, { unit, period })} />;
}
