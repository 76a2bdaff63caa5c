// The organisation and its tree. Both bundles carry the same units: an import refuses an id that says two things.
import type { Bundle, BundleUnit, BundleUnitEvent } from "@/domain/bundle/schema";

const NAME = "Đảng bộ Ban Quản lý Khu kinh tế tỉnh Kiên Giang";

export const organisation: Bundle["organisation"] = {
  name: NAME,
  superior: null,
  place: "Kiên Giang",
  bodyCode: "ĐU",
  signatory: { onBehalfOf: "ĐẢNG ỦY", title: "BÍ THƯ", name: "" },
};

const FOUNDED = "2015-01-01";
const SPLIT_ON = "2022-01-01";
const MERGED_ON = "2024-01-01";
const BEFORE_MERGER = "2023-12-31";

function cell(position: number, from: string, to: string | null = null): BundleUnit {
  return { id: `cb${position}`, kind: "cell", name: `Chi bộ ${position}`, parent: "db", from, to, position };
}

/** The units of the term 2015-2020. Those that ceased to exist later say so here too. */
export const firstUnits: BundleUnit[] = [
  { id: "db", kind: "committee", name: NAME, parent: null, from: FOUNDED, to: null, position: 0 },
  cell(1, FOUNDED),
  cell(2, FOUNDED),
  cell(3, FOUNDED),
  cell(4, FOUNDED, BEFORE_MERGER),
  cell(5, FOUNDED, BEFORE_MERGER),
];

/** The units of the term 2020-2025: one was split off, one came out of a merger. */
export const laterUnits: BundleUnit[] = [...firstUnits, cell(6, SPLIT_ON), cell(7, MERGED_ON)];

/** The reorganisations of the term 2020-2025. They and their numbers are illustrative. */
export const unitEvents: BundleUnitEvent[] = [
  {
    id: "e1",
    kind: "split",
    on: SPLIT_ON,
    decision: "Quyết định số 41-QĐ/ĐU ngày 24/12/2021 (minh họa)",
    from: ["cb2"],
    into: ["cb2", "cb6"],
  },
  {
    id: "e2",
    kind: "merge",
    on: MERGED_ON,
    decision: "Quyết định số 87-QĐ/ĐU ngày 22/12/2023 (minh họa)",
    from: ["cb4", "cb5"],
    into: ["cb7"],
  },
];
