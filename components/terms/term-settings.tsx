import { useTranslations } from "next-intl";
import Link from "next/link";
import { useProseCount } from "@/components/ui/use-count-text";
import type { TermSettingsView } from "@/server/loaders/term-settings";
import { EditTermForm } from "./edit-term-form";
import { TermDeedForm } from "./term-deed-form";
import { TermFacts } from "./term-facts";

const DEEDS = { draft: "start", running: "close", closed: "reopen" } as const;

/** A term's frame, what it lacks, and its next state. */
export function TermSettings({ view }: { readonly view: TermSettingsView }) {
  const t = useTranslations("termSettingsPage");
  const { id, stored, gaps, reasonNeeded } = view;
  const prose = useProseCount();
  const deed = DEEDS[stored.state];
  const isEmpty = gaps.some(({ key }) => key === "noTargets");
  const isReady = stored.state !== "closed" && gaps.length === 0;
  return (
    <div className="grid max-w-form gap-8">
      <header className="grid gap-3">
        <h1 className="text-page-phone md:text-page">
          {t(`term.${stored.state}`, { name: stored.name, count: gaps.length, shown: prose(gaps.length) })}
        </h1>
        {gaps.length > 0 && stored.state === "running" && <p>{t("closingGaps")}</p>}
        {gaps.length > 0 && (
          <ul className="list-disc pl-5">
            {gaps.map(({ key, count, names }) => (
              <li key={key}>
                {t(`gap.${key}`, { count, shown: prose(count) })}
                {names.length > 0 && <span className="text-quiet">: {names.join("; ")}</span>}
              </li>
            ))}
          </ul>
        )}
      </header>
      <section aria-labelledby="frame" className="grid gap-3">
        <h2 id="frame" className="text-section">
          {t("frame")}
        </h2>
        <p>
          <Link href={`/settings/terms/${encodeURIComponent(stored.code)}/links`} className="underline">
            {t(stored.state === "closed" ? "links.caption" : "links.open")}
          </Link>
        </p>
        {stored.state === "closed" ? (
          <TermFacts stored={stored} />
        ) : (
          <EditTermForm
            key={JSON.stringify(stored)}
            termId={id}
            stored={stored}
            variant={isReady ? "secondary" : "primary"}
          />
        )}
      </section>
      <section aria-labelledby="next-state" className="grid gap-3">
        <h2 id="next-state" className="text-section">
          {t(`deed.${deed}`)}
        </h2>
        {deed === "start" && isEmpty ? (
          <p className="text-quiet">{t("startNeeds")}</p>
        ) : (
          <TermDeedForm
            key={deed}
            termId={id}
            {...{ deed, reasonNeeded }}
            variant={isReady ? "primary" : "secondary"}
          />
        )}
      </section>
      {stored.state === "draft" && (
        <section aria-labelledby="remove" className="grid gap-3">
          <h2 id="remove" className="text-section">
            {t("deed.remove")}
          </h2>
          <TermDeedForm termId={id} deed="remove" reasonNeeded={false} />
        </section>
      )}
    </div>
  );
}
