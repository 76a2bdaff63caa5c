import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useInstantText } from "@/components/ui/use-instant-text";
import type { FigureValueView } from "@/server/loaders/figure-history-views";
import { FigureStandingMark } from "./figure-standing-mark";

/** Stands for nobody: what came with a file was sent and decided elsewhere. */
const NOBODY = "none";

/** Every value that a figure had, newest first: what it was, who sent it when and why, and what became of it. */
export function FigureValues({ values }: { readonly values: readonly FigureValueView[] }) {
  const t = useTranslations("figureHistory");
  return (
    <section aria-labelledby="values" className="grid gap-1">
      <h2 id="values" className="text-section">
        {t("values")}
      </h2>
      {values.length === 0 && <p className="text-quiet">{t("noValue")}</p>}
      <ol className="border-b border-hairline">
        {values.map((value) => (
          <Value key={value.number} value={value} />
        ))}
      </ol>
    </section>
  );
}

function Value({ value }: { readonly value: FigureValueView }) {
  const t = useTranslations("figureHistory");
  const shown = value.notApplicable ? t("notApplicable") : (value.value ?? t("missing"));
  return (
    <li className="grid gap-x-6 gap-y-1 border-t border-hairline py-3 sm:grid-cols-[10rem_minmax(0,1fr)] print:break-inside-avoid">
      <p>
        <span className="figure text-section font-semibold">{shown}</span>
        {value.parts && <span className="figure block text-quiet">{value.parts}</span>}
        {value.estimate && <span className="block text-small text-quiet">{t("estimate")}</span>}
        {value.isSame && <span className="block text-small text-quiet">{t("same")}</span>}
      </p>
      <div className="grid content-start gap-0.5 text-small">
        <p>
          <FigureStandingMark standing={value.standing} />
        </p>
        <Deeds value={value} />
        <Remark label={t("reason")}>{value.reason}</Remark>
        <Remark label={t("note")}>{value.note}</Remark>
        <Remark label={t("evidence")}>{value.evidence}</Remark>
        <Remark label={t("officeNote")}>{value.officeNote}</Remark>
      </div>
    </li>
  );
}

/** Who sent it when, and what was decided. */
function Deeds({ value }: { readonly value: FigureValueView }) {
  const t = useTranslations("figureHistory.deed");
  const timeText = useInstantText();
  const { number, at, by, imported, standing, decision, decidedAt, decidedBy } = value;
  const sent = { number, time: timeText(at), name: by ?? NOBODY };
  return (
    <p className="text-quiet">
      {t(imported ? "imported" : standing === "draft" ? "draft" : "sent", sent)}
      {decision && !imported && (
        <> {t(decision, { time: decidedAt ? timeText(decidedAt) : "", name: decidedBy ?? NOBODY })}</>
      )}
    </p>
  );
}

function Remark({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  if (!children) return null;
  return (
    <p className="break-words whitespace-pre-line">
      <span className="text-quiet">{label}: </span>
      {children}
    </p>
  );
}
