"use client"; // the grid's code is fetched by the page that shows it, and by no other

import { lazy, Suspense, useSyncExternalStore, type ReactNode } from "react";
import type { GridView } from "@/server/loaders/entry-grid-views";

interface GridLoaderProps {
  readonly view: GridView;
  /** The table that is read until the grid is there, and where it cannot be. */
  readonly children: ReactNode;
}

const GridEditor = lazy(() => import("./grid-editor"));

/** The table of the server first, then the grid in its place. */
export function GridLoader({ view, children }: GridLoaderProps) {
  const isAble = useSyncExternalStore(subscribe, isBrowserAble, () => false);
  if (!isAble) return children;
  return (
    <Suspense fallback={children}>
      <GridEditor view={view} />
    </Suspense>
  );
}

function subscribe(): () => void {
  return () => undefined;
}

/** The library walks over iterators as browsers do since 2024; an older one keeps the table and its links to the forms. */
function isBrowserAble(): boolean {
  const iterator: unknown = Reflect.get(globalThis, "Iterator");
  return typeof iterator === "function" && "map" in (iterator.prototype as object);
}
