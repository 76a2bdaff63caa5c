import { useTranslations } from "next-intl";
import type { TargetMeasureView } from "@/server/loaders/targets";

/** What a judgement rests on. Nothing for a measure that is counted. */
export function EvidenceList({ measure }: { readonly measure: TargetMeasureView }) {
  const t = useTranslations("targets.evidence");
  if (measure.kind !== "judged") return null;
  return (
    <div className="grid gap-2">
      <h3 className="text-section">{t("title")}</h3>
      {measure.evidence.length === 0 && <p className="text-quiet">{t("none")}</p>}
      <ul>
        {measure.evidence.map(({ period, unitName, text }) => (
          <li key={`${period} ${unitName}`} className="border-t border-hairline py-2">
            <span className="text-small text-quiet">{`${period}, ${unitName}: `}</span>
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
