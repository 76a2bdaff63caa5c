"use client"; // stands in forms that preview what they do

import { useLocale, useTranslations } from "next-intl";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import { useDateText } from "@/components/ui/use-date-text";
import type { Effect } from "@/domain/effects";
import { localiseDecimal } from "@/domain/display";
import { isStatus } from "@/domain/statuses";

/** Every number and verdict that a change moves, before and after; or the sentence that none does. */
export function EffectTable({ effects }: { readonly effects: readonly Effect[] }) {
  const t = useTranslations("changes");
  const placeText = usePlaceText();
  const valueText = useValueText();
  if (effects.length === 0) return <p className="text-quiet">{t("noEffects")}</p>;
  return (
    <div className="grid gap-2">
      <p>{t("effects", { count: effects.length })}</p>
      <Table caption={t("effectsCaption")}>
        <TableHead>
          <tr>
            <HeadCell>{t("column.what")}</HeadCell>
            <HeadCell className="max-md:hidden">{t("column.where")}</HeadCell>
            <HeadCell numeric>{t("column.before")}</HeadCell>
            <HeadCell numeric>{t("column.after")}</HeadCell>
          </tr>
        </TableHead>
        <tbody>
          {effects.map((effect) => (
            <Row key={JSON.stringify(effect)}>
              <HeadCell scope="row" className="min-w-32 md:min-w-48">
                {effect.measure?.name ?? effect.target.name}
                <span className="block text-small font-normal text-quiet">
                  {t(`field.${effect.field}`)}
                  {effect.year !== null && ` ${effect.year}`}
                </span>
                <span className="block text-small font-normal text-quiet md:hidden">{placeText(effect)}</span>
              </HeadCell>
              <Cell className="text-small text-quiet max-md:hidden">{placeText(effect)}</Cell>
              <Cell numeric className="max-md:whitespace-normal">
                {valueText(effect.before)}
              </Cell>
              <Cell numeric className="font-semibold max-md:whitespace-normal">
                {valueText(effect.after)}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

/** At which day and on which basis a number stands. */
function usePlaceText(): (effect: Effect) => string {
  const t = useTranslations("changes");
  const dateText = useDateText();
  return ({ term, on, basis }) => t("place", { term, date: dateText(on), basis: t(`basis.${basis}`) });
}

/** A number, a range, reports as `6/9`, or a verdict's word. */
function useValueText(): (value: string | null) => string {
  const locale = useLocale();
  const t = useTranslations("changes");
  const status = useTranslations("status");
  return (value) => {
    if (value === null) return "-";
    if (value === "in_progress") return t("inProgress");
    if (isStatus(value)) return status(value);
    return value.includes("/")
      ? value
      : value
          .split(" - ")
          .map((part) => localiseDecimal(part, locale))
          .join(" - ");
  };
}
