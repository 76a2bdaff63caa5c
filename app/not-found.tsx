import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";

/** An address that leads nowhere, or to something that this account may not know of. */
export default async function NotFound() {
  const t = await getTranslations("common");
  return (
    <MessagePage title={t("notFound.title")} actions={<ButtonLink href="/">{t("toOverview")}</ButtonLink>}>
      <p>{t("notFound.text")}</p>
    </MessagePage>
  );
}
