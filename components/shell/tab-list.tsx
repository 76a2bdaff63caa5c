"use client"; // which tab is the current one depends on the address

import clsx from "clsx";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import type { ShellTab, ShellTerm, TabKey } from "@/server/loaders/shell";
import { useViewState } from "./use-view-state";
import { viewAddress } from "./view-address";

interface Place {
  readonly href: string;
  /** Addresses of the same room. */
  readonly within: readonly string[];
  /** The room shows a term, a day and a basis: moving there keeps them. */
  readonly keepsView: boolean;
}

const PLACES: Record<TabKey, Place> = {
  overview: { href: "/", within: ["/targets", "/units"], keepsView: true },
  tasks: { href: "/tasks", within: ["/tasks"], keepsView: true },
  entry: { href: "/entry", within: ["/entry"], keepsView: false },
  matrix: { href: "/matrix", within: ["/matrix"], keepsView: true },
  review: { href: "/review", within: ["/review"], keepsView: false },
  settings: { href: "/settings", within: ["/settings"], keepsView: false },
  audit: { href: "/audit", within: ["/audit"], keepsView: false },
};

interface TabListProps {
  readonly tabs: readonly ShellTab[];
  readonly terms: readonly ShellTerm[];
  readonly defaultTermId: string | null;
}

/** The rooms that this account's roles open; the current one is underlined in the organisation's red. */
export function TabList({ tabs, terms, defaultTermId }: TabListProps) {
  const t = useTranslations("nav");
  const path = usePathname();
  const view = useViewState(terms, defaultTermId);
  const list = useRef<HTMLUListElement>(null);
  // On a phone the tabs are wider than the page: the current one is brought into sight, the page itself stays.
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>("[aria-current]");
    const row = list.current?.parentElement;
    if (tab && row) row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  }, [path]);
  return (
    <nav aria-label={t("tabs")} className="screen-only relative overflow-x-auto border-b border-hairline bg-raised">
      <ul ref={list} className="flex w-max gap-5 px-4 md:px-8 lg:gap-6">
        {tabs.map(({ key, waiting }) => {
          const place = PLACES[key];
          const current = isWithin(path, place);
          return (
            <li key={key}>
              <Link
                href={place.keepsView && view ? viewAddress(place.href, view.state) : place.href}
                aria-current={current ? (path === place.href ? "page" : "true") : undefined}
                className={clsx(
                  "figure flex min-h-10 items-center gap-1.5 border-b-2 pt-0.5 no-underline -outline-offset-2",
                  current ? "border-organisation font-semibold" : "border-transparent text-quiet hover:text-ink",
                )}
              >
                {t(`tab.${key}`)}
                {waiting !== null && waiting > 0 && (
                  <Waiting count={waiting} words={t("waiting", { count: waiting })} />
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Waiting({ count, words }: { readonly count: number; readonly words: string }) {
  return (
    <span className="font-semibold text-ink">
      <span aria-hidden>{count}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}

function isWithin(path: string, { href, within }: Place): boolean {
  return path === href || within.some((start) => path === start || path.startsWith(`${start}/`));
}
