import { useTranslations } from "next-intl";
import { DeviceReports } from "@/components/entry/device-reports";
import Link from "next/link";
import { ReportList } from "@/components/entry/report-list";
import { useProseCount } from "@/components/ui/use-count-text";
import { useDateText } from "@/components/ui/use-date-text";
import type { MyWorkView } from "@/server/loaders/my-work";
import { ExplanationsLink, ExplanationsToDo } from "./explanations-to-do";
import { LateUnits } from "./late-units";
import { WaitingReports } from "./waiting-reports";

interface MyWorkProps {
  readonly view: MyWorkView;
  readonly accountId: string;
}

/** What a person has to do today: the page's sentence, then each kind of work, the most pressing first. */
export function MyWork({ view, accountId }: MyWorkProps) {
  const t = useTranslations("work");
  const dateText = useDateText();
  const sentences = useSentences(view);
  const { own, waiting, lateUnits, explanations } = view;
  return (
    <div className="mx-auto grid max-w-form gap-8">
      <header>
        <h1 className="text-page-phone md:text-page">{sentences.join(" ")}</h1>
        <p className="text-quiet">{t("asOf", { date: dateText(view.today) })}</p>
        {own?.hasUnits && (
          <p className="screen-only text-small">
            <Link href="/entry/files" className="underline">
              {t("files")}
            </Link>{" "}
            ·{" "}
            <Link href="/entry/grid" className="underline">
              {t("grid")}
            </Link>
          </p>
        )}
      </header>
      {own && <DeviceReports {...{ accountId, own }} mayKeepPage={waiting === null && lateUnits === null} />}
      {own?.hasUnits && own.groups.length === 0 && <p>{t("nothingDue")}</p>}
      {waiting && waiting.length > 0 && <WaitingReports reports={waiting} />}
      <ExplanationsToDo explanations={explanations} />
      {own && <ReportList view={own} />}
      {lateUnits && lateUnits.length > 0 && <LateUnits units={lateUnits} />}
      <ExplanationsLink explanations={explanations} />
    </div>
  );
}

/** One sentence for each kind of work that the person's roles bring. */
function useSentences({ own, waiting, lateUnits, explanations }: MyWorkView): readonly string[] {
  const t = useTranslations("work.sentence");
  const prose = useProseCount();
  const sentences: string[] = [];
  if (own?.hasUnits) {
    const counts = { count: own.todo, padded: prose(own.todo), late: own.late, latePadded: prose(own.late) };
    sentences.push(t("own", counts));
  }
  if (waiting) {
    const long = waiting.filter(({ tooLong }) => tooLong).length;
    sentences.push(
      t("waiting", { count: waiting.length, padded: prose(waiting.length), long, longPadded: prose(long) }),
    );
  }
  if (lateUnits) sentences.push(t("late", { count: lateUnits.length, padded: prose(lateUnits.length) }));
  for (const key of ["toAnswer", "toClose", "open"] as const) {
    const count = explanations[key]?.length ?? 0;
    if (count > 0) sentences.push(t(key, { count, padded: prose(count) }));
  }
  return sentences;
}
