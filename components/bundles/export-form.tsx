import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/field";
import { useDateText } from "@/components/ui/use-date-text";
import type { ExportableTerm } from "@/server/loaders/bundle-settings";

/** Ticked terms leave as one file; none ticked is all of them. A plain form, so that it works without JavaScript. */
export function ExportForm({ terms }: { readonly terms: readonly ExportableTerm[] }) {
  const t = useTranslations("bundleSettingsPage.export");
  const dateText = useDateText();
  return (
    <form method="get" action="/bundles/export" className="grid justify-items-start gap-3">
      <fieldset className="grid w-full">
        <legend className="pb-1 text-small text-quiet">{t("legend")}</legend>
        {terms.map(({ code, name, startsOn, endsOn, state }) => (
          <div key={code} className="flex flex-wrap items-center gap-x-4 max-sm:pb-2 border-b border-hairline">
            <CheckboxField name="term" value={code} label={name} className="font-medium" />
            <span className="figure text-small text-quiet">
              {t("span", { from: dateText(startsOn), to: dateText(endsOn) })} · {t(`state.${state}`)}
            </span>
          </div>
        ))}
      </fieldset>
      <p className="text-small text-quiet">{t("contents")}</p>
      <Button type="submit">{t("button")}</Button>
    </form>
  );
}
