import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { UnitDetails } from "@/components/units/unit-details";
import { loadUnitDetails } from "@/server/loaders/unit-settings";

interface UnitPageProps {
  readonly params: Promise<{ readonly unit: string }>;
}

/** The page and its title ask for the same unit: it is loaded once a request. */
const loadOnce = cache(async ({ params }: UnitPageProps) => loadUnitDetails(decodeURIComponent((await params).unit)));

export async function generateMetadata(props: UnitPageProps): Promise<Metadata> {
  const view = await loadOnce(props);
  return { title: view?.unit.versions.at(-1)?.name };
}

/** One unit through time. */
export default async function UnitPage(props: UnitPageProps) {
  const view = await loadOnce(props);
  if (view === null) notFound();
  return <UnitDetails view={view} />;
}
