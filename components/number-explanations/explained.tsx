import clsx from "clsx";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import type { NumberAddress } from "@/domain/number-names";
import type { ViewState } from "@/server/loaders/view-state";
import { explainAddress } from "./explain-address";

interface ExplainedProps extends NumberAddress {
  readonly state: ViewState;
  readonly className?: string;
  /** The number as it is shown. */
  readonly children: ReactNode;
}

/** A number that tells where it comes from when it is chosen: as a panel over the page, without script as a page. */
export function Explained({ state, className, children, ...address }: ExplainedProps) {
  const t = useTranslations("explain");
  return (
    <Link
      href={explainAddress(address, state)}
      prefetch={false}
      scroll={false}
      title={t("title")}
      className={clsx(
        "rounded-control text-inherit no-underline decoration-dotted underline-offset-4 hover:underline focus-visible:underline",
        className,
      )}
    >
      {children}
    </Link>
  );
}
