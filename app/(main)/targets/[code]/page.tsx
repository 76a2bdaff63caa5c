import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readViewQuery, readWords, type SearchParams } from "@/app/view-query";
import { Target } from "@/components/targets/target";
import { loadTarget } from "@/server/loaders/targets";

interface TargetPageProps {
  readonly params: Promise<{ readonly code: string }>;
  readonly searchParams: SearchParams;
}

/** The page and its title ask for the same target: it is loaded once a request. */
const loadOnce = cache((code: string, ...[term, asOf, basis, whatIf, measure]: readonly (string | undefined)[]) =>
  loadTarget(code, { term, asOf, basis, whatIf, measure }),
);

async function loadView({ params, searchParams }: TargetPageProps) {
  const [{ code }, { term, asOf, basis }] = await Promise.all([params, readViewQuery(searchParams)]);
  const { whatIf, measure } = await readWords(searchParams, ["whatIf", "measure"]);
  return loadOnce(decodeURIComponent(code), term, asOf, basis, whatIf, measure);
}

export async function generateMetadata(props: TargetPageProps): Promise<Metadata> {
  const view = await loadView(props);
  return { title: view?.name };
}

/** One target with everything that its result rests on. */
export default async function TargetPage(props: TargetPageProps) {
  const view = await loadView(props);
  if (view === null) notFound();
  return <Target view={view} />;
}
