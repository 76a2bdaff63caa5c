"use client"; // closes on Escape, on a press outside and when the page changes; opens without JavaScript too

import clsx from "clsx";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";

interface DisclosureMenuProps {
  /** What stands on the button: a label and the present choice. */
  readonly label: ReactNode;
  /** A button with a border, or words among other words of the header. */
  readonly plain?: boolean;
  readonly align?: "left" | "right";
  readonly children: ReactNode;
}

/** A button that unfolds a short list or form below it, in the browser's own element. */
export function DisclosureMenu({ label, plain = false, align = "left", children }: DisclosureMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const closeOutside = (event: Event) => {
      if (menu.current?.open && event.target instanceof Node && !menu.current.contains(event.target)) {
        menu.current.open = false;
      }
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
    };
  }, []);

  const closeOnEscape = (event: KeyboardEvent<HTMLDetailsElement>) => {
    if (event.key !== "Escape" || !menu.current?.open) return;
    menu.current.open = false;
    menu.current.querySelector("summary")?.focus();
  };

  return (
    <details ref={menu} className="group relative" onKeyDown={closeOnEscape}>
      <summary
        className={clsx(
          "flex min-h-9 items-center gap-1.5 rounded-control px-2.5 py-1",
          plain ? "hover:underline" : "border-[1.5px] border-hairline bg-raised hover:border-edge",
        )}
      >
        {label}
        <svg aria-hidden viewBox="0 0 10 6" className="w-2.5 shrink-0 group-open:rotate-180" fill="currentColor">
          <path d="M0 0h10L5 6Z" />
        </svg>
      </summary>
      <div
        className={clsx(
          "absolute top-full z-30 mt-1 grid w-max max-w-[calc(100vw-2rem)] min-w-full gap-1 rounded-control border-[1.5px] border-edge bg-raised p-2",
          align === "right" ? "right-0" : "left-0",
        )}
      >
        {children}
      </div>
    </details>
  );
}
