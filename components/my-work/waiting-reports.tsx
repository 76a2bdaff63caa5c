import { useTranslations } from "next-intl";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import type { WaitingReport } from "@/server/loaders/my-work";

/** How many stand open here; the rest are in the queue. */
const SHOWN = 8;

/** Reports that wait for the office's decision, the longest waiting first. */
export function WaitingReports({ reports }: { readonly reports: readonly WaitingReport[] }) {
  const t = useTranslations("work.waiting");
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className="text-section">
        {t("title")} <span className="figure font-normal text-quiet">{reports.length}</span>
      </h2>
      <ul className="mt-1 border-b border-hairline">
        {reports.slice(0, SHOWN).map((report) => (
          <li key={report.submissionId} className="border-t border-hairline py-2.5">
            <WaitingLine report={report} />
          </li>
        ))}
      </ul>
      {reports.length > SHOWN && (
        <p className="screen-only pt-2">
          <Link href="/review" className="underline">
            {t("all", { count: reports.length })}
          </Link>
        </p>
      )}
    </section>
  );
}

function WaitingLine({ report }: { readonly report: WaitingReport }) {
  const t = useTranslations("work.waiting");
  return (
    <div className="grid items-center gap-x-6 gap-y-2 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid gap-0.5">
        <p>
          <span className="font-semibold">{t("report", { period: report.period })}</span>{" "}
          <span className="text-quiet">· {report.unitName}</span>
        </p>
        <p className={report.tooLong ? "text-small font-semibold text-attention" : "text-small text-quiet"}>
          {t("days", { days: report.days })}
          {report.isCorrection && <> · {t("correction")}</>}
        </p>
      </div>
      <ButtonLink href={`/review/${report.submissionId}`} className="justify-self-start md:justify-self-end">
        {t("open")}
      </ButtonLink>
    </div>
  );
}
