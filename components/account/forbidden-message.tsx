import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Message, MessagePage } from "@/components/ui/message-page";
import { signOutAction } from "@/server/actions/sign-in";

interface ForbiddenMessageProps {
  /** `page` brings the page's frame along, `message` stands in one. */
  readonly as: "page" | "message";
}

/** An address that this account may not open, and whom to ask. */
export function ForbiddenMessage({ as }: ForbiddenMessageProps) {
  const t = useTranslations("account");
  const common = useTranslations("common");
  const Frame = as === "page" ? MessagePage : Message;
  const actions = (
    <>
      <ButtonLink href="/">{common("toOverview")}</ButtonLink>
      <form action={signOutAction}>
        <Button type="submit">{t("signOut")}</Button>
      </form>
    </>
  );
  return (
    <Frame title={t("forbidden.title")} actions={actions}>
      <p>{t("forbidden.text")}</p>
    </Frame>
  );
}
