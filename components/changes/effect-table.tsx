"use client"; // stands in forms that preview what they do

import { useTranslations } from "next-intl";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import { useProseCount } from "@/components/ui/use-count-text";
import { useDateText } from "@/components/ui/use-date-text";
import type { Effect } from "@/domain/effects";
import { useEffectValue } from "./use-effect-value";

/** Every number and verdict that a change moves, before and after; or the sentence that none does. */
export function EffectTable({ effects }: { readonly effects: readonly Effect[] }) {
  const t = useTranslations("changes");
  const prose = useProseCount();
  const placeText = usePlaceText();
  if (effects.length === 0) return <p className="text-quiet">{t("noEffects")}</p>;
  const places = [...new Set(effects.map(placeText))];
  return (
    <div className="grid grid-cols-1 gap-2">
      <p>{t("effects", { count: effects.length, shown: prose(effects.length) })}</p>
      <Table caption={t("effectsCaption")}>
        <TableHead>
          <tr>
            <HeadCell>{t("column.what")}</HeadCell>
            <HeadCell numeric>{t("column.before")}</HeadCell>
            <HeadCell numeric>{t("column.after")}</HeadCell>
          </tr>
        </TableHead>
        {places.map((place) => (
          <PlaceRows key={place} place={place} effects={effects.filter((effect) => placeText(effect) === place)} />
        ))}
      </Table>
    </div>
  );
}

/** At which day and on which basis numbers stand. */
function usePlaceText(): (effect: Effect) => string {
  const t = useTranslations("changes");
  const dateText = useDateText();
  return ({ term, on, basis }) => t("place", { term, date: dateText(on), basis: t(`basis.${basis}`) });
}

interface PlaceRowsProps {
  readonly place: string;
  readonly effects: readonly Effect[];
}

/** What changes at one place, target by target; what was just named is not shown by its name again. */
function PlaceRows({ place, effects }: PlaceRowsProps) {
  const thingOf = (effect: Effect | undefined) => effect && `${effect.target.code} ${effect.measure?.code ?? ""}`;
  return (
    <tbody>
      <tr>
        <HeadCell scope="rowgroup" colSpan={3} plain className="pt-4 text-small text-quiet">
          {place}
        </HeadCell>
      </tr>
      {effects.map((effect, index) => (
        <EffectRow
          key={JSON.stringify(effect)}
          effect={effect}
          isNamed={thingOf(effect) === thingOf(effects[index - 1])}
        />
      ))}
    </tbody>
  );
}

interface EffectRowProps {
  readonly effect: Effect;
  /** The row above is of the same target or measure. */
  readonly isNamed: boolean;
}

function EffectRow({ effect, isNamed }: EffectRowProps) {
  const t = useTranslations("changes");
  const valueText = useEffectValue();
  const field = t(`field.${effect.field}`);
  return (
    <Row>
      <HeadCell scope="row" className="min-w-32 md:min-w-64">
        <span className={isNamed ? "sr-only" : "block"}>{effect.measure?.name ?? effect.target.name}</span>
        <span className="block text-small font-normal text-quiet">
          {effect.measure === null ? t("ofTarget", { field }) : field}
          {effect.year !== null && ` ${effect.year}`}
        </span>
      </HeadCell>
      <Cell numeric className="max-md:whitespace-normal">
        {valueText(effect, "before")}
      </Cell>
      <Cell numeric className="font-semibold max-md:whitespace-normal">
        {valueText(effect, "after")}
      </Cell>
    </Row>
  );
}
