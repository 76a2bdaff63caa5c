import { useTranslations } from "next-intl";
import type { OwnAccountView } from "@/server/loaders/accounts";
import { useRoleText } from "./use-role-text";

/** Who one is here, and what for. */
export function OwnAccount({ account }: { readonly account: OwnAccountView }) {
  const t = useTranslations("account");
  const roleText = useRoleText();
  const { login, displayName, roles } = account;
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[10rem_1fr]">
      <dt className="text-quiet">{t("displayName")}</dt>
      <dd>{displayName}</dd>
      <dt className="text-quiet">{t("login")}</dt>
      <dd>{login}</dd>
      <dt className="text-quiet">{t("roles")}</dt>
      <dd>
        {roles.length === 0 ? (
          t("noRoles")
        ) : (
          <ul>
            {roles.map((held) => (
              <li key={`${held.role} ${held.unitName}`}>{roleText(held)}</li>
            ))}
          </ul>
        )}
      </dd>
    </dl>
  );
}
