import { getTranslations } from "next-intl/server";
import { Button, ButtonLink } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";
import { signOutAction } from "@/server/actions/sign-in";

/** An address that this account may not open; status 403. */
export default async function Forbidden() {
  const [t, common] = await Promise.all([getTranslations("account"), getTranslations("common")]);
  const actions = (
    <>
      <ButtonLink href="/">{common("toOverview")}</ButtonLink>
      <form action={signOutAction}>
        <Button type="submit">{t("signOut")}</Button>
      </form>
    </>
  );
  return (
    <MessagePage title={t("forbidden.title")} actions={actions}>
      <p>{t("forbidden.text")}</p>
    </MessagePage>
  );
}
