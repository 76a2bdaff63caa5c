"use server";

import { saveOrganisationInput } from "@/domain/inputs/organisations";
import { defineAction } from "../define-action";
import { saveOrganisation } from "../workflows/organisations";

export const saveOrganisationAction = defineAction({
  permission: "terms.configure",
  input: saveOrganisationInput,
  run: ({ actor, input, store }) => saveOrganisation(store, actor, input),
});
