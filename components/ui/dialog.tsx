"use client"; // focus trap, Escape and inert background are the browser's work at run time

import clsx from "clsx";
import { Dialog as Radix } from "radix-ui";
import { useRef, type ReactNode } from "react";
import { Button } from "./button";

interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  /** What will happen, in a sentence; read aloud when the dialog opens. */
  readonly description?: ReactNode;
  readonly closeLabel: string;
  /** Holds a page rather than a question. */
  readonly wide?: boolean;
  /** The buttons that act; closing stands beside them. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A question that must be answered before going on. Opened by the caller's own button, to which the keyboard returns. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  closeLabel,
  wide = false,
  actions,
  children,
}: DialogProps) {
  const opener = useRef<Element | null>(null);
  // The library gives the keyboard back to a button of its own only.
  const giveBack = (event: Event) => {
    event.preventDefault();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  const describedBy = description ? {} : { "aria-describedby": undefined };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-ink/40" />
        <Radix.Content
          {...describedBy}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={giveBack}
          className={clsx(
            wide ? "max-w-4xl" : "max-w-xl",
            "fixed top-1/2 left-1/2 z-50 grid max-h-[85dvh] w-[calc(100vw-2rem)] grid-cols-1 -translate-x-1/2 -translate-y-1/2 gap-4 overflow-y-auto rounded-control border-[1.5px] border-edge bg-raised p-5",
          )}
        >
          <Radix.Title className="text-section font-semibold">{title}</Radix.Title>
          {description && <Radix.Description className="text-quiet">{description}</Radix.Description>}
          {children}
          <div className="flex flex-wrap justify-end gap-3">
            <Radix.Close asChild>
              <Button>{closeLabel}</Button>
            </Radix.Close>
            {actions}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
