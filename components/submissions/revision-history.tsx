import { useTranslations } from "next-intl";
import type { RevisionView } from "@/server/loaders/report-views";
import { useInstantText } from "@/components/ui/use-instant-text";

/** Stands for nobody: figures that came with a file were sent and decided elsewhere. */
const IMPORTED = "none";

/** What was sent and decided, newest first, with the figures that changed from one revision to the next. */
export function RevisionHistory({ revisions }: { readonly revisions: readonly RevisionView[] }) {
  const t = useTranslations("review.history");
  if (revisions.length === 0) return null;
  return (
    <section aria-labelledby="history" className="mt-6">
      <h2 id="history" className="text-section">
        {t("title")}
      </h2>
      <ol className="mt-2 grid gap-3">
        {revisions.map((revision) => (
          <RevisionLine key={revision.number} revision={revision} />
        ))}
      </ol>
    </section>
  );
}

function RevisionLine({ revision }: { readonly revision: RevisionView }) {
  const t = useTranslations("review.history");
  const timeText = useInstantText();
  const { sealedAt, sealedBy, decision, decidedAt, decidedBy, note, changes } = revision;
  return (
    <li className="border-l-[3px] border-hairline pl-3 text-small">
      <p>
        {sealedAt
          ? t("sealed", { number: revision.number, time: timeText(sealedAt), name: sealedBy ?? IMPORTED })
          : t("open", { number: revision.number })}
      </p>
      {changes.map((change) => (
        <p key={change.name} className="figure whitespace-normal">
          {t("change", change)}
        </p>
      ))}
      {decision && (
        <p>
          {t(decision, { time: decidedAt ? timeText(decidedAt) : "", name: decidedBy ?? IMPORTED })}
          {note && <span className="break-words whitespace-pre-line">: {note}</span>}
        </p>
      )}
    </li>
  );
}
