import { useTranslations } from "next-intl";
import type { ReportHead } from "@/server/loaders/report-views";
import { useDateText } from "@/components/ui/use-date-text";

type Due = Pick<ReportHead, "standing" | "dueOn" | "daysLeft" | "daysLate" | "submittedOn">;

/** When a report is due and how long that is, or when it was submitted and how late. */
export function DueText({ head }: { readonly head: Due }) {
  const t = useTranslations("entry.due");
  const dateText = useDateText();
  const { dueOn, daysLeft, daysLate, submittedOn } = head;
  const isSent = head.standing === "submitted" || head.standing === "accepted" || head.standing === "correcting";
  if (isSent && submittedOn !== null) {
    const date = dateText(submittedOn);
    if (daysLate === null || dueOn === null) return t("submitted", { date });
    return daysLate > 0 ? t("submittedLate", { date, days: daysLate }) : t("submittedInTime", { date });
  }
  if (dueOn === null || daysLeft === null) return t("none");
  const date = dateText(dueOn);
  if (daysLeft === 0) return t("today", { date });
  return daysLeft > 0 ? t("left", { date, days: daysLeft }) : t("late", { date, days: -daysLeft });
}
