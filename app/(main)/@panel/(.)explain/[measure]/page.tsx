import { readNumberAddress, type NumberPageProps } from "@/app/number-address";
import { readViewQuery } from "@/app/view-query";
import { ExplanationPanel } from "@/components/number-explanations/explanation-panel";
import { NumberExplanation } from "@/components/number-explanations/number-explanation";
import { loadNumberExplanation } from "@/server/loaders/number-explanations";
import { requireActor } from "@/server/require-actor";

/** Where a number comes from, over the page on which it was chosen. */
export default async function ExplainPanel({ params, searchParams }: NumberPageProps) {
  const actor = await requireActor("targets.view");
  const address = await readNumberAddress(params, searchParams);
  const view = await loadNumberExplanation(actor, address, await readViewQuery(searchParams));
  return (
    <ExplanationPanel>
      <NumberExplanation view={view} inPanel />
    </ExplanationPanel>
  );
}
