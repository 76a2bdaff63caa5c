import type { Profile } from "./profile";

/** Party documents since 2026 (Hướng dẫn 05-HD/VPTW). */
export const hd05: Profile = {
  id: "hd05",
  font: "Times New Roman",
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  pageNumber: { size: 14, fromEdge: 10 },
  header: {
    left: ["superior", "issuer", "star", "number"],
    right: ["nation", "placeDate"],
    lines: {
      superior: { size: 14, capitals: true },
      issuer: { size: 14, bold: true, capitals: true },
      star: { size: 14 },
      number: { size: 14 },
      nation: { size: 15, bold: true, capitals: true, underline: true },
      motto: { size: 14, bold: true },
      placeDate: { size: 14, italic: true },
    },
  },
  title: { size: 15, bold: true, capitals: true },
  subject: { size: 14, bold: true },
  titleEnd: "hyphens",
  body: { size: 14, lineSpacing: 18, firstLine: 10 },
  table: { size: 11 },
  footnote: { size: 11 },
  signature: {
    onBehalfOf: { size: 14, bold: true, capitals: true },
    title: { size: 14, capitals: true },
    name: { size: 14, bold: true },
  },
  recipients: { heading: { size: 14, underline: true }, line: { size: 12 } },
};
