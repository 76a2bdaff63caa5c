import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readNumberAddress, type NumberPageProps } from "@/app/number-address";
import { readViewQuery } from "@/app/view-query";
import { NumberExplanation } from "@/components/number-explanations/number-explanation";
import { loadNumberExplanation } from "@/server/loaders/number-explanations";
import { requireActor } from "@/server/require-actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("explain");
  return { title: t("title") };
}

/** Where a number comes from, as a page of its own. */
export default async function ExplainPage({ params, searchParams }: NumberPageProps) {
  const actor = await requireActor("targets.view");
  const address = await readNumberAddress(params, searchParams);
  const view = await loadNumberExplanation(actor, address, await readViewQuery(searchParams));
  return (
    <div className="mx-auto max-w-form">
      <NumberExplanation view={view} />
    </div>
  );
}
