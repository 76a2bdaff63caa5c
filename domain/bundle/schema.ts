// The shape of a bundle: what may stand in the file, before its parts are compared with each other (CALCULATION.md §7).
import * as z from "zod";
import { dateText, idText, optionalText, positionNumber, requiredText, thresholdNumber } from "./fields";
import { explanationSchema, figureSchema, submissionSchema } from "./figure-schema";
import { targetSchema } from "./measure-schema";

export const BUNDLE_FORMAT = "tien-do/bundle@1";

const organisationSchema = z.strictObject({
  name: optionalText,
  superior: optionalText,
  place: optionalText,
  bodyCode: optionalText,
  signatory: z.strictObject({ onBehalfOf: optionalText, title: optionalText, name: optionalText }).nullish(),
});

const unitVersionSchema = z.strictObject({
  from: dateText,
  name: requiredText.nullish(),
  // Absent: as before; null: no parent from that day on.
  parent: idText.nullish(),
  position: positionNumber.nullish(),
});

const unitSchema = z.strictObject({
  id: idText,
  kind: z.enum(["committee", "section", "cell"]),
  name: requiredText,
  parent: idText.nullish(),
  from: dateText,
  to: dateText.nullish(),
  position: positionNumber.nullish(),
  versions: z.array(unitVersionSchema).nullish(),
});

const unitEventSchema = z.strictObject({
  id: idText,
  kind: z.enum(["found", "rename", "move", "merge", "split", "dissolve"]),
  on: dateText,
  decision: optionalText,
  from: z.array(idText).nullish(),
  into: z.array(idText).nullish(),
});

const yearSchema = z.strictObject({ id: idText, startsOn: dateText, endsOn: dateText });

const settingsSchema = z.strictObject({
  atRiskCountPct: thresholdNumber.nullish(),
  atRiskPoints: thresholdNumber.nullish(),
  viewAsOf: dateText.nullish(),
});

const congressSchema = z.strictObject({
  ordinal: optionalText,
  heldOn: dateText.nullish(),
  resolution: optionalText,
});

const linkSchema = z.strictObject({
  target: idText.nullish(),
  previousTerm: idText.nullish(),
  previousTarget: idText.nullish(),
  kind: z.enum(["same", "redefined", "new", "dropped"]),
  reason: optionalText,
});

const taskState = z.enum(["not_started", "in_progress", "done", "stopped"]);

const taskSchema = z.strictObject({
  id: idText,
  name: requiredText,
  leadUnit: idText.nullish(),
  supportingUnits: z.array(idText).nullish(),
  dueOn: dateText.nullish(),
  targets: z.array(idText).nullish(),
  expectedResult: optionalText,
  state: taskState.nullish(),
  updates: z.array(z.strictObject({ on: dateText, state: taskState.nullish(), text: optionalText })).nullish(),
});

const taskGroupSchema = z.strictObject({
  id: idText,
  position: positionNumber.nullish(),
  name: requiredText,
  tasks: z.array(taskSchema).nullish(),
});

const termSchema = z.strictObject({
  id: idText,
  name: requiredText,
  startsOn: dateText,
  endsOn: dateText,
  closed: z.boolean().nullish(),
  congress: congressSchema.nullish(),
  links: z.array(linkSchema).nullish(),
  years: z.array(yearSchema).nullish(),
  settings: settingsSchema.nullish(),
  targets: z.array(targetSchema),
  taskGroups: z.array(taskGroupSchema).nullish(),
  submissions: z.array(submissionSchema).nullish(),
  explanations: z.array(explanationSchema).nullish(),
  figures: z.array(figureSchema).nullish(),
});

export const bundleSchema = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  organisation: organisationSchema.nullish(),
  units: z.array(unitSchema),
  unitEvents: z.array(unitEventSchema).nullish(),
  terms: z.array(termSchema),
});

/** One JSON file that holds terms whole: its text values are checked, nothing is converted (CALCULATION.md §7). */
export type Bundle = z.infer<typeof bundleSchema>;
export type BundleUnit = z.infer<typeof unitSchema>;
export type BundleUnitEvent = z.infer<typeof unitEventSchema>;
export type BundleTerm = z.infer<typeof termSchema>;
export type BundleTask = z.infer<typeof taskSchema>;
export type BundleTaskGroup = z.infer<typeof taskGroupSchema>;
