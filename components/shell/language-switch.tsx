"use client"; // the choice is kept in a cookie of this browser

import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";

/** Each named in its own language. */
export const LANGUAGE_CHOICES = [
  { locale: "vi", short: "VI", name: "Tiếng Việt" },
  { locale: "en", short: "EN", name: "English" },
] as const;

const ONE_YEAR = 365 * 24 * 60 * 60;

/** Vietnamese or English, each named in its own language. */
export function LanguageSwitch() {
  const t = useTranslations("nav");
  const present = useLocale();
  const router = useRouter();
  const choose = (locale: string) => {
    rememberLanguage(locale);
    router.refresh();
  };
  return (
    <div role="group" aria-label={t("language")} className="screen-only flex items-center">
      {LANGUAGE_CHOICES.map(({ locale, short, name }, index) => (
        <span key={locale} className="flex items-center">
          {index > 0 && (
            <span aria-hidden className="text-quiet">
              ·
            </span>
          )}
          <button
            type="button"
            lang={locale}
            aria-label={name}
            aria-pressed={locale === present}
            className={clsx("min-h-9 px-1.5 hover:underline", locale === present && "font-semibold")}
            onClick={() => choose(locale)}
          >
            {short}
          </button>
        </span>
      ))}
    </div>
  );
}

function rememberLanguage(locale: string): void {
  document.cookie = `locale=${locale}; path=/; max-age=${ONE_YEAR}; samesite=lax`;
}
