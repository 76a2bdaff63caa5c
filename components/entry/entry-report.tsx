import { useTranslations } from "next-intl";
import { ReportHeader } from "@/components/submissions/report-header";
import { useDateText } from "@/components/ui/use-date-text";
import { useInstantText } from "@/components/ui/use-instant-text";
import { Notice } from "@/components/ui/notice";
import type { ErrorCode } from "@/domain/errors";
import type { EntryView } from "@/server/loaders/report-views";
import { EntryForm } from "./entry-form";
import { KeptPage } from "./kept-page";
import { entryAddress } from "./report-list";

interface EntryReportProps {
  readonly view: EntryView;
  /** Why a form that was sent without scripts was not submitted. */
  readonly problem: ErrorCode | null;
}

/** The page on which a report is filled in. The form is made anew for another report or a newer version of it. */
export function EntryReport({ view, problem }: EntryReportProps) {
  const t = useTranslations("entry");
  const dateText = useDateText();
  const instantText = useInstantText();
  return (
    <div className="mx-auto max-w-form">
      <KeptPage accountId={view.accountId} address={entryAddress(view)} version={view.version} />
      <ReportHeader head={view} parent={{ href: "/entry", label: t("list.title") }} />
      <div className="mt-3 grid gap-2">
        {view.officeNote !== null && (
          <Notice tone="attention" title={t("returned.title")}>
            <p className="break-words whitespace-pre-line">{view.officeNote}</p>
            {view.decidedOn !== null && (
              <p className="text-quiet">{t("returned.on", { date: dateText(view.decidedOn) })}</p>
            )}
          </Notice>
        )}
        {view.withdrawnAt !== null && (
          <Notice tone="done" live title={t("withdraw.done", { time: instantText(view.withdrawnAt) })} />
        )}
        {view.correctionReason !== null && (
          <Notice title={t("correcting.title")}>
            <p className="break-words whitespace-pre-line">
              {t("correcting.reason", { reason: view.correctionReason })}
            </p>
            <p>{t("correcting.text")}</p>
          </Notice>
        )}
      </div>
      <EntryForm
        key={`${view.unit.id}.${view.period.id}`}
        view={view}
        address={entryAddress(view)}
        dueText={view.daysLeft !== null && view.daysLeft < 0 && view.dueOn !== null ? dateText(view.dueOn) : null}
        problem={problem}
      />
    </div>
  );
}
