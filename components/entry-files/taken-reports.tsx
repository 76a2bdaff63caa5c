"use client"; // part of the upload form, which lives in the browser

import { useTranslations } from "next-intl";
import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { useCountText } from "@/components/ui/use-count-text";
import type { TakenReport, TakenUpload } from "@/server/loaders/upload-views";

/** What was taken in, with a way to each report. */
export function TakenReports({ taken }: { readonly taken: TakenUpload }) {
  const t = useTranslations("entryUpload.done");
  const countText = useCountText();
  const { figures, drafts, submitted, reports } = taken;
  const more = drafts + submitted - reports.length;
  return (
    <Notice
      tone="done"
      live
      title={t("title", { figures: countText(figures), reports: countText(drafts + submitted) })}
    >
      {submitted > 0 && <p>{t("submitted", { count: countText(submitted) })}</p>}
      {drafts > 0 && <p>{t("drafts", { count: countText(drafts) })}</p>}
      <ul className="mt-1">
        {reports.map((report) => (
          <li key={addressOf(report)}>
            <Link href={addressOf(report)} className="underline">
              {t("open", { unit: report.unit, period: report.period })}
            </Link>{" "}
            <span className="text-quiet">· {t(`state.${report.state}`)}</span>
          </li>
        ))}
        {more > 0 && <li className="text-quiet">{t("more", { count: countText(more) })}</li>}
      </ul>
    </Notice>
  );
}

function addressOf({ address: { unitCode, periodKey, termCode } }: TakenReport): string {
  return `/entry/${encodeURIComponent(unitCode)}/${encodeURIComponent(periodKey)}?term=${encodeURIComponent(termCode)}`;
}
