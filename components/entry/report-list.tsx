import Link from "next/link";
import { useTranslations } from "next-intl";
import { DueText } from "@/components/submissions/due-text";
import { StandingMark } from "@/components/submissions/standing-mark";
import { useDateText } from "@/components/ui/use-date-text";
import { ButtonLink } from "@/components/ui/button";
import type { EntryListView, ReportGroupKey, ReportItem } from "@/server/loaders/report-views";

/** How many of a group's reports stand open on the page; older ones are folded away. */
const SHOWN = 12;

/** A person's reports by urgency: what to correct, what is late, what is due, what waits, what was accepted. */
export function ReportList({ view }: { readonly view: EntryListView }) {
  return (
    <div className="grid gap-8">
      {view.groups.map(({ key, items }) => (
        <ReportGroup key={key} group={key} items={items} />
      ))}
    </div>
  );
}

function ReportGroup({ group, items }: { readonly group: ReportGroupKey; readonly items: readonly ReportItem[] }) {
  const t = useTranslations("entry.list");
  const older = items.slice(SHOWN);
  return (
    <section aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`} className="text-section">
        {t(`group.${group}`)} <span className="figure font-normal text-quiet">{items.length}</span>
      </h2>
      <ReportLines items={items.slice(0, SHOWN)} />
      {older.length > 0 && (
        <details>
          <summary className="w-fit py-2 underline">{t("older", { count: older.length })}</summary>
          <ReportLines items={older} />
        </details>
      )}
    </section>
  );
}

function ReportLines({ items }: { readonly items: readonly ReportItem[] }) {
  return (
    <ul className="mt-1 border-b border-hairline">
      {items.map((item) => (
        <li key={`${item.unit.id}.${item.period.id}`} className="border-t border-hairline py-3">
          <ReportLine item={item} />
        </li>
      ))}
    </ul>
  );
}

function ReportLine({ item }: { readonly item: ReportItem }) {
  const t = useTranslations("entry");
  const dateText = useDateText();
  const address = entryAddress(item);
  return (
    <div className="grid items-center gap-x-6 gap-y-2 md:grid-cols-[minmax(0,1fr)_14rem_9rem]">
      <div className="grid gap-0.5">
        <p>
          <Link href={address} className="font-semibold underline">
            {t("report", { period: item.period.title })}
          </Link>{" "}
          <span className="text-quiet">· {item.unit.name}</span>
        </p>
        <p className="text-small text-quiet">
          <DueText head={item} />
          {item.standing === "accepted" && item.decidedOn !== null && (
            <> · {t("list.acceptedOn", { date: dateText(item.decidedOn) })}</>
          )}
          {item.locked && <> · {t("list.locked")}</>}
        </p>
        {item.officeNote !== null && (
          <p className="border-l-[3px] border-attention pl-2 text-small break-words whitespace-pre-line text-attention">
            {t("list.note", { note: item.officeNote })}
          </p>
        )}
      </div>
      <p className="grid text-small">
        <StandingMark standing={item.standing} />
        <span className="figure text-quiet">{t("list.figures", { filled: item.filled, total: item.total })}</span>
      </p>
      <ButtonLink href={address} className="justify-self-start md:justify-self-end">
        {t(`list.${actionOf(item)}`)}
      </ButtonLink>
    </div>
  );
}

function actionOf({ standing, locked }: ReportItem): "view" | "open" | "continue" | "fix" {
  if (standing === "submitted" || standing === "accepted") return "view";
  if (locked && standing !== "correcting") return "view";
  if (standing === "none") return "open";
  return standing === "returned" ? "fix" : "continue";
}

interface ReportByCodes {
  readonly unit: Pick<ReportItem["unit"], "code">;
  readonly period: Pick<ReportItem["period"], "key">;
  readonly termCode: string;
}

/** The address of a report's page; it names the term, as a year's key can belong to two of them. */
export function entryAddress({ unit, period, termCode }: ReportByCodes): string {
  return `/entry/${encodeURIComponent(unit.code)}/${encodeURIComponent(period.key)}?term=${encodeURIComponent(termCode)}`;
}
