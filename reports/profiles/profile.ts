import type { HeaderRole } from "../model";

export type ProfileId = "hd05" | "hd36" | "nd30";

/** Type of one line: size in points, letter case as the builder wrote it unless `capitals`. */
export interface LineStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly capitals?: boolean;
}

/** How a kind of document is set (DOMAIN.md "Document format"): data, so that a new rule is a new file of data. */
export interface Profile {
  readonly id: ProfileId;
  readonly font: string;
  /** Millimetres; the same on a landscape page. */
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly pageNumber: { readonly size: number; readonly fromEdge: number };
  readonly header: {
    readonly left: readonly HeaderRole[];
    readonly right: readonly HeaderRole[];
    readonly lines: Readonly<Record<HeaderRole, LineStyle>>;
  };
  readonly title: LineStyle;
  readonly subject: LineStyle;
  /** What closes the title: a row of hyphens or a drawn line. */
  readonly titleEnd: "hyphens" | "line";
  readonly body: { readonly size: number; readonly lineSpacing: number; readonly firstLine: number };
  /** A wide table is set smaller than the body, as appendices are. */
  readonly table: { readonly size: number };
  readonly footnote: LineStyle;
  readonly signature: {
    readonly onBehalfOf: LineStyle;
    readonly title: LineStyle;
    readonly name: LineStyle;
  };
  readonly recipients: { readonly heading: LineStyle; readonly line: LineStyle };
}
