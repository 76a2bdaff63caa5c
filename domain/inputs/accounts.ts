import * as z from "zod";
import type { WantedHolding } from "../accounts";
import type { CalendarDate } from "../dates";
import { LANGUAGES } from "../languages";
import { isWeakPassword } from "../passwords";
import { roles, SYSTEM_LOGIN, type Role } from "../roles";
import { changeInput } from "./changes";
import { nextAddress, typedPassword } from "./sign-in";
import { lineOfText, optionalText, plainText, rule } from "./text";

/** A login for a new account: 3 to 30 small letters without marks, digits, dot, hyphen or underscore; not the system's. */
export const newLogin = z
  .string(rule("required"))
  .transform((text) => text.normalize("NFC").trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1, rule("required"))
      .regex(/^[a-z0-9][a-z0-9._-]{2,29}$/, rule("bad_login"))
      .refine((login) => login !== SYSTEM_LOGIN, rule("login_taken")),
  );

const displayName = lineOfText(100);

interface ChosenPassword {
  readonly password: string;
  readonly passwordAgain: string;
}

function checkChosenPassword(chosen: ChosenPassword & { readonly login?: string }, context: z.RefinementCtx): void {
  if (isWeakPassword(chosen.password, chosen.login ?? "")) {
    context.addIssue({ code: "custom", message: rule("weak_password").error, path: ["password"] });
  } else if (chosen.password !== chosen.passwordAgain) {
    context.addIssue({ code: "custom", message: rule("password_mismatch").error, path: ["passwordAgain"] });
  }
}

/** The first office account and the organisation's name, opened by the code printed on the console. */
export const firstRunInput = z
  .object({
    code: lineOfText(40),
    organisationName: lineOfText(200),
    login: newLogin,
    displayName,
    password: typedPassword,
    passwordAgain: typedPassword,
  })
  .superRefine(checkChosenPassword);

export type FirstRunInput = z.output<typeof firstRunInput>;

export const changePasswordInput = z
  .object({
    currentPassword: typedPassword,
    password: typedPassword,
    passwordAgain: typedPassword,
    next: nextAddress,
  })
  .superRefine(checkChosenPassword);

export type ChangePasswordInput = z.output<typeof changePasswordInput>;

const calendarDate = z.iso.date(rule("bad_date"));

/** A role to give to an account: a secretary's is bound to a unit, the others to none. */
export const newRoleHolding = z
  .object({
    role: z.enum(roles, rule("bad_choice")),
    unitId: z.string().min(1).nullable(),
    from: calendarDate,
    to: calendarDate.nullable(),
  })
  .refine((holding) => (holding.role === "secretary") === (holding.unitId !== null), {
    ...rule("required"),
    path: ["unitId"],
  })
  .refine((holding) => holding.to === null || holding.from <= holding.to, { ...rule("bad_date"), path: ["to"] });

/** An account to create, by the office or by a command. */
export const newAccountInput = z
  .object({
    displayName,
    login: newLogin,
    password: typedPassword,
    mustChangePassword: z.boolean(),
    holdings: z.array(newRoleHolding).min(1, rule("required")),
  })
  .refine((account) => !isWeakPassword(account.password, account.login), {
    ...rule("weak_password"),
    path: ["password"],
  });

export type NewAccount = z.output<typeof newAccountInput>;

/** What the office edits of an account, as it is stored. */
export interface AccountState {
  readonly displayName: string;
  readonly holdings: readonly {
    readonly id: string;
    readonly role: Role;
    readonly unitId: string | null;
    readonly from: string;
    readonly to: string | null;
  }[];
}

const accountId = z.string(rule("required")).min(1, rule("bad_choice")).max(100, rule("bad_choice"));
const textOrNull = z.string().transform((text) => text || null);

/** A row of the form of roles: empty texts where there is no unit, no end, and in a row that is new no id. */
const typedHolding = z
  .object({
    id: textOrNull,
    role: z.enum(roles, rule("bad_choice")),
    unitId: textOrNull,
    from: calendarDate,
    to: z.union([z.literal(""), calendarDate], rule("bad_date")),
  })
  .transform(({ id, role, unitId, from, to }): WantedHolding => ({
    ...{ id, role, unitId: role === "secretary" ? unitId : null },
    ...{ from: from as CalendarDate, to: (to || null) as CalendarDate | null },
  }))
  .superRefine(({ role, unitId, from, to }, context) => {
    if (role === "secretary" && unitId === null) {
      context.addIssue({ code: "custom", message: rule("required").error, path: ["unitId"] });
    }
    if (to !== null && to < from) {
      context.addIssue({ code: "custom", message: rule("ends_before_start").error, path: ["to"] });
    }
  });

/** A row of the form of roles as it stands in its fields. */
export type TypedHolding = z.input<typeof typedHolding>;

/** An account that the office opens; its password is made by the server. */
export const openAccountInput = z.object({
  displayName,
  login: newLogin,
  holdings: z.array(typedHolding).min(1, rule("required")).max(50),
});

export type OpenAccount = z.output<typeof openAccountInput>;

/** Name and roles of an account. */
export const saveAccountInput = changeInput(
  { accountId },
  z.object({ displayName, holdings: z.array(typedHolding).max(50) }),
);

export type SaveAccount = z.output<typeof saveAccountInput>;

/** Whether an account is suspended, and why, as it is stored. A type alias, for only that counts as plain JSON. */
export type SuspensionState = { readonly suspended: boolean; readonly note: string | null };

const MAX_NOTE = 200;

/** An account that is suspended, for a reason where one is given, or lets its person in again. */
export const suspendAccountInput = changeInput(
  { accountId },
  z.object({ suspended: z.boolean(), note: optionalText(MAX_NOTE) }),
);

export type SuspendAccount = z.output<typeof suspendAccountInput>;

/** One account, and nothing else to say about it. */
export const accountInput = z.object({ accountId });

/** Who takes a cell over in the form of a handover, when it is somebody without an account. */
export const NEW_ACCOUNT = "new";

/** Who is, was or will be secretary of a cell, as it is stored. */
export type CellHolder = { readonly accountId: string; readonly from: string; readonly to: string | null };

/** What the form of a handover is filled from: by the cell's id, its secretaries from the first to the last. */
export type HandoverState = { readonly [unitId: string]: CellHolder[] };

const newPerson = z.object({ login: newLogin, displayName });

/** A cell that passes to the next secretary on a day; from nobody when it had none. */
export const handoverInput = changeInput(
  {},
  z
    .object({
      unitId: accountId,
      giverId: textOrNull,
      takerId: accountId,
      /** Read for a new account only. */
      login: z.string(),
      displayName: z.string(),
      on: calendarDate,
    })
    .transform(({ unitId, giverId, takerId, on, ...person }, context) => {
      const handover = { unitId, giverId, on: on as CalendarDate };
      if (takerId !== NEW_ACCOUNT) return { ...handover, taker: { accountId: takerId } };
      const read = newPerson.safeParse(person);
      if (read.success) return { ...handover, taker: read.data };
      for (const { message, path } of read.error.issues) context.addIssue({ code: "custom", message, path: [...path] });
      return z.NEVER;
    }),
);

export type HandCellOver = z.output<typeof handoverInput>;

const MAX_MAIL = 200;

/** Where reminders go, left empty, nowhere; and in which language. */
export const saveMailInput = z.object({
  language: z.enum(LANGUAGES, rule("invalid_input")),
  mail: plainText(MAX_MAIL)
    .transform((text) => text || null)
    .refine((text) => text === null || z.email().safeParse(text).success, rule("bad_mail")),
});
export type SaveMail = z.output<typeof saveMailInput>;
