import Link from "next/link";
import { useTranslations } from "next-intl";
import { ReportFigures } from "@/components/submissions/report-figures";
import { ReportHeader } from "@/components/submissions/report-header";
import { RevisionHistory } from "@/components/submissions/revision-history";
import { Notice } from "@/components/ui/notice";
import type { DecidedView, ReviewView } from "@/server/loaders/report-views";
import { DecidedNotice } from "./decided-notice";
import { DecisionForm } from "./decision-form";

/** A submitted report with its past beside it, what deviates in words, and the decision below. */
export function Review({ view, decided }: { readonly view: ReviewView; readonly decided: DecidedView | null }) {
  const t = useTranslations("review");
  const isWaiting = view.standing === "submitted";
  const isCorrection = isWaiting && view.revisions.some(({ decision }) => decision === "accepted");
  const nextAddress = view.next === null ? "/review" : `/review/${view.next}`;
  return (
    <div className="mx-auto max-w-form">
      <ReportHeader head={view} parent={{ href: "/review", label: t("title") }} />
      <div className="mt-3 grid gap-2">
        <DecidedNotice decided={decided} />
        {!isWaiting && <Notice tone="attention" live title={t("notWaiting")} />}
        {isCorrection && <Notice title={t("correction")} />}
      </div>
      <ReportFigures view={view} />
      {isWaiting && (
        <DecisionForm
          key={`${view.submissionId}.${view.version}`}
          submissionId={view.submissionId}
          version={view.version}
          nextAddress={`${nextAddress}?decided=${view.submissionId}`}
        />
      )}
      <p className="screen-only mt-4 flex flex-wrap gap-x-4 text-small text-quiet">
        <span>{t("waiting", { count: view.waiting })}</span>
        {view.next !== null && (
          <Link href={nextAddress} className="underline">
            {t("next")}
          </Link>
        )}
      </p>
      <RevisionHistory revisions={view.revisions} />
    </div>
  );
}
