import clsx from "clsx";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { Comparison } from "@/components/achievements/comparison";
import { ReportCount } from "@/components/achievements/report-count";
import { StatusMark } from "@/components/achievements/status-mark";
import { Explained } from "@/components/number-explanations/explained";
import { targetAddress } from "@/components/shell/view-address";
import { ProvenanceMark } from "@/components/targets/provenance-mark";
import { useAskText, usePlanText } from "@/components/targets/use-plan-text";
import type { MeasureView, OverviewTarget } from "@/server/loaders/overview";
import type { ViewState } from "@/server/loaders/view-state";

interface TargetRowsProps {
  readonly target: OverviewTarget;
  readonly state: ViewState;
}

/** A target: one row a measure, the name and number on the first. */
export function TargetRows({ target, state }: TargetRowsProps) {
  const [first, ...others] = target.measures;
  const several = others.length > 0;
  return (
    <tbody role="rowgroup" className="border-b border-hairline max-md:block max-md:py-2 print:break-inside-avoid">
      <MeasureRow measure={first ?? null} position={target.position} status={target.status} state={state}>
        <Link
          href={targetAddress(target.code, state)}
          className="block leading-snug font-semibold no-underline hover:underline"
        >
          {target.name}
          <ProvenanceMark provenance={target.provenance} />
        </Link>
        {first && <Ask measure={first} named={several} />}
      </MeasureRow>
      {others.map((measure) => (
        <MeasureRow key={measure.id} measure={measure} position={null} status={measure.status} state={state}>
          <Ask measure={measure} named />
        </MeasureRow>
      ))}
    </tbody>
  );
}

function Ask({ measure, named }: { readonly measure: MeasureView; readonly named: boolean }) {
  const ask = useAskText()(measure);
  return (
    <span className="block text-small font-normal text-quiet">
      {named && <span className="text-ink">{measure.name}: </span>}
      {ask}
      {measure.plan && <ProvenanceMark provenance={measure.plan.provenance} />}
    </span>
  );
}

interface MeasureRowProps {
  /** Null for a target that has no measure yet. */
  readonly measure: MeasureView | null;
  readonly position: number | null;
  readonly status: MeasureView["status"];
  readonly state: ViewState;
  readonly children: React.ReactNode;
}

/** The cells of one measure; on a phone they flow: name and result, then the drawing, then status and reports. */
function MeasureRow({ measure, position, status, state, children }: MeasureRowProps) {
  const planText = usePlanText();
  const opening = position !== null;
  return (
    <tr role="row" className="max-md:grid max-md:grid-cols-[2rem_1fr_auto] max-md:gap-x-2 max-md:py-1">
      <td role="cell" className="figure min-w-8 py-1 text-center align-middle text-quiet max-md:text-left">
        {position}
      </td>
      <th role="rowheader" scope="row" className={clsx("align-middle font-normal", opening ? "py-1" : "pb-1")}>
        {children}
      </th>
      <td role="cell" className="figure px-3 text-right align-middle font-semibold max-md:px-0 max-md:py-1.5">
        <Actual measure={measure} state={state} />
      </td>
      <td role="cell" className="figure px-3 text-right align-middle text-quiet max-lg:sr-only">
        {measure && (
          <Explained measureCode={measure.id} number="plan" state={state}>
            {planText(measure)}
          </Explained>
        )}
      </td>
      <td role="cell" className="px-3 align-middle max-md:col-span-2 max-md:col-start-2 max-md:px-0">
        {measure && <Comparison measure={measure} state={state} />}
      </td>
      <td role="cell" className="px-3 align-middle max-md:col-start-2 max-md:px-0">
        <StatusMark status={measure?.status ?? status} className="figure" />
      </td>
      <td role="cell" className="figure pl-3 text-right align-middle text-small text-quiet max-md:self-center">
        {measure && (
          <Explained measureCode={measure.id} number="reports" state={state}>
            <ReportCount received={measure.received} expected={measure.expected} />
          </Explained>
        )}
      </td>
    </tr>
  );
}

/** The result; a dash where there is none, which is not a zero. */
function Actual({ measure, state }: Pick<MeasureRowProps, "measure" | "state">) {
  const t = useTranslations("achievements.read");
  if (measure?.actual == null) {
    return (
      <>
        <span aria-hidden>-</span>
        <span className="sr-only">{t("noActual")}</span>
      </>
    );
  }
  return (
    <Explained measureCode={measure.id} number="actual" state={state}>
      {measure.actual}
      {measure.provisional && <Provisional />}
    </Explained>
  );
}

function Provisional() {
  const t = useTranslations("achievements.read");
  return (
    <>
      {" "}
      <span className="block text-small font-normal text-quiet">{t("provisional")}</span>
    </>
  );
}
