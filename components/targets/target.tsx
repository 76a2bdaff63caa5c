import { useTranslations } from "next-intl";
import Link from "next/link";
import { StatusMark } from "@/components/achievements/status-mark";
import { ExportLinks } from "@/components/shell/export-links";
import { PrintedView } from "@/components/shell/printed-view";
import { viewAddress } from "@/components/shell/view-address";
import { Notice } from "@/components/ui/notice";
import type { TargetView } from "@/server/loaders/targets";
import { MeasureSection } from "./measure-section";
import { ProvenanceMark } from "./provenance-mark";
import { TargetExplanations } from "./target-explanations";
import { TargetNeighbours } from "./target-neighbours";

/** A target with everything that its result rests on, measure by measure. */
export function Target({ view }: { readonly view: TargetView }) {
  const t = useTranslations();
  const several = view.measures.length > 1;
  return (
    <article className="grid grid-cols-1 gap-8">
      <header className="grid gap-2">
        <PrintedView termName={view.termName} state={view.state} />
        {view.illustrative && <Notice>{t("overview.illustrative")}</Notice>}
        <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2">
          <TargetTitle view={view} />
          {view.mayExport && <ExportLinks state={view.state} />}
        </div>
        {several && (
          <p className="flex flex-wrap items-baseline gap-x-3">
            <StatusMark status={view.status} />
            <span className="text-small text-quiet">{t("targets.weakest")}</span>
          </p>
        )}
      </header>
      {view.measures.length === 0 && <p className="text-quiet">{t("targets.noMeasure")}</p>}
      {view.measures.map((measure) => (
        <MeasureSection key={measure.id} measure={measure} view={view} named={several} />
      ))}
      <TargetExplanations view={view} />
      <TargetNeighbours view={view} />
    </article>
  );
}

/** Where we are, the name, and the resolution's own words with what is known of them. */
function TargetTitle({ view }: { readonly view: TargetView }) {
  const t = useTranslations("targets");
  return (
    <div className="grid max-w-3xl gap-1">
      <nav aria-label={t("breadcrumb")} className="text-small text-quiet">
        <Link href={viewAddress("/", view.state)}>{t("title")}</Link> / {view.position}
      </nav>
      <h1 className="text-page-phone md:text-page">
        {view.name}
        <ProvenanceMark provenance={view.provenance} />
      </h1>
      {view.wording && (
        <blockquote className="mt-1 text-section">
          <p>{t("quote", { wording: view.wording })}</p>
        </blockquote>
      )}
      <p className="text-small text-quiet">{t(view.wording ? `source.${view.provenance}` : "source.none")}</p>
    </div>
  );
}
