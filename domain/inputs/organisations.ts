import * as z from "zod";
import { changeInput } from "./changes";
import { lineOfText, optionalText } from "./text";

/** The organisation as its papers are headed and signed. */
export const typedOrganisationInput = z.object({
  name: lineOfText(200),
  superior: optionalText(200),
  place: optionalText(100),
  bodyCode: optionalText(20),
  signatoryOnBehalfOf: optionalText(100),
  signatoryTitle: optionalText(100),
  signatoryName: optionalText(100),
});

export type TypedOrganisation = z.output<typeof typedOrganisationInput>;

export const saveOrganisationInput = changeInput({}, typedOrganisationInput);
export type SaveOrganisation = z.output<typeof saveOrganisationInput>;
