import { useTranslations } from "next-intl";
import type { Provenance } from "@/domain/measures";

/** ° beside what the published text does not say. Nothing stands beside what it states. */
export function ProvenanceMark({ provenance }: { readonly provenance: Provenance }) {
  const t = useTranslations("targets.provenance");
  if (provenance === "stated") return null;
  return (
    <abbr title={t(provenance)} className="font-normal text-quiet no-underline">
      {/* The word joiner keeps the mark on the line of its figure. */}
      <span aria-hidden>{"\u2060°"}</span>
      <span className="sr-only"> ({t(provenance)})</span>
    </abbr>
  );
}
