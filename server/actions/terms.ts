"use server";

import { newTermInput, saveLinksInput, saveTermInput, termDeedInput } from "@/domain/inputs/terms";
import { clock } from "../clock";
import { defineAction } from "../define-action";
import { saveLinks } from "../workflows/term-links";
import { closeTerm, reopenTerm, startTerm } from "../workflows/term-states";
import { createTerm, removeTerm, saveTerm } from "../workflows/terms";

export const createTermAction = defineAction({
  permission: "terms.configure",
  input: newTermInput,
  run: ({ actor, input, store }) => createTerm(store, actor, input, clock.now()),
});

export const saveTermAction = defineAction({
  permission: "terms.configure",
  input: saveTermInput,
  run: ({ actor, input, store }) => saveTerm(store, actor, input),
});

export const saveLinksAction = defineAction({
  permission: "terms.configure",
  input: saveLinksInput,
  run: ({ actor, input, store }) => saveLinks(store, actor, input),
});

export const startTermAction = defineAction({
  permission: "terms.configure",
  input: termDeedInput,
  run: ({ actor, input, store }) => startTerm(store, actor, input),
});

export const closeTermAction = defineAction({
  permission: "terms.configure",
  input: termDeedInput,
  run: ({ actor, input, store }) => closeTerm(store, actor, input),
});

export const reopenTermAction = defineAction({
  permission: "terms.configure",
  input: termDeedInput,
  run: ({ actor, input, store }) => reopenTerm(store, actor, input),
});

export const removeTermAction = defineAction({
  permission: "terms.configure",
  input: termDeedInput,
  run: ({ actor, input, store }) => removeTerm(store, actor, input),
});
