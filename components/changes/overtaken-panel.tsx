"use client"; // somebody chooses between two values here

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { useTimeText } from "@/components/ui/use-instant-text";
import type { JsonValue } from "@/domain/audit";
import type { MergeConflict } from "@/domain/merge";
import type { AnyChangeForm } from "./use-change-form";

interface OvertakenPanelProps {
  readonly form: AnyChangeForm;
  readonly fieldLabel: (path: string) => string;
  /** How people call a value where the form keeps an id or a code; as it was typed unless told otherwise. */
  readonly valueLabel?: ((path: string, value: string) => string) | undefined;
}

/** Somebody else saved first: who and when, what both changed differently, and the choice for each place. */
export function OvertakenPanel({ form, fieldLabel, valueLabel = (_, value) => value }: OvertakenPanelProps) {
  const t = useTranslations("changes.overtaken");
  const timeText = useTimeText();
  const { overtaken } = form;
  if (!overtaken) return null;
  const { name, at, conflicts } = overtaken;
  return (
    <Notice tone="attention" live title={t("title")}>
      <p>{t("text", { name: name || t("somebody"), time: at ? timeText(at) : "-" })}</p>
      <p>{conflicts.length === 0 ? t("merged") : t("choose")}</p>
      <ul className="mt-2 grid gap-3">
        {conflicts.map((conflict) => (
          <ConflictChoice
            key={conflict.path}
            conflict={conflict}
            label={fieldLabel(conflict.path)}
            valueLabel={(value) => valueLabel(conflict.path, value)}
            onChoose={(value) => form.choose(conflict.path, value)}
          />
        ))}
      </ul>
    </Notice>
  );
}

interface ConflictChoiceProps {
  readonly conflict: MergeConflict;
  readonly label: string;
  readonly valueLabel: (value: string) => string;
  readonly onChoose: (value: JsonValue) => void;
}

function ConflictChoice({ conflict, label, valueLabel, onChoose }: ConflictChoiceProps) {
  const t = useTranslations("changes.overtaken");
  const [side, setSide] = useState<"mine" | "theirs">("mine");
  return (
    <li>
      <fieldset className="grid gap-1">
        <legend className="font-semibold">{label}</legend>
        {(["mine", "theirs"] as const).map((candidate) => (
          <label key={candidate} className="flex items-baseline gap-2 text-ink">
            <input
              type="radio"
              name={`choice.${conflict.path}`}
              checked={side === candidate}
              onChange={() => {
                setSide(candidate);
                onChoose(conflict[candidate]);
              }}
              className="accent-on-track"
            />
            <span>
              {t(candidate)}: <strong>{valueText(conflict[candidate], valueLabel) || t("empty")}</strong>
            </span>
          </label>
        ))}
      </fieldset>
    </li>
  );
}

function valueText(value: JsonValue, label: (value: string) => string): string {
  if (value === null || value === "") return "";
  if (typeof value !== "object") return label(String(value));
  return Object.values(value)
    .map((part) => valueText(part as JsonValue, label))
    .filter(Boolean)
    .join(", ");
}
