import clsx from "clsx";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";

export type ButtonVariant = "primary" | "secondary" | "quiet";

const BASE =
  "screen-only inline-flex min-h-10 items-center justify-center gap-2 rounded-control py-1.5 text-center " +
  "aria-disabled:cursor-not-allowed aria-disabled:opacity-60 " +
  "disabled:cursor-not-allowed disabled:opacity-60";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "bg-organisation px-4 font-semibold text-on-organisation no-underline hover:bg-organisation-deep",
  secondary: "border-[1.5px] border-edge bg-raised px-4 font-semibold text-ink no-underline hover:bg-note",
  quiet: "px-2 font-medium text-ink underline hover:bg-note",
};

/** How a button looks, for what is pressed like one and is none. */
export function buttonClass(variant: ButtonVariant): string {
  return clsx(BASE, VARIANTS[variant]);
}

interface ButtonProps extends ComponentProps<"button"> {
  readonly variant?: ButtonVariant;
  /** The work has been sent: the button stays in place and focusable, and says so instead of doing it twice. */
  readonly pending?: boolean;
  readonly pendingLabel?: ReactNode;
}

/** One of a page's actions. A page has at most one `primary`. */
export function Button({ variant = "secondary", pending = false, pendingLabel, ...props }: ButtonProps) {
  const { className, children, onClick, type = "button", ...rest } = props;
  return (
    <button
      {...rest}
      type={pending ? "button" : type}
      aria-disabled={pending || rest["aria-disabled"]}
      aria-busy={pending || undefined}
      className={clsx(BASE, VARIANTS[variant], className)}
      onClick={pending ? undefined : onClick}
    >
      {pending ? (pendingLabel ?? children) : children}
    </button>
  );
}

interface ButtonLinkProps extends ComponentProps<typeof Link> {
  readonly variant?: ButtonVariant;
}

/** A link that stands among buttons: it goes somewhere inside the product. */
export function ButtonLink({ variant = "secondary", className, ...props }: ButtonLinkProps) {
  return <Link {...props} className={clsx(BASE, VARIANTS[variant], className)} />;
}

interface DownloadLinkProps extends ComponentProps<"a"> {
  readonly variant?: ButtonVariant;
}

/** A link to a file: a plain anchor, so that the router neither prefetches nor renders it. */
export function DownloadLink({ variant = "secondary", className, ...props }: DownloadLinkProps) {
  return <a {...props} download className={clsx(BASE, VARIANTS[variant], className)} />;
}
