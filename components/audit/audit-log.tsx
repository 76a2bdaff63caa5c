import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { auditAddress } from "@/domain/inputs/audit";
import type { AuditView } from "@/server/loaders/audit";
import { AuditEntry } from "./audit-entry";
import { AuditFilter } from "./audit-filter";

/** The audit log: who did what and when, newest first, with what it changed. */
export function AuditLog({ view }: { readonly view: AuditView }) {
  const t = useTranslations("audit");
  const { query, entries, olderBefore, people } = view;
  return (
    <div className="grid gap-5">
      <header className="grid gap-1">
        <h1 className="text-page-phone md:text-page">{t("title")}</h1>
        <p className="text-quiet">{t("text")}</p>
      </header>
      <AuditFilter key={auditAddress(query, null)} query={query} people={people} />
      <p role="status">{t("headline", { count: entries.length })}</p>
      {entries.length === 0 ? (
        <p className="text-quiet">{t("empty")}</p>
      ) : (
        <ol className="border-t border-strong">
          {entries.map((entry) => (
            <AuditEntry key={entry.seq} entry={entry} />
          ))}
        </ol>
      )}
      <nav aria-label={t("pages")} className="screen-only flex gap-3">
        {query.before !== undefined && <ButtonLink href={auditAddress(query, null)}>{t("newest")}</ButtonLink>}
        {olderBefore !== null && <ButtonLink href={auditAddress(query, olderBefore)}>{t("older")}</ButtonLink>}
      </nav>
    </div>
  );
}
