/** The parts that every official document has around its content. */
import type { HeaderLine, HeaderRole, ReportModel, SignatureBlock } from "../model";
import type { Profile } from "../profiles/profile";
import type { ReportOrganisation } from "./appendix-data";
import type { Labels } from "./labels";

/** What stands for a name or place that nobody has filled in. */
const GAP = "……………";

type Frame = Pick<ReportModel, "header" | "signature" | "recipients" | "fileAuthor">;

/** Head, signature and recipients by the profile. Number and date stay open: the clerk writes them. */
export function documentFrame(labels: Labels, organisation: ReportOrganisation, profile: Profile): Frame {
  const lines = (roles: readonly HeaderRole[]) =>
    roles.map((role) => headerLine(labels, organisation, profile, role)).filter((line) => line !== null);
  return {
    header: { left: lines(profile.header.left), right: lines(profile.header.right) },
    signature: signatureBlock(labels, organisation, profile),
    recipients: recipientList(labels, organisation, profile),
    fileAuthor: organisation.name ?? labels.t("common.productName"),
  };
}

function headerLine(
  { t }: Labels,
  organisation: ReportOrganisation,
  { id }: Profile,
  role: HeaderRole,
): HeaderLine | null {
  switch (role) {
    case "superior":
      return organisation.superior === null ? null : { role, text: organisation.superior };
    case "issuer":
      return { role, text: organisation.name ?? GAP };
    case "star":
      return { role, text: "*" };
    case "number":
      return { role, text: t(`reports.document.${id}.number`, { code: organisation.bodyCode ?? "" }) };
    case "nation":
      return { role, text: t(`reports.document.${id}.nation`) };
    case "motto":
      return { role, text: t("reports.document.motto") };
    case "placeDate":
      return { role, text: t("reports.document.placeDate", { place: organisation.place ?? GAP }) };
  }
}

function signatureBlock({ t }: Labels, { signatory }: ReportOrganisation, { id }: Profile): SignatureBlock {
  const body = signatory.onBehalfOf ?? t("reports.document.committee");
  return {
    onBehalfOf: t(`reports.document.${id}.onBehalfOf`, { body }),
    title: signatory.title ?? t("reports.document.secretary"),
    name: signatory.name ?? "",
  };
}

function recipientList({ t }: Labels, { superior }: ReportOrganisation, { id }: Profile): ReportModel["recipients"] {
  const archive = t(`reports.document.${id}.archive`);
  return {
    heading: t("reports.document.recipients"),
    lines: superior === null ? [archive] : [t("reports.document.superior", { superior }), archive],
  };
}
