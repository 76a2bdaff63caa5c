import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReportingSettingsForm } from "@/components/reporting/reporting-settings-form";
import { loadReportingSettings } from "@/server/loaders/reporting-settings";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reportingSettings");
  return { title: t("title") };
}

/** How reports are taken. */
export default async function ReportingSettingsPage() {
  const [t, view] = await Promise.all([getTranslations("reportingSettings"), loadReportingSettings()]);
  return (
    <div className="grid max-w-form gap-5">
      <h1 className="text-page-phone md:text-page">{t("sentence", { days: view.stored.remindDaysBefore })}</h1>
      <ReportingSettingsForm view={view} />
    </div>
  );
}
