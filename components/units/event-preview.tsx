"use client"; // stands in the event's form

import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { useProseCount } from "@/components/ui/use-count-text";
import { useDateText } from "@/components/ui/use-date-text";
import type { ReorganisationView } from "@/server/loaders/unit-settings";

/** `Chi bộ 4 và Chi bộ 5`. */
function useNames(): (names: readonly string[]) => string {
  const locale = useLocale();
  return (names) => new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}

/** What an event does, in one sentence: from which day who stops, who starts, and what must be settled first. */
export function useReorganisationText(): (data: ReorganisationView) => string {
  const t = useTranslations("unitSettings.preview");
  const dateText = useDateText();
  const names = useNames();
  const prose = useProseCount();
  return ({ kind, on, stops, starts, changes, openReports }) => {
    const moved = kind === "rename" || kind === "move" ? t(kind, { names: names(changes) }) : null;
    const clauses = [
      stops.length > 0 ? t("stops", { names: names(stops), count: stops.length }) : null,
      starts.length > 0 ? t("starts", { names: names(starts), count: starts.length }) : null,
      moved,
    ].filter((clause) => clause !== null);
    const done = t("sentence", { date: dateText(on), clauses: clauses.join(", ") });
    const count = openReports.filter((report) => report.kind !== "counted").length;
    return count === 0 ? `${done}.` : `${done}; ${t("open", { count, padded: prose(count) })}.`;
  };
}

/** The sentence, what has to be settled with a link each, and what becomes of rights, tasks and measures. */
export function EventPreview({ data }: { readonly data: ReorganisationView }) {
  const t = useTranslations("unitSettings.preview");
  const sentence = useReorganisationText();
  const prose = useProseCount();
  const { openReports, holdings, tasks, measures } = data;
  return (
    <div className="grid gap-3">
      <p className="text-section font-semibold">{sentence(data)}</p>
      {openReports.length > 0 && <OpenReports reports={openReports} />}
      <ul className="grid list-disc gap-1 pl-5">
        {holdings.map(({ person, unitName }) => (
          <li key={`${person} ${unitName}`}>{t("holding", { person, unit: unitName })}</li>
        ))}
        {tasks > 0 && <li>{t("tasks", { count: tasks, padded: prose(tasks) })}</li>}
        {measures.map(({ name, followed }) => (
          <li key={name}>{t(followed ? "measureFollows" : "measureChoose", { name })}</li>
        ))}
      </ul>
    </div>
  );
}

/** Each report with what to do about it; accepted ones need one thing only, so the last of a unit speaks for all. */
function OpenReports({ reports }: { readonly reports: ReorganisationView["openReports"] }) {
  const t = useTranslations("unitSettings.preview");
  const counted = reports.filter(({ kind }) => kind === "counted");
  const lastOfUnits = [...new Map(counted.map((report) => [report.unitId, report])).values()];
  return (
    <Notice tone="attention" title={t("settleFirst")}>
      <ul className="grid list-disc gap-1 pl-5">
        {reports.map(({ kind, unitName, period, href }) =>
          kind === "counted" ? null : (
            <li key={href}>
              <Link href={href} className="underline">
                {t("report", { unit: unitName, period })}
              </Link>
              : {t(`settle.${kind}`)}
            </li>
          ),
        )}
        {lastOfUnits.map(({ unitId, unitName, period, href }) => (
          <li key={href}>
            <Link href={href} className="underline">
              {t("report", { unit: unitName, period })}
            </Link>
            : {t("settle.counted", { count: counted.filter((report) => report.unitId === unitId).length })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
