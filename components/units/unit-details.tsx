import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Fold } from "@/components/ui/fold";
import { useDateText } from "@/components/ui/use-date-text";
import type { UnitDetailsView } from "@/server/loaders/unit-settings";
import { UnitEvents } from "./unit-events";
import { VersionForm } from "./version-form";

const EVENTS_OF_ONE = ["rename", "move", "split", "dissolve"] as const;

/** A unit through time: its names and parents, its events, its secretaries, and what can happen to it. */
export function UnitDetails({ view }: { readonly view: UnitDetailsView }) {
  const t = useTranslations("unitSettingsPage");
  const { unit, events, today } = view;
  const dateText = useDateText();
  const name = unit.versions.at(-1)?.name ?? unit.code;
  const ended = unit.to !== null && unit.to < today;
  return (
    <article className="grid grid-cols-1 gap-8">
      <header className="grid gap-1">
        <h1 className="text-page-phone md:text-page">{name}</h1>
        <p className="text-quiet">
          {t(`kind.${unit.kind}`)} · {unit.code} ·{" "}
          {unit.to === null
            ? t("life.since", { from: dateText(unit.from) })
            : t("life.span", { from: dateText(unit.from), to: dateText(unit.to) })}
        </p>
      </header>
      <Versions view={view} />
      {!ended && (
        <section aria-label={t("change")} className="screen-only flex flex-wrap gap-3">
          {EVENTS_OF_ONE.map((kind) => (
            <ButtonLink
              key={kind}
              href={`/settings/units/events/new?kind=${kind}&unit=${encodeURIComponent(unit.code)}`}
            >
              {t(`event.${kind}`)}
            </ButtonLink>
          ))}
        </section>
      )}
      <section className="grid gap-3">
        <h2 className="text-section">{t("events.title")}</h2>
        <UnitEvents events={events} correctable />
      </section>
      <Secretaries view={view} />
    </article>
  );
}

function Versions({ view }: { readonly view: UnitDetailsView }) {
  const t = useTranslations("unitSettingsPage");
  const dateText = useDateText();
  const { unit, parents } = view;
  return (
    <section className="grid gap-3">
      <h2 className="text-section">{t("versions.title")}</h2>
      <ol className="grid gap-3">
        {unit.versions.map(({ from, name, parentId }) => (
          <li key={from} className="border-b border-hairline pb-3">
            <p>
              {t("versions.line", { from: dateText(from), name })}
              <span className="text-quiet">
                {" · "}
                {parentId === null ? t("versions.top") : t("versions.below", { parent: parents[parentId] ?? parentId })}
              </span>
            </p>
            <Fold
              className="screen-only mt-1"
              summaryClassName="py-1 text-small"
              summary={t("versions.correct", { name })}
            >
              <div className="mt-2">
                <VersionForm key={name} unitId={unit.id} from={from} name={name} />
              </div>
            </Fold>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Secretaries({ view }: { readonly view: UnitDetailsView }) {
  const t = useTranslations("unitSettingsPage.secretaries");
  const dateText = useDateText();
  return (
    <section className="grid gap-3">
      <h2 className="text-section">{t("title")}</h2>
      {view.secretaries.length === 0 && <p className="text-quiet">{t("none")}</p>}
      <ul className="grid gap-1">
        {view.secretaries.map(({ accountId, displayName, from, to }) => (
          <li key={`${accountId} ${from}`}>
            {displayName}{" "}
            <span className="text-quiet">
              {to === null
                ? t("since", { from: dateText(from) })
                : t("span", { from: dateText(from), to: dateText(to) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
