"use client"; // an error boundary is React's, in the browser

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

/** Something failed that nobody foresaw: the id leads the office to the line of the log. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations("common");
  const actions = (
    <>
      <Button variant="primary" onClick={reset}>
        {t("tryAgain")}
      </Button>
      <ButtonLink href="/">{t("toOverview")}</ButtonLink>
    </>
  );
  return (
    <MessagePage title={t("failure.title")} actions={actions}>
      <p>{t("failure.text")}</p>
      {error.digest && <p className="figure text-small">{t("failure.id", { id: error.digest })}</p>}
    </MessagePage>
  );
}
