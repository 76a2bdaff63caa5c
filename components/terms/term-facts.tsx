import { useTranslations } from "next-intl";
import { Fact, Facts } from "@/components/ui/facts";
import { useDateText } from "@/components/ui/use-date-text";
import type { TermForm } from "@/domain/inputs/terms";

/** A term's frame to be read: of a closed term, which has no form. */
export function TermFacts({ stored }: { readonly stored: TermForm }) {
  const t = useTranslations("termSettings");
  const dateText = useDateText();
  const span = ({ startsOn, endsOn }: Pick<TermForm, "startsOn" | "endsOn">) =>
    t("yearSpan", { from: dateText(startsOn), to: dateText(endsOn) });
  const { code, ordinal, heldOn, resolution, years } = stored;
  return (
    <Facts>
      <Fact name={t("span")}>{span(stored)}</Fact>
      <Fact name={t("field.code")}>{code}</Fact>
      {ordinal !== null && <Fact name={t("field.ordinal")}>{ordinal}</Fact>}
      {heldOn !== null && <Fact name={t("field.heldOn")}>{dateText(heldOn)}</Fact>}
      {resolution !== null && <Fact name={t("field.resolution")}>{resolution}</Fact>}
      <Fact name={t("years")}>
        <ul>
          {years.map((year) => (
            <li key={year.code}>
              {year.code}: {span(year)}
            </li>
          ))}
        </ul>
      </Fact>
    </Facts>
  );
}
