import type { Profile } from "./profile";

/** State documents (Nghị định 30/2020/NĐ-CP). */
export const nd30: Profile = {
  id: "nd30",
  font: "Times New Roman",
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  pageNumber: { size: 13, fromEdge: 10 },
  header: {
    left: ["superior", "issuer", "number"],
    right: ["nation", "motto", "placeDate"],
    lines: {
      superior: { size: 13, capitals: true },
      issuer: { size: 13, bold: true, capitals: true, underline: true },
      star: { size: 13 },
      number: { size: 13 },
      nation: { size: 13, bold: true, capitals: true },
      motto: { size: 14, bold: true, underline: true },
      placeDate: { size: 14, italic: true },
    },
  },
  title: { size: 14, bold: true, capitals: true },
  subject: { size: 14, bold: true },
  titleEnd: "line",
  body: { size: 14, lineSpacing: 18, firstLine: 10 },
  table: { size: 11 },
  footnote: { size: 11 },
  signature: {
    onBehalfOf: { size: 14, bold: true, capitals: true },
    title: { size: 14, bold: true, capitals: true },
    name: { size: 14, bold: true },
  },
  recipients: { heading: { size: 12, bold: true, italic: true }, line: { size: 11 } },
};
