import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { GridChoice, GridView } from "@/server/loaders/entry-grid-views";

/** One unit over its periods, or one period over its units: chosen by forms that work without scripts. */
export function GridChoices({ view }: { readonly view: GridView }) {
  const t = useTranslations("entryGridPage");
  return (
    <nav aria-label={t("choose")} className="screen-only grid gap-2">
      <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
        <ChoiceForm name="period" view={view} choices={view.periods} chosen={view.chosen.period} />
        <ChoiceForm name="unit" view={view} choices={view.units} chosen={view.chosen.unit} />
      </div>
      {view.by === "unit" && view.frequencies.length > 1 && <FrequencyLinks view={view} />}
    </nav>
  );
}

interface ChoiceFormProps {
  readonly name: "period" | "unit";
  readonly view: GridView;
  readonly choices: readonly GridChoice[];
  readonly chosen: string | null;
}

function ChoiceForm({ name, view, choices, chosen }: ChoiceFormProps) {
  const t = useTranslations("entryGridPage");
  return (
    <form action="/entry/grid" className="flex items-end gap-2">
      <input type="hidden" name="term" value={view.termCode} />
      <SelectField
        key={chosen}
        name={name}
        label={t(`by.${name}`)}
        options={chosen === null ? [{ value: "", label: t("notChosen") }, ...choices] : choices}
        defaultValue={chosen ?? ""}
        required
        className="w-52 max-w-full"
      />
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}

function FrequencyLinks({ view: { frequencies, chosen, termCode } }: Pick<ChoiceFormProps, "view">) {
  const t = useTranslations("entryGridPage.every");
  return (
    <ul className="flex flex-wrap gap-x-1">
      {frequencies.map((frequency) => (
        <li key={frequency}>
          <Link
            href={`/entry/grid?${new URLSearchParams({ unit: chosen.unit ?? "", every: frequency, term: termCode }).toString()}`}
            aria-current={frequency === chosen.frequency ? "true" : undefined}
            className={clsx(
              "inline-flex min-h-10 items-center border-b-2 px-3 no-underline",
              frequency === chosen.frequency
                ? "border-organisation font-semibold"
                : "border-transparent text-quiet hover:text-ink",
            )}
          >
            {t(frequency)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
