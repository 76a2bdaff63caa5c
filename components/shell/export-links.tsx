import { useTranslations } from "next-intl";
import { DownloadLink } from "@/components/ui/button";
import type { ViewState } from "@/server/loaders/view-state";
import { viewAddress } from "./view-address";

/** Appendix 1 of what the page shows, at the same day and on the same basis, as a file. */
export function ExportLinks({ state }: { readonly state: ViewState }) {
  const t = useTranslations("overview.export");
  return (
    <div role="group" aria-label={t("label")} className="flex flex-wrap gap-2">
      <DownloadLink href={viewAddress("/export/appendix.docx", state)}>{t("word")}</DownloadLink>
      <DownloadLink href={viewAddress("/export/appendix.xlsx", state)}>{t("excel")}</DownloadLink>
    </div>
  );
}
