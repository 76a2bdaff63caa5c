import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";

interface MenuLinkProps {
  readonly href: string;
  readonly current?: boolean;
  readonly children: ReactNode;
}

/** One choice of a menu in the header; the present one is marked for eye and ear. */
export function MenuLink({ href, current = false, children }: MenuLinkProps) {
  return (
    <Link
      href={href}
      aria-current={current ? "true" : undefined}
      className={clsx(
        "block max-w-sm rounded-control border-l-[3px] px-3 py-1.5 no-underline hover:bg-note",
        current ? "border-organisation font-semibold" : "border-transparent",
      )}
    >
      {children}
    </Link>
  );
}
