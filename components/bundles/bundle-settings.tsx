import { useTranslations } from "next-intl";
import { useProseCount } from "@/components/ui/use-count-text";
import type { ExportableTerm } from "@/server/loaders/bundle-settings";
import { ExportForm } from "./export-form";
import { ImportForm } from "./import-form";

/** The page of files: what can be taken out, and a file to take in. */
export function BundleSettings({ terms }: { readonly terms: readonly ExportableTerm[] }) {
  const t = useTranslations("bundleSettingsPage");
  return (
    <div className="grid max-w-form gap-8">
      <header className="grid gap-1">
        <h1 className="text-page-phone md:text-page">
          {t("headline", { count: terms.length, shown: useProseCount()(terms.length) })}
        </h1>
        <p className="max-w-3xl text-quiet">{t("text")}</p>
      </header>
      <section aria-labelledby="bundle-export" className="grid gap-3">
        <h2 id="bundle-export" className="text-section font-semibold">
          {t("export.title")}
        </h2>
        {terms.length === 0 ? <p className="text-quiet">{t("export.none")}</p> : <ExportForm terms={terms} />}
      </section>
      <section aria-labelledby="bundle-import" className="grid gap-3">
        <h2 id="bundle-import" className="text-section font-semibold">
          {t("import.title")}
        </h2>
        <p className="max-w-3xl text-quiet">{t("import.text")}</p>
        <noscript>
          <p className="font-semibold">{t("import.needsScript")}</p>
        </noscript>
        <ImportForm />
      </section>
    </div>
  );
}
