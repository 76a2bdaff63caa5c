import { useTranslations } from "next-intl";
import { useDateText } from "@/components/ui/use-date-text";
import { FigureLinks } from "@/components/submissions/figure-links";
import { ReportFigures } from "@/components/submissions/report-figures";
import { ReportHeader } from "@/components/submissions/report-header";
import { RevisionHistory } from "@/components/submissions/revision-history";
import { Notice } from "@/components/ui/notice";
import type { ReportView } from "@/server/loaders/report-views";
import { CorrectionButton } from "./correction-button";
import { KeptAside } from "./kept-aside";
import { entryAddress } from "./report-list";
import { WithdrawButton } from "./withdraw-button";

interface ReadReportProps {
  readonly view: ReportView;
  /** The period has not begun. */
  readonly notOpen: boolean;
  /** The reader's account where it enters reports: it has a list to come from, and texts on this device. */
  readonly ownAccountId: string | null;
}

/** A report that can only be read now: submitted, accepted, locked, of a period to come, or somebody else's. */
export function ReadReport({ view, notOpen, ownAccountId }: ReadReportProps) {
  const t = useTranslations();
  const parent =
    ownAccountId === null
      ? { href: "/", label: t("nav.tab.overview") }
      : { href: "/entry", label: t("entry.list.title") };
  return (
    <div className="mx-auto max-w-form">
      <ReportHeader head={view} parent={parent} />
      <div className="mt-3 grid gap-2">
        <WhyRead view={view} notOpen={notOpen} />
        {ownAccountId !== null && <KeptAside view={view} accountId={ownAccountId} address={entryAddress(view)} />}
      </div>
      <ReportFigures view={view} />
      {(view.mayCorrect || view.mayWithdraw) && view.submissionId !== null && (
        <div className="flex justify-end gap-3 py-4">
          {view.mayWithdraw && <WithdrawButton submissionId={view.submissionId} version={view.version} />}
          {view.mayCorrect && <CorrectionButton submissionId={view.submissionId} version={view.version} />}
        </div>
      )}
      <div className="pt-3">
        <FigureLinks view={view} row={null} />
      </div>
      <RevisionHistory revisions={view.revisions} />
    </div>
  );
}

/** Why nothing can be entered here, and whom to ask. */
function WhyRead({ view, notOpen }: Omit<ReadReportProps, "ownAccountId">) {
  const t = useTranslations("entry");
  const dateText = useDateText();
  const unit = view.unit.name;
  if (view.measures.length === 0) return <Notice title={t("ended.title", { unit })} />;
  if (notOpen) {
    return <Notice title={t("notOpen.title")}>{t("notOpen.text", { date: dateText(view.period.startsOn) })}</Notice>;
  }
  if (view.standing === "submitted") return <Notice tone="done" live title={t("submitted")} />;
  if (view.locked)
    return (
      <Notice tone="attention" title={t("locked.title")}>
        {t("locked.text", { unit })}
      </Notice>
    );
  return null;
}
