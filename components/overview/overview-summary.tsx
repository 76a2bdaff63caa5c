import { useTranslations } from "next-intl";
import { useCountText, useProseCount } from "@/components/ui/use-count-text";
import type { OverviewView } from "@/server/loaders/overview";

type SummaryProps = Pick<OverviewView, "final" | "monthsPassed" | "monthsTotal" | "reports">;

/** Below the headline: how much of the term has passed, and how complete the reports are that it rests on. */
export function OverviewSummary({ final, monthsPassed, monthsTotal, reports }: SummaryProps) {
  const t = useTranslations("overview.sub");
  const text = useCountText();
  const months = { passed: text(monthsPassed), total: text(monthsTotal) };
  return (
    <p className="text-quiet">
      {final ? t("final", months) : t("running", months)} <ReportsReceived reports={reports} />
    </p>
  );
}

function ReportsReceived({ reports }: Pick<OverviewView, "reports">) {
  const t = useTranslations("overview.sub");
  const text = useCountText();
  const prose = useProseCount();
  const { received, expected, cells, missing } = reports;
  if (expected === 0) return t("noReportsDue");
  const units = missing
    .map(({ unitName, count }) => t("missingUnit", { unit: unitName, count: prose(count) }))
    .join(", ");
  const rest = expected === received ? t("complete") : t("missing", { count: prose(expected - received), units });
  return `${t("reports", { received: text(received), expected: text(expected), cells: prose(cells) })}; ${rest}`;
}
