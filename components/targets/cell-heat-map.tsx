import clsx from "clsx";
import { useTranslations } from "next-intl";
import { ChartFigure } from "@/components/charts/chart-figure";
import { CheckboxField } from "@/components/ui/field";
import { HeadCell, Table } from "@/components/ui/table";
import type { CellCourseView, CellPeriodsView, CellPeriodView, Shade } from "@/server/loaders/target-cell-periods";

interface CellHeatMapProps {
  readonly name: string;
  readonly view: CellPeriodsView;
  readonly fileName: string;
}

/** Pale to dark, each with a pattern of its own that black and white keeps. */
const SHADES: Record<Shade, string> = {
  0: "shade-1",
  1: "shade-2",
  2: "shade-3",
  3: "shade-4",
};

/** Cells × periods: a table whose squares are shaded from low to high. Each holds its figure, shown or read out. */
export function CellHeatMap({ name, view, fileName }: CellHeatMapProps) {
  const t = useTranslations("targets.cellPeriods");
  return (
    <ChartFigure fileName={fileName} caption={<Legend view={view} />}>
      <Table fits caption={t("heatCaption", { name })} className="heat">
        <thead className="text-small text-quiet">
          {view.years.some(({ periods }) => periods > 1) && <YearRow years={view.years} />}
          <tr className="border-b border-strong">
            <HeadCell>{t("cell")}</HeadCell>
            {view.periods.map(({ text, short }) => (
              <th key={text} scope="col" className="px-0 text-center align-bottom text-tick font-normal">
                <span aria-hidden>{short}</span>
                <span className="sr-only">{text}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.cells.map((cell) => (
            <HeatRow key={cell.unitCode} cell={cell} periods={view.periods.length} />
          ))}
        </tbody>
      </Table>
      {view.omitted > 0 && <p className="text-small text-quiet">{t("omitted", { count: view.omitted })}</p>}
      <CheckboxField label={t("showFigures")} className="screen-only text-small" />
    </ChartFigure>
  );
}

/** Groups short names of periods by their year; a screen reader hears the periods' full names instead. */
function YearRow({ years }: Pick<CellPeriodsView, "years">) {
  return (
    <tr aria-hidden>
      <td />
      {years.map(({ label, periods }) => (
        <td key={label} colSpan={periods} className="border-l border-edge pl-1 text-left">
          {label}
        </td>
      ))}
    </tr>
  );
}

function HeatRow({ cell, periods }: { readonly cell: CellCourseView; readonly periods: number }) {
  const t = useTranslations("targets.cellPeriods");
  return (
    <tr>
      <HeadCell scope="row" className="sticky left-0 max-w-40 min-w-24 bg-paper text-small">
        {cell.unitName}
      </HeadCell>
      {cell.withheld ? (
        <td colSpan={periods} className="text-small text-quiet">
          {t("withheld")}
        </td>
      ) : (
        cell.periods.map((period, index) => <Square key={index} period={period} />)
      )}
    </tr>
  );
}

/** Zero is a figure and shows; missing is hatched, not applicable a stroke, not asked nothing. */
function Square({ period }: { readonly period: CellPeriodView }) {
  const t = useTranslations("targets.cellPeriods");
  const { state, text, shade, provisional } = period;
  if (state !== "value") {
    return (
      <td className={clsx("fill", state)}>
        <span className="sr-only">{t(`state.${state}`)}</span>
      </td>
    );
  }
  return (
    <td className={clsx("fill", shade !== null && SHADES[shade], provisional && "provisional")}>
      <span className={text === "0" ? undefined : "figure-in-square"}>{text}</span>
      {provisional && <span className="sr-only"> ({t("provisional")})</span>}
    </td>
  );
}

const STATES = ["missing", "not_applicable", "no_value"] as const;

/** What the shades and marks mean. */
function Legend({ view }: { readonly view: CellPeriodsView }) {
  const t = useTranslations("targets.cellPeriods");
  const shown = STATES.filter((state) => view.cells.some(({ periods }) => periods.some((one) => one.state === state)));
  const hasProvisional = view.cells.some(({ periods }) => periods.some(({ provisional }) => provisional));
  return (
    <span className="heat-legend flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="inline-flex items-center gap-1">
        {t("low", { value: view.from })}
        {Object.values(SHADES).map((shade) => (
          <i key={shade} className={clsx("fill", shade)} />
        ))}
        {t("high", { value: view.to })}
      </span>
      {shown.map((state) => (
        <span key={state} className="inline-flex items-center gap-1">
          <i className={clsx("fill", state)} /> {t(`state.${state}`)}
        </span>
      ))}
      {hasProvisional && (
        <span className="inline-flex items-center gap-1">
          <i className="fill shade-2 provisional" /> {t("provisional")}
        </span>
      )}
    </span>
  );
}
