import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CheckboxField, SelectField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { ErrorCode } from "@/domain/errors";
import type { EntryFilesView, FilePeriod } from "@/server/loaders/entry-files";

/** So many periods stand open on the page; older ones are folded away. */
const SHOWN = 12;
const FEW_UNITS = 12;

interface DownloadFormProps {
  readonly view: EntryFilesView;
  readonly problem: ErrorCode | null;
}

/** Which units and periods go into the file. A plain form, so that it works without JavaScript. */
export function DownloadForm({ view, problem }: DownloadFormProps) {
  const t = useTranslations("entryFiles.download");
  const errors = useTranslations("errors");
  const { units, periods } = view;
  const older = periods.slice(SHOWN);
  return (
    <form method="get" action="/entry-files/download" className="grid justify-items-start gap-4">
      {problem && (
        <Notice tone="problem" live>
          {errors(problem)}
        </Notice>
      )}
      <UnitChoice units={units} />
      <fieldset className="grid w-full">
        <legend className="pb-1 text-small text-quiet">{t("periods")}</legend>
        <p className="text-small text-quiet">{t("periodsHint")}</p>
        <PeriodBoxes periods={periods.slice(0, SHOWN)} tellsClosed={view.enters} />
        {older.length > 0 && (
          <details>
            <summary className="w-fit py-2 underline">{t("older", { count: older.length })}</summary>
            <PeriodBoxes periods={older} tellsClosed={view.enters} />
          </details>
        )}
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" name="kind" value="xlsx">
          {`${t("button")}: ${t("xlsx")}`}
        </Button>
        <Button type="submit" name="kind" value="csv">
          {`${t("button")}: ${t("csv")}`}
        </Button>
      </div>
    </form>
  );
}

/** A few units to be ticked off; of many all or one, so that nobody unticks two hundred boxes. */
function UnitChoice({ units }: Pick<EntryFilesView, "units">) {
  const t = useTranslations("entryFiles.download");
  if (units.length > FEW_UNITS) {
    const all = { value: "", label: t("allUnits", { count: units.length }) };
    const each = units.map(({ id, name }) => ({ value: id, label: name }));
    return <SelectField name="unit" label={t("units")} options={[all, ...each]} className="w-full max-w-xl" />;
  }
  return (
    <fieldset className="grid w-full">
      <legend className="pb-1 text-small text-quiet">{t("units")}</legend>
      <div className="flex flex-wrap gap-x-6">
        {units.map(({ id, name }) => (
          <CheckboxField key={id} name="unit" value={id} label={name} defaultChecked />
        ))}
      </div>
    </fieldset>
  );
}

interface PeriodBoxesProps {
  readonly periods: readonly FilePeriod[];
  readonly tellsClosed: boolean;
}

function PeriodBoxes({ periods, tellsClosed }: PeriodBoxesProps) {
  const t = useTranslations("entryFiles.download");
  return (
    <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
      {periods.map(({ id, title, isOpen, isProposed }) => (
        <CheckboxField
          key={id}
          name="period"
          value={id}
          defaultChecked={isProposed}
          label={
            <>
              {title}
              {tellsClosed && !isOpen && <span className="text-quiet"> · {t("closed")}</span>}
            </>
          }
        />
      ))}
    </div>
  );
}
