"use client"; // a part of the form of a new term

import { useTranslations } from "next-intl";
import { CheckboxField, SelectField, TextField } from "@/components/ui/field";
import type { PreviousTerm } from "@/server/loaders/term-settings";

const KINDS = ["same", "redefined", "dropped"] as const;

export type CarryTexts = {
  readonly termId: string;
  readonly tasks: boolean;
  readonly choices: { readonly targetCode: string; readonly kind: (typeof KINDS)[number]; readonly reason: string }[];
};

interface CarryFieldsProps {
  readonly previous: PreviousTerm;
  readonly carry: CarryTexts | null;
  readonly onCarry: (carry: CarryTexts | null) => void;
  readonly error: (path: string) => string | undefined;
}

/** Whether the term before is carried forward, and what becomes of each of its targets. */
export function CarryFields({ previous, carry, onCarry, error }: CarryFieldsProps) {
  const t = useTranslations("termSettings");
  const begin = (): CarryTexts => ({
    ...{ termId: previous.id, tasks: false },
    choices: previous.targets.map(({ code }) => ({ targetCode: code, kind: "same", reason: "" })),
  });
  return (
    <fieldset className="grid gap-3">
      <legend className="text-section font-semibold">{t("carry.title")}</legend>
      <CheckboxField
        label={t("carry.from", { name: previous.name })}
        checked={carry !== null}
        onChange={(event) => onCarry(event.target.checked ? begin() : null)}
      />
      <p className="text-small text-quiet">{t("carry.hint")}</p>
      {carry && (
        <>
          <CheckboxField
            label={t("carry.tasks")}
            checked={carry.tasks}
            onChange={(event) => onCarry({ ...carry, tasks: event.target.checked })}
          />
          <ol className="grid gap-2">
            {carry.choices.map((choice, index) => {
              const name = previous.targets[index]?.name ?? choice.targetCode;
              const change = (part: Partial<typeof choice>) =>
                onCarry({
                  ...carry,
                  choices: carry.choices.map((one, place) => (place === index ? { ...one, ...part } : one)),
                });
              return (
                <li
                  key={choice.targetCode}
                  className="grid items-end gap-x-4 gap-y-2 border-b border-hairline pb-2 sm:grid-cols-[1fr_12rem_18rem]"
                >
                  <span className="sm:pb-2">
                    {index + 1}. {name}
                  </span>
                  <SelectField
                    label={t("carry.kindOf", { name })}
                    labelHidden
                    value={choice.kind}
                    options={KINDS.map((value) => ({ value, label: t(`carry.kind.${value}`) }))}
                    onChange={(event) => change({ kind: event.target.value as typeof choice.kind })}
                  />
                  {choice.kind !== "same" && (
                    <TextField
                      label={t(choice.kind === "redefined" ? "carry.reason" : "carry.reasonOptional")}
                      value={choice.reason}
                      error={error(`from.choices.${index}.reason`)}
                      onChange={(event) => change({ reason: event.target.value })}
                    />
                  )}
                </li>
              );
            })}
          </ol>
        </>
      )}
    </fieldset>
  );
}
