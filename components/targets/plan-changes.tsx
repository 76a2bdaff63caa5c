import { useTranslations } from "next-intl";
import { useDateText } from "@/components/ui/use-date-text";
import type { TargetMeasureView } from "@/server/loaders/targets";

/** Earlier plans and why they were changed: a promise is never replaced in silence. */
export function PlanChanges({ measure }: { readonly measure: TargetMeasureView }) {
  const t = useTranslations("targets.planChanges");
  const dateText = useDateText();
  if (measure.planChanges.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3 className="text-section">{t("title")}</h3>
      <ul className="list-disc pl-5">
        {measure.planChanges.map(({ until, plan, reason }) => (
          <li key={until}>{t(reason === "" ? "itemAlone" : "item", { date: dateText(until), plan, reason })}</li>
        ))}
      </ul>
    </div>
  );
}
