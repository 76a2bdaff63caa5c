import { useTranslations } from "next-intl";
import { useDateText } from "@/components/ui/use-date-text";
import type { RoleView } from "@/server/loaders/account-settings";

/** The roles of an account in words: those of today, then those to come, then those that are over. */
export function RoleLines({ roles }: { readonly roles: readonly RoleView[] }) {
  const t = useTranslations("accountSettingsPage");
  const account = useTranslations("account");
  const dateText = useDateText();
  const line = ({ role, unitName, from, to, when }: RoleView) => {
    const name = account(`role.${role}`);
    const held = unitName === null ? name : account("roleOfUnit", { role: name, unit: unitName });
    const key = to === null ? "open" : "ending";
    return t(`roleLine.${when}.${key}`, { role: held, from: dateText(from), to: to === null ? "" : dateText(to) });
  };
  const of = (when: RoleView["when"]) => roles.filter((role) => role.when === when);
  return (
    <ul>
      {of("now").length === 0 && <li className="font-medium text-attention">{t("noRoleToday")}</li>}
      {[...of("now"), ...of("later"), ...of("past")].map((role) => (
        <li key={role.id} className={role.when === "now" ? undefined : "text-small text-quiet"}>
          {line(role)}
        </li>
      ))}
    </ul>
  );
}
