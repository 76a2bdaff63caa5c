import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readWords, type SearchParams } from "@/app/view-query";
import { FigureHistory } from "@/components/figures/figure-history";
import { loadFigureHistory } from "@/server/loaders/figure-history";
import { requireActor } from "@/server/require-actor";

interface FigurePageProps {
  readonly params: Promise<{ readonly unit: string; readonly period: string; readonly measure: string }>;
  readonly searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("figureHistory");
  return { title: t("title") };
}

/** Everything that became of one figure. */
export default async function FigurePage({ params, searchParams }: FigurePageProps) {
  const actor = await requireActor("figures.view");
  const [{ unit, period, measure }, { term }] = await Promise.all([params, readWords(searchParams, ["term"])]);
  const [unitCode, periodKey, measureCode] = [unit, period, measure].map(decodeURIComponent) as [
    string,
    string,
    string,
  ];
  return <FigureHistory view={await loadFigureHistory(actor, { unitCode, periodKey, measureCode, termCode: term })} />;
}
