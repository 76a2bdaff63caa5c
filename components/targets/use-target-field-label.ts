import { useTranslations } from "next-intl";
import { useMeasureFieldLabel } from "@/components/measures/use-measure-field-label";

const LABELS: Readonly<Record<string, "name" | "wording" | "code" | "group" | "provenance" | "measures">> = {
  ...{ name: "name", wording: "wording", code: "code", provenance: "provenance", groupCode: "group" },
  measures: "measures",
};

/** How people call the field of a target's form at a path, those of its measures included: `measures.0.rule`. */
export function useTargetFieldLabel(): (path: string) => string {
  const t = useTranslations("targetSettings");
  const measureLabel = useMeasureFieldLabel();
  return (path) => {
    const plain = path.replace(/^typed\./, "");
    const [, index, ownPath] = /^measures\.(\d+)\.(.+)$/.exec(plain) ?? [];
    if (ownPath !== undefined) {
      return t("measureField", { number: Number(index) + 1, field: measureLabel(ownPath) });
    }
    const label = LABELS[plain];
    return label ? t(label) : measureLabel(plain);
  };
}
