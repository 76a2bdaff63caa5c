import clsx from "clsx";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { StatusShape } from "@/components/achievements/status-mark";
import { UndoButton } from "@/components/changes/undo-button";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import { useProseCount } from "@/components/ui/use-count-text";
import { useInstantText } from "@/components/ui/use-instant-text";
import { useNameList } from "@/components/ui/use-name-list";
import type { SetupStatus, SetupStepKey } from "@/domain/setup-steps";
import type { Status } from "@/domain/statuses";
import type { SettingsHomeView } from "@/server/loaders/settings-home";

/** The shape that stands for where a step is; one that waits has none yet. */
const SHAPES: Record<Exclude<SetupStatus, "waiting">, Status> = { done: "met", partial: "at_risk", todo: "no_data" };

function hrefOf(key: SetupStepKey, term: SettingsHomeView["term"]): string {
  const root = term ? `/settings/terms/${encodeURIComponent(term.code)}` : "/settings/terms/new";
  switch (key) {
    case "organisation":
    case "units":
    case "accounts":
      return `/settings/${key}`;
    case "term":
    case "start":
      return root;
    default:
      return `${root}/${key}`;
  }
}

/** Where setting up stands in a sentence, the steps in their order, and what was changed last. */
export function SettingsHome({ view }: { readonly view: SettingsHomeView }) {
  const t = useTranslations("termSettingsPage");
  const prose = useProseCount();
  const { term, next, steps, changes } = view;
  const standing = term
    ? t(`home.${term.state === "draft" ? "draft" : "running"}`, { name: term.name })
    : t("home.noTerm");
  const isSetUp = term !== null && term.state !== "draft";
  const nameList = useNameList();
  const unfinished = steps.filter(({ status }) => status === "partial" || status === "todo");
  return (
    <div className="grid max-w-form gap-8">
      <h1 className="text-page-phone md:text-page">
        {standing}{" "}
        {next === null
          ? t("home.nothingLeft")
          : isSetUp
            ? t("home.look", { steps: nameList(unfinished.map(({ key }) => t(`step.${key}.name`))) })
            : t("home.next", { step: t(`step.${next.key}.name`) })}
      </h1>
      <section aria-labelledby="steps">
        <h2 id="steps" className="text-section">
          {t("home.steps")}
        </h2>
        <ol className="mt-2">
          {steps.map(({ key, status, open }, index) => (
            <li key={key} className="grid gap-x-4 border-b border-hairline py-2 sm:grid-cols-[1fr_14rem]">
              <span>
                {index + 1}.{" "}
                {status === "waiting" ? (
                  <span className="inline-block first-letter:uppercase">{t(`step.${key}.name`)}</span>
                ) : (
                  <Link href={hrefOf(key, term)} className="inline-block font-semibold first-letter:uppercase">
                    {t(`step.${key}.name`)}
                  </Link>
                )}
                <span className="block text-small text-quiet">{t(`step.${key}.meaning`)}</span>
              </span>
              <span className={clsx("flex items-baseline gap-1.5", status === "waiting" && "pl-[1.2em] text-quiet")}>
                {status !== "waiting" && <StatusShape status={SHAPES[status]} />}
                {t(`status.${status}`, { open: prose(open) })}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <RecentChanges changes={changes} />
    </div>
  );
}

function RecentChanges({ changes }: Pick<SettingsHomeView, "changes">) {
  const t = useTranslations("termSettingsPage.home");
  return (
    <section aria-labelledby="changes" className="grid gap-2">
      <h2 id="changes" className="text-section">
        {t("changes")}
      </h2>
      {changes.length === 0 ? <p className="text-quiet">{t("noChanges")}</p> : <ChangeTable changes={changes} />}
    </section>
  );
}

function ChangeTable({ changes }: Pick<SettingsHomeView, "changes">) {
  const t = useTranslations();
  const instantText = useInstantText();
  return (
    <Table caption={t("termSettingsPage.home.changes")}>
      <TableHead>
        <tr>
          <HeadCell>{t("termSettingsPage.home.what")}</HeadCell>
          <HeadCell>
            <span className="sr-only">{t("changes.undo")}</span>
          </HeadCell>
        </tr>
      </TableHead>
      <tbody>
        {changes.map(({ id, at, actorName, action, undone }) => (
          <Row key={id}>
            <Cell>
              {t(`audit.actions.${action}`)}
              <span className="block text-small text-quiet">
                {instantText(at)}, {actorName}
              </span>
            </Cell>
            <Cell className="text-right">
              {undone ? (
                t("termSettingsPage.home.undone")
              ) : (
                <UndoButton
                  changeId={id}
                  label={t("termSettingsPage.home.undoOf", {
                    what: t(`audit.actions.${action}`),
                    at: instantText(at),
                  })}
                />
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
