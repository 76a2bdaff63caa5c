"use client"; // which page is the current one depends on the address

import clsx from "clsx";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";

const PAGES = [
  ["home", "/settings"],
  ["organisation", "/settings/organisation"],
  ["units", "/settings/units"],
  ["terms", "/settings/terms"],
  ["reporting", "/settings/reporting"],
  ["accounts", "/settings/accounts"],
  ["bundles", "/settings/bundles"],
] as const;

/** The rooms of the settings, in the order in which they are set up first. */
export function SettingsNav() {
  const t = useTranslations("settings");
  const path = usePathname();
  return (
    <nav aria-label={t("nav")} className="screen-only">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {PAGES.map(([key, href]) => {
          const current = path === href || (key !== "home" && path.startsWith(`${href}/`));
          return (
            <li key={key}>
              <Link
                href={href}
                aria-current={current ? (path === href ? "page" : "true") : undefined}
                className={clsx(
                  "inline-block py-1 no-underline",
                  current ? "font-semibold" : "text-quiet hover:text-ink hover:underline",
                )}
              >
                {t(`page.${key}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
