import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Message, MessagePage } from "@/components/ui/message-page";

interface NotFoundMessageProps {
  /** `page` brings the page's frame along, `message` stands in one. */
  readonly as: "page" | "message";
}

/** An address that leads nowhere, or to something that this account may not know of. */
export function NotFoundMessage({ as }: NotFoundMessageProps) {
  const t = useTranslations("common");
  const Frame = as === "page" ? MessagePage : Message;
  return (
    <Frame title={t("notFound.title")} actions={<ButtonLink href="/">{t("toOverview")}</ButtonLink>}>
      <p>{t("notFound.text")}</p>
    </Frame>
  );
}
