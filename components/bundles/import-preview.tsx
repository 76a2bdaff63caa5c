"use client"; // part of the import form, which lives in the browser

import { useTranslations } from "next-intl";
import { StatusMark } from "@/components/achievements/status-mark";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import { useProseCount } from "@/components/ui/use-count-text";
import { useDateText } from "@/components/ui/use-date-text";
import { readCalendarDate } from "@/domain/dates";
import { countStatuses } from "@/domain/statuses";
import type { ToldPreview, ToldTarget, ToldTerm } from "@/server/loaders/bundle-settings";

type Accepted = Extract<ToldPreview, { ok: true }>;

/** What an import will make, and the results that its terms will show: the import itself, rehearsed and taken back. */
export function ImportPreview({ preview }: { readonly preview: Accepted }) {
  const t = useTranslations("bundleSettings.preview");
  const fieldName = useTranslations("termSettings.organisation.field");
  const prose = useProseCount();
  const { units, events, terms, organisation } = preview;
  const counted = ({ added, same }: typeof units) => ({ added: prose(added), same, shown: prose(same) });
  const filled = organisation.map(({ field, value }) => `${fieldName(field)}: ${value}`).join("; ");
  return (
    <section aria-labelledby="import-preview" className="grid gap-5">
      <h3 id="import-preview" className="text-section font-semibold" role="status">
        {t("headline", { count: terms.length, shown: prose(terms.length) })}
      </h3>
      <ul className="list-disc pl-5">
        {organisation.length > 0 && <li>{t("organisation", { fields: filled })}</li>}
        <li>{t("units", counted(units))}</li>
        {events.added + events.same > 0 && <li>{t("events", counted(events))}</li>}
      </ul>
      {terms.map((term) => (
        <TermSection key={term.code} term={term} />
      ))}
    </section>
  );
}

function TermSection({ term }: { readonly term: ToldTerm }) {
  const t = useTranslations("bundleSettings.preview");
  const prose = useProseCount();
  const dateText = useDateText();
  const { counts, figures, targets } = term;
  const asOf = readCalendarDate(term.asOf);
  const parts = (["targets", "measures", "taskGroups", "tasks", "reports", "explanations"] as const)
    .filter((part) => counts[part] > 0)
    .map((part) => t(`part.${part}`, { count: prose(counts[part]) }));
  const states = (["accepted", "submitted", "returned", "draft"] as const)
    .filter((state) => figures[state] > 0)
    .map((state) => t(`figures.${state}`, { count: prose(figures[state]) }));
  return (
    <div className="grid gap-2">
      <h4 className="font-semibold">{term.name}</h4>
      <p>{parts.length > 0 ? t("makes", { parts: parts.join(", ") }) : t("makesNothing")}</p>
      {states.length > 0 && <p>{t("brings", { parts: states.join(", ") })}</p>}
      {targets.length > 0 && (
        <>
          {asOf && <p className="text-small text-quiet">{t("asOf", { date: dateText(asOf) })}</p>}
          <Statuses targets={targets} />
          <Results name={term.name} targets={targets} />
        </>
      )}
    </div>
  );
}

function Statuses({ targets }: { readonly targets: readonly ToldTarget[] }) {
  return (
    <p className="flex flex-wrap gap-x-5">
      {countStatuses(targets.map(({ status }) => status)).parts.map(({ status, count }) => (
        <span key={status} className="figure inline-flex gap-1.5">
          {count} <StatusMark status={status} />
        </span>
      ))}
    </p>
  );
}

function Results({ name, targets }: { readonly name: string; readonly targets: readonly ToldTarget[] }) {
  const t = useTranslations("bundleSettings.preview.table");
  return (
    <Table caption={t("caption", { term: name })}>
      <TableHead>
        <tr>
          <HeadCell>{t("target")}</HeadCell>
          <HeadCell className="max-sm:hidden">{t("result")}</HeadCell>
          <HeadCell>{t("status")}</HeadCell>
          <HeadCell numeric>{t("reports")}</HeadCell>
        </tr>
      </TableHead>
      <tbody>
        {targets.map((target) => (
          <TargetRow key={target.code} target={target} />
        ))}
      </tbody>
    </Table>
  );
}

function TargetRow({ target: { name, status, measures } }: { readonly target: ToldTarget }) {
  const sentences = measures.map(({ code, name: measure, sentence }) => (
    <p key={code}>{measures.length > 1 ? `${measure}: ${sentence}` : sentence}</p>
  ));
  return (
    <Row>
      <HeadCell scope="row">
        {name}
        <div className="text-small font-normal sm:hidden">{sentences}</div>
      </HeadCell>
      <Cell className="max-sm:hidden">{sentences}</Cell>
      <Cell className="whitespace-nowrap">
        <StatusMark status={status} />
      </Cell>
      <Cell numeric>
        {measures.map(({ code, received, expected }) => (
          <p key={code}>{`${received}/${expected}`}</p>
        ))}
      </Cell>
    </Row>
  );
}
