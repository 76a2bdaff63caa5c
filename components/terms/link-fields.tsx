"use client"; // a row of the form of the links

import { useTranslations } from "next-intl";
import { SelectField, TextAreaField } from "@/components/ui/field";
import type { TermLinksView } from "@/server/loaders/term-links";
import type { LinkKind, LinkRow } from "./link-texts";

const KINDS: readonly LinkKind[] = ["same", "redefined", "new"];

interface LinkFieldsProps {
  readonly row: LinkRow;
  readonly index: number;
  readonly name: string;
  readonly previous: TermLinksView["previous"]["targets"];
  readonly onRow: (row: LinkRow) => void;
  readonly error: (path: string) => string | undefined;
}

/** One target: same, redefined or new, the target that it goes back to, and why it was redefined. */
export function LinkFields({ row, index, name, previous, onRow, error }: LinkFieldsProps) {
  const t = useTranslations("termSettings.links");
  const at = (field: string) => error(`links.${index}.${field}`);
  return (
    <li className="grid gap-x-4 gap-y-2 border-b border-hairline py-3 sm:grid-cols-[1fr_9rem_1.5fr]">
      <span className="font-semibold">
        {index + 1}. {name}
      </span>
      <SelectField
        label={t("kindOf", { name })}
        labelHidden
        value={row.kind}
        error={at("targetId") ?? at("kind")}
        options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(event) => onRow({ ...row, kind: event.target.value as LinkKind })}
      />
      {row.kind !== "new" && (
        <div className="grid gap-2">
          <SelectField
            label={t("previousOf", { name })}
            labelHidden
            value={row.previousTargetCode}
            error={at("previousTargetCode")}
            options={[
              { value: "", label: t("choose") },
              ...previous.map((target) => ({ value: target.code, label: target.name })),
            ]}
            onChange={(event) => onRow({ ...row, previousTargetCode: event.target.value })}
          />
          {row.kind === "redefined" && (
            <TextAreaField
              rows={4}
              label={t("reason")}
              value={row.reason}
              error={at("reason")}
              onChange={(event) => onRow({ ...row, reason: event.target.value })}
            />
          )}
        </div>
      )}
    </li>
  );
}
