import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PlanTable } from "@/components/plans/plan-table";
import { loadTermPlans } from "@/server/loaders/plan-settings";
import { requireActor } from "@/server/require-actor";

interface PlansPageProps {
  readonly params: Promise<{ readonly term: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("planSettingsPage");
  return { title: t("title") };
}

/** The plans of a term, for the office to change. */
export default async function PlansPage({ params }: PlansPageProps) {
  const actor = await requireActor("terms.configure");
  const view = await loadTermPlans(actor, decodeURIComponent((await params).term));
  if (!view) notFound();
  return <PlanTable view={view} />;
}
