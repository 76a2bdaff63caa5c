import { useTranslations } from "next-intl";
import Link from "next/link";
import { useProseCount } from "@/components/ui/use-count-text";
import type { ExplanationFilter, ExplanationListView } from "@/server/loaders/explanation-views";
import { explanationsAddress } from "./explanation-address";
import { ExplanationLines } from "./explanation-lines";

const FILTERS: readonly (ExplanationFilter | null)[] = [null, "open", "answered", "closed"];

/** A term's questions: how many wait in the first line, then each, newest first. */
export function ExplanationList({ view }: { readonly view: ExplanationListView }) {
  const t = useTranslations("explanations");
  const prose = useProseCount();
  const { counts, overdue } = view;
  const numbers = {
    ...{ open: counts.open, openPadded: prose(counts.open), overdue, overduePadded: prose(overdue) },
    ...{ answered: counts.answered, answeredPadded: prose(counts.answered) },
  };
  return (
    <div className="mx-auto grid max-w-form gap-6">
      <header className="grid gap-1">
        <h1 className="text-page-phone md:text-page">{t("sentence", numbers)}</h1>
        <p className="text-quiet">{view.termName}</p>
      </header>
      <Filters view={view} />
      {view.items.length === 0 ? (
        <p className="text-quiet">{t(view.filter === null ? "none" : "noneOfState")}</p>
      ) : (
        <ExplanationLines items={view.items} />
      )}
      <OtherTerms view={view} />
    </div>
  );
}

function Filters({ view }: { readonly view: ExplanationListView }) {
  const t = useTranslations("explanations.filter");
  const { counts } = view;
  const all = counts.open + counts.answered + counts.closed;
  return (
    <nav aria-label={t("label")} className="screen-only flex flex-wrap gap-x-4 gap-y-1">
      {FILTERS.map((state) => (
        <Link
          key={state ?? "all"}
          href={explanationsAddress(view.termCode, state)}
          aria-current={view.filter === state ? "page" : undefined}
          className="inline-flex min-h-10 items-center aria-[current=page]:font-semibold aria-[current=page]:no-underline"
        >
          {t(state ?? "all", { count: state === null ? all : counts[state] })}
        </Link>
      ))}
    </nav>
  );
}

function OtherTerms({ view }: { readonly view: ExplanationListView }) {
  const t = useTranslations("explanations");
  const others = view.terms.filter(({ code }) => code !== view.termCode);
  if (others.length === 0) return null;
  return (
    <p className="screen-only text-small text-quiet">
      {t("otherTerms")}{" "}
      {others.map(({ code, name }, index) => (
        <span key={code}>
          {index > 0 && ", "}
          <Link href={explanationsAddress(code, null)}>{name}</Link>
        </span>
      ))}
    </p>
  );
}
