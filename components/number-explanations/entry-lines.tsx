import { useTranslations } from "next-intl";
import { useInstantText } from "@/components/ui/use-instant-text";
import type { NumberEntry } from "@/server/loaders/number-explanation-views";

/** Who sent and who accepted a unit's figure, and what was said about it; each a line. */
export function EntryLines({ entry }: { readonly entry: NumberEntry }) {
  const t = useTranslations("explain.entry");
  const instantText = useInstantText();
  const { state, sentAt, decidedAt, note, correction } = entry;
  const words = [
    t(state),
    ...(entry.notApplicable ? [t("notApplicable")] : []),
    ...(entry.estimate ? [t("estimate")] : []),
  ].join(", ");
  return (
    <ul className="grid gap-0.5">
      <li className="first-letter:uppercase">{words}</li>
      {entry.imported && <li className="text-quiet">{t("imported")}</li>}
      {sentAt && !entry.imported && (
        <li className="text-quiet">{t("sent", { name: entry.sentBy ?? "none", time: instantText(sentAt) })}</li>
      )}
      {decidedAt && !entry.imported && (
        <li className="text-quiet">
          {t("decided", { name: entry.decidedBy ?? "none", time: instantText(decidedAt) })}
        </li>
      )}
      {note && <li>{t("note", { note })}</li>}
      {correction !== null && <li>{t("correction", { reason: correction })}</li>}
    </ul>
  );
}
