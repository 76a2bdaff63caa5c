import { useTranslations } from "next-intl";
import { useRoleText } from "@/components/account/use-role-text";
import { DisclosureMenu } from "@/components/ui/disclosure-menu";
import type { ShellView } from "@/server/loaders/shell";
import { MenuLink } from "./menu-link";
import { SignOutForm } from "./sign-out-form";

interface AccountMenuProps {
  readonly account: ShellView["account"];
  readonly signOut: (form: FormData) => Promise<void>;
}

/** Who is signed in, as what, and the way out. */
export function AccountMenu({ account, signOut }: AccountMenuProps) {
  const t = useTranslations("nav");
  const roleText = useRoleText();
  return (
    <DisclosureMenu plain align="right" label={<span className="max-w-48 truncate">{account.displayName}</span>}>
      <div className="px-3 py-1">
        <p className="font-semibold">{account.displayName}</p>
        {account.roles.map((held) => (
          <p key={`${held.role} ${held.unitName}`} className="text-small text-quiet">
            {roleText(held)}
          </p>
        ))}
      </div>
      <MenuLink href="/account">{t("account")}</MenuLink>
      <SignOutForm accountId={account.id} signOut={signOut} />
    </DisclosureMenu>
  );
}
