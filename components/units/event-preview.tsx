"use client"; // stands in the event's form

import { useTranslations } from "next-intl";
import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { useProseCount } from "@/components/ui/use-count-text";
import { useDateText } from "@/components/ui/use-date-text";
import { useNameList } from "@/components/ui/use-name-list";
import type { ReorganisationView } from "@/server/loaders/reorganisation-texts";

/** What an event does, in one sentence: from which day who stops, who starts, and what must be settled first. */
export function useReorganisationText(): (data: ReorganisationView) => string {
  const t = useTranslations("unitSettings.preview");
  const dateText = useDateText();
  const names = useNameList();
  const prose = useProseCount();
  return ({ kind, on, stops, starts, changes, becomes, openReports }) => {
    const key = kind === "move" && becomes === null ? "moveUp" : kind;
    const moved =
      key === "rename" || key === "move" || key === "moveUp"
        ? t(key, { names: names(changes), becomes: becomes ?? "" })
        : null;
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

const MEASURE_KEYS = {
  joins: "measureJoins",
  goes_on: "measureGoesOn",
  left: "measureLeft",
  choose: "measureChoose",
} as const;

const MOST_PERIODS = 6;

/** The last periods of a list by name, and how many there are besides: a cell can owe years of them. */
function useSomePeriods(): (periods: readonly string[]) => string {
  const t = useTranslations("unitSettings.preview");
  const prose = useProseCount();
  return (periods) => {
    const shown = periods.slice(-MOST_PERIODS).join(", ");
    const count = periods.length - MOST_PERIODS;
    return count <= 0 ? shown : t("missingMore", { shown, count, padded: prose(count) });
  };
}

/** The sentence, what has to be settled with a link each, and what becomes of missing reports, rights, tasks and measures. */
export function EventPreview({ data }: { readonly data: ReorganisationView }) {
  const t = useTranslations("unitSettings.preview");
  const sentence = useReorganisationText();
  const dateText = useDateText();
  const names = useNameList();
  const prose = useProseCount();
  const somePeriods = useSomePeriods();
  const { openReports, missing, holdings, tasks, measures } = data;
  return (
    <div className="grid gap-3">
      <p className="text-section font-semibold">{sentence(data)}</p>
      {openReports.length > 0 && <OpenReports reports={openReports} />}
      <ul className="grid list-disc gap-1 pl-5">
        {holdings.map(({ person, unitName }) => (
          <li key={`${person} ${unitName}`}>{t("holding", { person, unit: unitName })}</li>
        ))}
        {missing.map(({ unitName, periods }) => (
          <li key={unitName}>
            {t("missing", {
              ...{ unit: unitName, count: periods.length, padded: prose(periods.length) },
              periods: somePeriods(periods),
            })}
          </li>
        ))}
        <TaskLines tasks={tasks} />
        {measures.map(({ name, outcome, joins }) => (
          <li key={name}>{t(MEASURE_KEYS[outcome], { name, units: names(joins), date: dateText(data.on) })}</li>
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

/** The unfinished tasks of what ends, and who takes them over. */
function TaskLines({ tasks: { led, supported, to } }: { readonly tasks: ReorganisationView["tasks"] }) {
  const t = useTranslations("unitSettings.preview");
  const prose = useProseCount();
  if (led + supported === 0) return null;
  return (
    <>
      {led > 0 && <li>{t("tasks", { count: led, padded: prose(led) })}</li>}
      {supported > 0 && <li>{t("supported", { count: supported, padded: prose(supported) })}</li>}
      <li>{to === null ? t("tasksStay") : t("tasksGo", { unit: to })}</li>
    </>
  );
}
