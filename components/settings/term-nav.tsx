"use client"; // which page is the current one depends on the address

import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import clsx from "clsx";

const PAGES = ["", "/targets", "/plans", "/periods", "/tasks"] as const;
const NAMES = {
  "": "term",
  "/targets": "targets",
  "/plans": "plans",
  "/periods": "periods",
  "/tasks": "tasks",
} as const;

interface TermNavProps {
  readonly code: string;
  readonly name: string;
}

/** A measure stands among the targets, its plan among the plans, links to the term before with the term itself. */
function roomOf(path: string): string {
  if (path === "/links") return "";
  if (!path.startsWith("/measures")) return path;
  return path.endsWith("/plan") ? "/plans" : "/targets";
}

/** The rooms of one term, in the order in which it is set up. */
export function TermNav({ code, name }: TermNavProps) {
  const t = useTranslations("settings");
  const path = usePathname();
  const root = `/settings/terms/${encodeURIComponent(code)}`;
  const here = roomOf(path.slice(root.length));
  const isWithin = (page: string) => (page === "" ? here === "" : here.startsWith(page));
  return (
    <nav aria-label={t("termNav", { name })} className="screen-only border-b border-hairline">
      <ul className="flex flex-wrap gap-x-5">
        {PAGES.map((page) => (
          <li key={page}>
            <Link
              href={root + page}
              aria-current={isWithin(page) ? (path === root + page ? "page" : "true") : undefined}
              className={clsx(
                "inline-block border-b-2 py-1.5 no-underline",
                isWithin(page) ? "border-organisation font-semibold" : "border-transparent text-quiet hover:text-ink",
              )}
            >
              {page === "" ? name : t(`termPage.${NAMES[page]}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
