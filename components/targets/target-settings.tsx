import { useTranslations } from "next-intl";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { useProseCount } from "@/components/ui/use-count-text";
import type { TargetSettingsView } from "@/server/loaders/target-settings";
import { TargetOrderButtons } from "./target-order-buttons";

/** The targets of a term with their measures, for the office to add to and change. */
export function TargetSettings({ view }: { readonly view: TargetSettingsView }) {
  const t = useTranslations("targetSettingsPage");
  const prose = useProseCount();
  const root = `/settings/terms/${encodeURIComponent(view.term.code)}`;
  const isOpen = view.term.state !== "closed";
  const measures = view.targets.flatMap((target) => target.measures);
  return (
    <div className="grid max-w-form grid-cols-1 gap-6">
      <h1 className="text-page-phone md:text-page">
        {t("sentence", {
          ...{ count: view.targets.length, targets: prose(view.targets.length) },
          measures: prose(measures.length),
        })}
      </h1>
      <ol className="grid">
        {view.targets.map(({ id, stored, measures: own }, index) => (
          <li key={id} className="grid gap-1 border-b border-hairline py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <p className="min-w-0 font-semibold">
                {index + 1}.{" "}
                <Link href={`${root}/targets/${encodeURIComponent(stored.code)}`} className="underline">
                  {stored.name}
                </Link>
              </p>
              {isOpen && (
                <TargetOrderButtons
                  {...{ targetId: id, name: stored.name }}
                  {...{ isFirst: index === 0, isLast: index === view.targets.length - 1 }}
                />
              )}
            </div>
            {stored.wording && <p className="text-quiet">“{stored.wording}”</p>}
            <ul>
              {own.map((measure) => (
                <li key={measure.id}>
                  <Link href={`${root}/measures/${encodeURIComponent(measure.stored.code)}`} className="underline">
                    {measure.stored.name}
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {isOpen && (
        <ButtonLink variant="primary" href={`${root}/targets/new`} className="justify-self-start">
          {t("add")}
        </ButtonLink>
      )}
    </div>
  );
}
