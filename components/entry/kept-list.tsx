"use client"; // this device alone knows what it keeps

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { useProseCount } from "@/components/ui/use-count-text";
import { useTimeText } from "@/components/ui/use-instant-text";
import { useUnsavedReports, type UnsavedReport } from "./use-unsaved-reports";

/** The reports of an account that are kept on this device only, each with where it stands. Nothing without any. */
export function KeptList({ accountId }: { readonly accountId: string }) {
  const t = useTranslations("entry.kept");
  const countText = useProseCount();
  const reports = useUnsavedReports(accountId);
  if (reports.length === 0) return null;
  return (
    <Notice
      tone="attention"
      live
      className="screen-only"
      title={t("title", { count: reports.length, padded: countText(reports.length) })}
    >
      <ul className="grid gap-1">
        {reports.map((kept) => (
          <KeptLine key={kept.owner.unitId + kept.owner.periodId} {...kept} />
        ))}
      </ul>
    </Notice>
  );
}

function KeptLine({ report }: UnsavedReport) {
  const t = useTranslations("entry");
  const timeText = useTimeText();
  const { period, unit, address } = report.heading;
  return (
    <li>
      <Link href={address} prefetch={false} className="font-semibold underline">
        {t("report", { period })}
      </Link>{" "}
      · {unit}: {t(`kept.state.${stateOf(report)}`, { time: timeText(report.typedAt) })}
    </li>
  );
}

function stateOf({ refused, submitting }: UnsavedReport["report"]) {
  if (refused !== null && refused !== "session_expired") return "refused";
  return submitting ? "submitting" : "waiting";
}
