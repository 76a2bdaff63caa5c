import { useTranslations } from "next-intl";
import { useDateText } from "@/components/ui/use-date-text";
import type { PlanChangeView, PlanDifferenceView } from "@/server/loaders/plan-settings";

/** When a plan was changed, from what to what, and why; the newest first. */
export function PlanChangeList({ changes }: { readonly changes: readonly PlanChangeView[] }) {
  const t = useTranslations("planSettingsPage");
  const dateText = useDateText();
  const told = ({ part, yearId, before, after }: PlanDifferenceView) => {
    const values = { before: before ?? t("none"), after: after ?? t("none") };
    return part === "year" ? t("difference.year", { ...values, year: yearId ?? "" }) : t(`difference.${part}`, values);
  };
  return (
    <ul className="grid gap-1 text-small">
      {changes.map(({ fromOn, reason, differences }) => (
        <li key={fromOn}>
          {t("change", { date: dateText(fromOn), differences: differences.map(told).join("; ") })}
          {reason !== "" && <span className="block text-quiet">{t("reason", { reason })}</span>}
        </li>
      ))}
    </ul>
  );
}
