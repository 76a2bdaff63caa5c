import { useTranslations } from "next-intl";
import { useInstantText } from "@/components/ui/use-instant-text";
import type { AuditEntryView } from "@/server/loaders/audit";
import { ChangeList } from "./change-list";

/** One entry: when, who, what, and what became different. */
export function AuditEntry({ entry }: { readonly entry: AuditEntryView }) {
  const t = useTranslations("audit");
  const timeText = useInstantText();
  const { action, actionCode, subject } = entry;
  const deed = action ? t(`actions.${action}`) : t("unknownAction", { action: actionCode });
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-hairline py-2 md:grid-cols-[10rem_14rem_1fr] print:break-inside-avoid">
      <p className="figure text-quiet">
        <time dateTime={entry.at}>{timeText(entry.at)}</time>
        <span className="block text-small">{t("number", { seq: entry.seq })}</span>
      </p>
      <p>
        {entry.actorLogin ? entry.actorName : t("nobody")}
        {entry.actorLogin && <span className="block text-small text-quiet">{entry.actorLogin}</span>}
      </p>
      <div className="grid min-w-0 content-start gap-1">
        <p>
          <span className="font-semibold">{deed}</span>
          {subject && <span>: {subject}</span>}
        </p>
        <ChangeList seq={entry.seq} changes={entry.changes} leftOut={entry.changesLeftOut} />
      </div>
    </li>
  );
}
