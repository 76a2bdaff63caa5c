import clsx from "clsx";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { PrintedView } from "@/components/shell/printed-view";
import { viewAddress } from "@/components/shell/view-address";
import { useProseCount } from "@/components/ui/use-count-text";
import { useDateText } from "@/components/ui/use-date-text";
import { REPORT_STAGES } from "@/domain/report-stages";
import type { MatrixView } from "@/server/loaders/report-matrix-views";
import { MatrixTable } from "./matrix-table";
import { PunctualityTable } from "./punctuality-table";
import { StageMark } from "./stage-mark";

/** Who has reported what and when: a reporting year at a time, and the whole term in counts. */
export function ReportMatrix({ view }: { readonly view: MatrixView }) {
  const t = useTranslations("matrix");
  const date = useDateText()(view.state.asOf);
  const overdue = useProseCount()(view.overdue);
  return (
    <article className="grid grid-cols-1 gap-8">
      <header className="grid gap-2">
        <PrintedView termName={view.termName} state={view.state} />
        <h1 className="text-page-phone md:text-page">{t("sentence", { date, count: view.overdue, overdue })}</h1>
        <p className="text-quiet">{t("summary", { ...view.total })}</p>
        <p className="screen-only text-small">
          <Link href={`/entry/grid?term=${encodeURIComponent(view.state.termId)}`} className="underline">
            {t("grid")}
          </Link>{" "}
          ·{" "}
          <Link href="/entry/files" className="underline">
            {t("files")}
          </Link>
        </p>
      </header>
      <YearLinks view={view} />
      {view.tables.length === 0 && <p>{t("empty")}</p>}
      {view.tables.map((table) => (
        <MatrixTable key={table.frequency} table={table} year={view.year} />
      ))}
      {view.tables.length > 0 && <Legend />}
      {view.units.length > 0 && <PunctualityTable {...view} />}
    </article>
  );
}

function YearLinks({ view }: { readonly view: MatrixView }) {
  const t = useTranslations("matrix");
  const address = viewAddress("/matrix", view.state);
  return (
    <nav aria-label={t("years")} className="screen-only">
      <ul className="flex flex-wrap gap-x-1 gap-y-1">
        {view.years.map(({ id, current }) => (
          <li key={id}>
            <Link
              href={`${address}&year=${encodeURIComponent(id)}`}
              aria-current={current ? "true" : undefined}
              className={clsx(
                "figure inline-flex min-h-10 items-center border-b-2 px-3 no-underline",
                current ? "border-organisation font-semibold" : "border-transparent text-quiet hover:text-ink",
              )}
            >
              {id}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Legend() {
  const t = useTranslations("matrix");
  return (
    <ul aria-label={t("legend")} className="flex flex-wrap gap-x-6 gap-y-1">
      {REPORT_STAGES.map((stage) => (
        <li key={stage}>
          <StageMark stage={stage} words="full" />
        </li>
      ))}
    </ul>
  );
}
