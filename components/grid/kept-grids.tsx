"use client"; // this device alone knows what it keeps

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useDeviceList } from "@/components/entry/use-device-list";
import { Notice } from "@/components/ui/notice";
import { listUnsavedRows } from "./kept-rows";

/** The grids in which an account typed something on this device that is not saved, each a way to it. Nothing without any. */
export function KeptGrids({ accountId }: { readonly accountId: string }) {
  const t = useTranslations("entryGrid.kept");
  const rows = useDeviceList(listUnsavedRows, accountId);
  if (rows.length === 0) return null;
  const grids = new Map(rows.map(({ heading }) => [heading.address, heading.title]));
  return (
    <Notice tone="attention" live className="screen-only" title={t("title", { count: rows.length })}>
      <ul className="grid gap-1">
        {[...grids].map(([address, title]) => (
          <li key={address}>
            <Link href={address} prefetch={false} className="font-semibold underline">
              {t("grid", { title })}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
