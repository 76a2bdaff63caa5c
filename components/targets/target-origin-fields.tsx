"use client"; // stands in forms

import { useTranslations } from "next-intl";
import { choiceText } from "@/components/ui/choice-text";
import { SelectField } from "@/components/ui/field";
import type { Provenance } from "@/domain/measures";
import { TargetGroupField } from "./target-group-field";

interface Origin {
  readonly groupCode: string;
  readonly provenance: Provenance;
}

interface TargetOriginFieldsProps {
  readonly typed: Origin;
  /** Groups that other targets are in, to choose from. */
  readonly groups: readonly string[];
  readonly onChange: (change: Partial<Origin>) => void;
  /** What is wrong with a field, by its path. */
  readonly error: (path: string) => string | undefined;
}

/** Where a target comes from: its part of the resolution, and whether its words are the resolution's own. */
export function TargetOriginFields({ typed, groups, onChange, error }: TargetOriginFieldsProps) {
  const t = useTranslations("targetSettings");
  const provenance = useTranslations("measureSettings.provenance");
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      <TargetGroupField
        value={typed.groupCode}
        groups={groups}
        onChange={(groupCode) => onChange({ groupCode })}
        error={error("groupCode")}
      />
      <SelectField
        label={t("provenance")}
        value={typed.provenance}
        options={(["stated", "inferred", "assumed"] as const).map((value) => ({
          value,
          label: choiceText(provenance(value)),
        }))}
        onChange={(event) => onChange({ provenance: event.target.value as Provenance })}
        error={error("provenance")}
      />
    </div>
  );
}
