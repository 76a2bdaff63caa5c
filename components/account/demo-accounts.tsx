import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { DemoSignIn } from "@/server/loaders/session";

interface DemoAccountsProps {
  readonly demo: DemoSignIn;
  readonly onChoose: (login: string) => void;
}

/** The accounts of a demo; a press fills in the form above and leaves the sending to the person. */
export function DemoAccounts({ demo, onChoose }: DemoAccountsProps) {
  const t = useTranslations("signIn");
  return (
    <section aria-labelledby="demo-accounts" className="mt-8 grid gap-3 border-t border-hairline pt-4">
      <h2 id="demo-accounts" className="text-section font-semibold">
        {t("demoTitle")}
      </h2>
      <p className="text-quiet">{t("demoText", { password: demo.password })}</p>
      <ul className="grid gap-2 sm:grid-cols-2">
        {demo.accounts.map(({ login, displayName }) => (
          <li key={login}>
            <Button className="w-full" onClick={() => onChoose(login)}>
              <span>{displayName}</span>
              <span className="text-small font-normal text-quiet">{login}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
