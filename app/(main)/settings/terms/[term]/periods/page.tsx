import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DueRulesForm } from "@/components/periods/due-rules-form";
import { ExceptionForm } from "@/components/periods/exception-form";
import { PeriodList } from "@/components/periods/period-list";
import { padCount } from "@/domain/wording";
import { loadTermPeriods, type TermPeriodsView } from "@/server/loaders/period-settings";
import { requireActor } from "@/server/require-actor";

interface PeriodsPageProps {
  readonly params: Promise<{ readonly term: string }>;
  readonly searchParams: Promise<{ readonly year?: string | readonly string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("periodSettingsPage");
  return { title: t("title") };
}

/** The periods of a term's year: locked and opened, and when their reports are due. */
export default async function PeriodsPage({ params, searchParams }: PeriodsPageProps) {
  const actor = await requireActor("terms.configure");
  const { year } = await searchParams;
  const view = await loadTermPeriods(
    actor,
    decodeURIComponent((await params).term),
    typeof year === "string" ? year : null,
  );
  if (!view) notFound();
  const [t, locale] = await Promise.all([getTranslations("periodSettingsPage"), getLocale()]);
  const count = (...states: string[]) => view.rows.filter(({ state }) => states.includes(state)).length;
  const counts = { locked: count("locked"), open: count("open", "reopened"), notBegun: count("not_begun") };
  const standing = (["locked", "open", "notBegun"] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => t(`standing.${state}`, { count: counts[state], shown: padCount(String(counts[state]), locale) }));
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="grid gap-2">
        <h1 className="text-page-phone md:text-page">
          {standing.length === 0 ? t("title") : t("sentence", { year: view.year, standing: standing.join(", ") })}
        </h1>
        <YearLinks view={view} label={t("years")} />
      </div>
      {view.rows.length === 0 ? <p className="text-quiet">{t("empty")}</p> : <PeriodList key={view.year} view={view} />}
      {!view.term.isClosed && view.rows.length > 0 && (
        <>
          <section className="screen-only grid gap-3">
            <h2 className="text-section">{t("exception")}</h2>
            <ExceptionForm key={view.year} view={view} />
          </section>
          <section className="grid gap-3">
            <h2 className="text-section">{t("rules")}</h2>
            <p className="max-w-form text-small text-quiet">{t("rulesHint")}</p>
            <DueRulesForm key={JSON.stringify(view.rules)} view={view} />
          </section>
        </>
      )}
    </div>
  );
}

function YearLinks({ view, label }: { readonly view: TermPeriodsView; readonly label: string }) {
  return (
    <nav aria-label={label} className="screen-only flex flex-wrap gap-x-4">
      {view.years.map((year) => (
        <Link
          key={year}
          href={`?year=${encodeURIComponent(year)}`}
          aria-current={year === view.year ? "page" : undefined}
          className={year === view.year ? "min-h-9 py-1.5 font-semibold no-underline" : "min-h-9 py-1.5 underline"}
        >
          {year}
        </Link>
      ))}
    </nav>
  );
}
