import { useTranslations } from "next-intl";
import { Fact, Facts } from "@/components/ui/facts";
import type { OwnAccountView } from "@/server/loaders/accounts";
import { useRoleText } from "./use-role-text";

/** Who one is here, and what for. */
export function OwnAccount({ account }: { readonly account: OwnAccountView }) {
  const t = useTranslations("account");
  const roleText = useRoleText();
  const { login, displayName, roles } = account;
  return (
    <Facts>
      <Fact name={t("displayName")}>{displayName}</Fact>
      <Fact name={t("login")}>{login}</Fact>
      <Fact name={t("roles")}>
        {roles.length === 0 ? (
          t("noRoles")
        ) : (
          <ul>
            {roles.map((held) => (
              <li key={`${held.role} ${held.unitName}`}>{roleText(held)}</li>
            ))}
          </ul>
        )}
      </Fact>
    </Facts>
  );
}
