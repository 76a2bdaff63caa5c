// The links of a term in the browser: one row a target, and what is left of the term before.
import type { SaveLinks } from "@/domain/inputs/terms";

type StoredLinks = SaveLinks["typed"];

export type LinkKind = "same" | "redefined" | "new";

export type LinkRow = {
  readonly targetId: string;
  readonly kind: LinkKind;
  /** Empty: not chosen yet, or new. */
  readonly previousTargetCode: string;
  readonly reason: string;
};

export type LinkTexts = {
  readonly links: readonly LinkRow[];
  /** Why a target of the term before was given up, by its code. */
  readonly dropped: { readonly [code: string]: string };
};

/** The rows of the form: a target that no link names is new. */
export function linkTexts(
  stored: StoredLinks | null,
  targets: readonly { readonly id: string }[],
  previous: readonly { readonly code: string }[],
): LinkTexts {
  const links = stored?.links ?? [];
  return {
    links: targets.map(({ id }): LinkRow => {
      const link = links.find(({ targetId }) => targetId === id);
      const kind = link === undefined || link.kind === "dropped" ? "new" : link.kind;
      return {
        ...{ targetId: id, kind, reason: link?.reason ?? "" },
        previousTargetCode: link?.previousTargetCode ?? "",
      };
    }),
    dropped: Object.fromEntries(
      previous.map(({ code }) => {
        const link = links.find(({ kind, previousTargetCode }) => kind === "dropped" && previousTargetCode === code);
        return [code, link?.reason ?? ""];
      }),
    ),
  };
}

/** The targets of the term before that no row goes back to. */
export function droppedOf<T extends { readonly code: string }>({ links }: LinkTexts, previous: readonly T[]): T[] {
  const kept = links.filter(({ kind }) => kind !== "new").map(({ previousTargetCode }) => previousTargetCode);
  return previous.filter(({ code }) => !kept.includes(code));
}

/** The links as they are sent: the rows in their order, then what was given up. */
export function sentLinks(texts: LinkTexts, previous: readonly { readonly code: string }[]) {
  const rows = texts.links.map((row) => ({
    ...row,
    previousTargetCode: row.kind === "new" ? null : row.previousTargetCode || null,
    reason: row.kind === "redefined" ? row.reason : "",
  }));
  const dropped = droppedOf(texts, previous).map(({ code }) => ({
    ...{ targetId: null, kind: "dropped" as const, previousTargetCode: code },
    reason: texts.dropped[code] ?? "",
  }));
  return { links: [...rows, ...dropped] };
}
