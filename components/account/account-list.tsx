import { useTranslations } from "next-intl";
import Link from "next/link";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import { useInstantText } from "@/components/ui/use-instant-text";
import type { AccountView } from "@/server/loaders/account-settings";
import { RoleLines } from "./role-lines";

/** Every account: its roles now and later, when it last signed in, and how it stands. */
export function AccountList({ accounts }: { readonly accounts: readonly AccountView[] }) {
  const t = useTranslations("accountSettingsPage");
  return (
    <Table caption={t("list")}>
      <TableHead>
        <tr>
          <HeadCell>{t("account")}</HeadCell>
          <HeadCell>{t("roles")}</HeadCell>
          <HeadCell className="max-sm:hidden">{t("lastSignIn")}</HeadCell>
          <HeadCell className="max-sm:hidden">{t("standing")}</HeadCell>
        </tr>
      </TableHead>
      <tbody>
        {accounts.map((account) => (
          <AccountRow key={account.id} account={account} />
        ))}
      </tbody>
    </Table>
  );
}

function AccountRow({ account }: { readonly account: AccountView }) {
  const t = useTranslations("accountSettingsPage");
  const instantText = useInstantText();
  const { login, displayName, roles, lastSignIn, standing, locked } = account;
  const standingText = (
    <>
      {t(`standings.${standing}`)}
      {locked && <span className="block text-small text-attention">{t("locked")}</span>}
    </>
  );
  return (
    <Row>
      <HeadCell scope="row" className="min-w-32">
        <Link href={`/settings/accounts/${encodeURIComponent(login)}`}>{displayName}</Link>
        <span className="block text-small font-normal text-quiet">{login}</span>
        <span className="block text-small font-normal sm:hidden">{standingText}</span>
      </HeadCell>
      <Cell>
        <RoleLines roles={roles} />
      </Cell>
      <Cell className="text-quiet max-sm:hidden">{lastSignIn === null ? t("never") : instantText(lastSignIn)}</Cell>
      <Cell className="max-sm:hidden">{standingText}</Cell>
    </Row>
  );
}
