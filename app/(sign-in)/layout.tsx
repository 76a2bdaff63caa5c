import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { MAIN_ID } from "@/components/ui/skip-link";

/** Pages before and around signing in: the product's name, the language, one thing to do. */
export default async function SignInLayout({ children }: { readonly children: ReactNode }) {
  const t = await getTranslations("common");
  return (
    <>
      <header className="flex flex-wrap items-center justify-between gap-4 border-t-4 border-b border-organisation border-b-hairline bg-raised px-4 py-2 md:px-8">
        <p className="text-section font-bold">{t("productName")}</p>
        <LanguageSwitch />
      </header>
      <main id={MAIN_ID} className="mx-auto grid max-w-2xl gap-6 px-4 py-10">
        {children}
      </main>
    </>
  );
}
