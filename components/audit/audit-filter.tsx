import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { auditActions, type AuditAction } from "@/domain/audit";
import { NOT_SIGNED_IN } from "@/domain/inputs/audit";
import type { AuditView } from "@/server/loaders/audit";

/** Which entries are shown: a plain form that asks for an address, so it works before any script has loaded. */
export function AuditFilter({ query, people }: Pick<AuditView, "query" | "people">) {
  const t = useTranslations("audit");
  const actions = Object.keys(auditActions) as AuditAction[];
  const actionOptions = actions.map((action) => ({ value: action, label: t(`actions.${action}`) }));
  const personOptions = people.map(({ login, name }) =>
    login ? { value: login, label: `${name} (${login})` } : { value: NOT_SIGNED_IN, label: t("nobody") },
  );
  return (
    <search className="screen-only">
      <form method="get" action="/audit" aria-label={t("filter")} className="flex flex-wrap items-end gap-3">
        <SelectField
          label={t("action")}
          name="action"
          className="min-w-56 flex-1"
          defaultValue={query.action ?? ""}
          options={[{ value: "", label: t("anyAction") }, ...actionOptions]}
        />
        <SelectField
          label={t("person")}
          name="person"
          className="min-w-56 flex-1"
          defaultValue={query.person ?? ""}
          options={[{ value: "", label: t("anyPerson") }, ...personOptions]}
        />
        <TextField label={t("from")} type="date" name="from" defaultValue={query.from ?? ""} />
        <TextField label={t("to")} type="date" name="to" defaultValue={query.to ?? ""} />
        <Button type="submit">{t("show")}</Button>
        <ButtonLink variant="quiet" href="/audit">
          {t("clear")}
        </ButtonLink>
      </form>
    </search>
  );
}
