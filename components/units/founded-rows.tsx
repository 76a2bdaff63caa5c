"use client"; // rows are added, taken away, and filled in from pasted lines

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CheckboxField, FieldError, SelectField, TextField } from "@/components/ui/field";
import type { EventFields } from "./event-form";
import { codeFor, livingUnits, nameOn, nextRow, type FoundedTyped } from "./event-typed";

/** The units that the event founds, one a row; several names pasted at once become several rows. */
export function FoundedRows(fields: EventFields) {
  const t = useTranslations("unitSettings");
  const { typed, set, error } = fields;
  const rows = typed.founded;
  const problem = error("founded");
  const several = typed.kind !== "merge";
  return (
    <section aria-label={t("field.founded")} className="grid gap-3">
      <h2 className="text-section">{t("field.founded")}</h2>
      {several && <p className="text-small text-quiet">{t("hint.founded")}</p>}
      <FieldError>{problem}</FieldError>
      <ol className="grid gap-4">
        {rows.map((_, index) => (
          <li key={index} className="grid gap-2 border-b border-hairline pb-3">
            <FoundedRow {...fields} index={index} />
          </li>
        ))}
      </ol>
      {several && (
        <div>
          <Button onClick={() => set({ founded: [...rows, nextRow(rows)] })}>{t("row.add")}</Button>
        </div>
      )}
    </section>
  );
}

interface FoundedRowProps extends EventFields {
  readonly index: number;
}

function FoundedRow({ index, ...fields }: FoundedRowProps) {
  const t = useTranslations("unitSettings");
  const { typed, set, error } = fields;
  const parents = useParentOptions(fields, index);
  const rows = typed.founded;
  const row = rows[index];
  if (!row) return null;
  const change = (part: Partial<FoundedTyped>) =>
    set({ founded: rows.map((other, place) => (place === index ? { ...other, ...part } : other)) });
  const named = (label: string) => t("row.label", { number: index + 1, field: label });
  return (
    <>
      <div
        className={clsx(
          "grid items-start gap-3 sm:grid-cols-2",
          typed.kind === "found" ? "lg:grid-cols-[2fr_1fr_2fr_1fr_auto]" : "lg:grid-cols-[2fr_2fr_1fr_auto]",
        )}
      >
        <NameField {...fields} index={index} label={named(t("row.name"))} />
        {typed.kind === "found" ? (
          <SelectField
            label={named(t("row.kind"))}
            value={row.kind}
            onChange={(event) => change({ kind: event.target.value as FoundedTyped["kind"] })}
            options={(["cell", "section", "committee"] as const).map((kind) => ({
              value: kind,
              label: t(`kind.${kind}`),
            }))}
            error={error(`founded.${index}.kind`)}
          />
        ) : null}
        <SelectField
          label={named(t("row.parent"))}
          value={row.parent}
          onChange={(event) => change({ parent: event.target.value })}
          options={parents}
          error={error(`founded.${index}.parent`)}
        />
        <TextField
          label={named(t("row.code"))}
          value={row.code}
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => change({ code: event.target.value })}
          error={error(`founded.${index}.code`)}
        />
        {rows.length > 1 && (
          <Button
            variant="quiet"
            className="justify-self-start max-lg:-ml-2 lg:mt-5"
            aria-label={named(t("row.remove"))}
            onClick={() => set({ founded: withoutRow(rows, index) })}
          >
            {t("row.remove")}
          </Button>
        )}
      </div>
      {typed.kind !== "found" && <Secretaries {...fields} row={row} onChange={change} />}
    </>
  );
}

/** Typing a name proposes the code with it, until the code has been typed itself. */
function NameField({ view, typed, set, error, index, label }: FoundedRowProps & { readonly label: string }) {
  const rows = typed.founded;
  const row = rows[index];
  if (!row) return null;
  const renamed = (list: readonly FoundedTyped[], place: number, name: string) => {
    const own = list[place];
    const follows = own === undefined || own.code === codeFor(view, list, place, own.name);
    const code = follows ? codeFor(view, list, place, name) : own.code;
    return list.map((other, at) => (at === place ? { ...other, name, code } : other));
  };
  const paste = (lines: readonly string[]) => {
    const filled = lines.reduce<readonly FoundedTyped[]>((list, line, offset) => {
      const place = index + offset;
      return renamed(place < list.length ? list : [...list, nextRow(list)], place, line);
    }, rows);
    set({ founded: filled });
  };
  return (
    <TextField
      label={label}
      value={row.name}
      autoComplete="off"
      onChange={(event) => set({ founded: renamed(rows, index, event.target.value) })}
      onPaste={(event) => {
        const lines = event.clipboardData
          .getData("text")
          .split(/\r?\n/)
          .map((line) => line.trim())
          .filter(Boolean);
        if (lines.length < 2 || typed.kind === "merge") return;
        event.preventDefault();
        paste(lines);
      }}
      error={error(`founded.${index}.name`)}
    />
  );
}

function useParentOptions({ view, typed }: EventFields, index: number) {
  const t = useTranslations("unitSettings");
  const above = typed.founded
    .slice(0, index)
    .flatMap(({ kind, name }, place) =>
      kind === "cell" ? [] : [{ value: `new:${place}`, label: name || t("row.above", { number: place + 1 }) }],
    );
  const stored = livingUnits(view, typed.on)
    .filter(({ kind }) => kind !== "cell")
    .map((unit) => ({ value: unit.id, label: nameOn(unit, typed.on) }));
  return [{ value: "", label: t("noParent") }, ...stored, ...above];
}

/** Parents that are rows of the form are named by their place, which moves up when one above goes. */
function withoutRow(rows: readonly FoundedTyped[], gone: number): readonly FoundedTyped[] {
  return rows
    .filter((_, index) => index !== gone)
    .map((row) => {
      const place = /^new:([0-9]+)$/.exec(row.parent)?.[1];
      if (place === undefined || Number(place) < gone) return row;
      return { ...row, parent: Number(place) === gone ? "" : `new:${Number(place) - 1}` };
    });
}

interface SecretariesProps extends EventFields {
  readonly row: FoundedTyped;
  readonly onChange: (part: Partial<FoundedTyped>) => void;
}

/** Which of the secretaries of the old units goes on with the new one. */
function Secretaries({ view, typed, row, onChange }: SecretariesProps) {
  const t = useTranslations("unitSettings");
  const held = view.secretaries.filter(
    ({ unitId, to }) => typed.unitIds.includes(unitId) && (to === null || to >= typed.on),
  );
  const people = [...new Map(held.map((person) => [person.accountId, person])).values()];
  if (people.length === 0) return null;
  return (
    <fieldset className="grid gap-1">
      <legend className="text-small text-quiet">{t("secretaries")}</legend>
      <div className="flex flex-wrap gap-x-6">
        {people.map(({ accountId, displayName }) => (
          <CheckboxField
            key={accountId}
            label={displayName}
            checked={row.secretaryIds.includes(accountId)}
            onChange={(event) =>
              onChange({
                secretaryIds: event.target.checked
                  ? [...row.secretaryIds, accountId]
                  : row.secretaryIds.filter((id) => id !== accountId),
              })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
