"use client"; // stands in forms

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField, TextField } from "@/components/ui/field";
import { isKnownGroup, TARGET_GROUPS } from "@/domain/target-groups";

const NONE = "";
/** No group can be called so: a group's name begins and ends with a letter or a digit. */
const OTHER = " ";

interface TargetGroupFieldProps {
  /** The code or name of the group; empty for none. */
  readonly value: string;
  /** Groups that other targets are in, to choose from. */
  readonly groups: readonly string[];
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

/** The part of the resolution that a target stands in: one that is known, one that is there, or another by its name. */
export function TargetGroupField({ value, groups, onChange, error }: TargetGroupFieldProps) {
  const t = useTranslations("targetSettings");
  const own = [...new Set(groups)].filter((group) => !isKnownGroup(group));
  const listed = [NONE, ...TARGET_GROUPS, ...own];
  const [isTyped, setTyped] = useState(!listed.includes(value));
  const options = [
    { value: NONE, label: t("groups.none") },
    ...TARGET_GROUPS.map((group) => ({ value: group, label: t(`groups.${group}`) })),
    ...own.map((group) => ({ value: group, label: group })),
    { value: OTHER, label: t("groups.other") },
  ];
  const choose = (chosen: string) => {
    setTyped(chosen === OTHER);
    onChange(chosen === OTHER ? NONE : chosen);
  };
  return (
    <div className="grid content-start gap-4">
      <SelectField
        label={t("group")}
        value={isTyped ? OTHER : value}
        options={options}
        onChange={(event) => choose(event.target.value)}
        error={isTyped ? undefined : error}
      />
      {isTyped && (
        <TextField
          label={t("groupName")}
          hint={t("groupHint")}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          error={error}
        />
      )}
    </div>
  );
}
