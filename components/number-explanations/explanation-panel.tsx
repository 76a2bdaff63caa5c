"use client"; // a panel over the page: the keyboard stays in it, Escape and the back key close it

import { useTranslations } from "next-intl";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { Dialog } from "@/components/ui/dialog";

/** The explanation of a number over the page that shows it; closing goes back to where the number stands. */
export function ExplanationPanel({ children }: { readonly children: ReactNode }) {
  const t = useTranslations("nav.explain");
  const router = useRouter();
  const path = usePathname();
  const address = `${path}?${useSearchParams().toString()}`;
  // Going on from the panel to another page leaves what was in its place behind.
  if (!path.startsWith("/explain/")) return null;
  return (
    <Dialog open wide onOpenChange={() => router.back()} title={t("title")} closeLabel={t("close")}>
      {children}
      {/* A whole load, not a navigation: the address is a page of its own then, which prints. */}
      <a href={address} className="text-small">
        {t("page")}
      </a>
    </Dialog>
  );
}
