import { useTranslations } from "next-intl";
import { useDateText } from "@/components/ui/use-date-text";
import type { TargetMeasureView } from "@/server/loaders/targets";

/** How the method was changed and why: results of before are told by the same method as those of today. */
export function MethodChanges({ measure }: { readonly measure: TargetMeasureView }) {
  const t = useTranslations("targets.methodChanges");
  const dateText = useDateText();
  if (measure.methodChanges.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3 className="text-section">{t("title")}</h3>
      <p className="text-small text-quiet">{t("text")}</p>
      <ul className="list-disc pl-5">
        {measure.methodChanges.map(({ on, differences, reason }) => (
          <li key={on}>
            {t(reason === "" ? "itemAlone" : "item", {
              ...{ date: dateText(on), changes: differences.join("; "), reason },
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
