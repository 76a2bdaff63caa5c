import * as z from "zod";
import { isWeakPassword } from "../passwords";
import { roles, SYSTEM_LOGIN } from "../roles";
import { nextAddress, typedPassword } from "./sign-in";
import { lineOfText, rule } from "./text";

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
    login: newLogin,
    displayName,
    password: typedPassword,
    mustChangePassword: z.boolean(),
    holdings: z.array(newRoleHolding).min(1, rule("required")),
  })
  .refine((account) => !isWeakPassword(account.password, account.login), {
    ...rule("weak_password"),
    path: ["password"],
  });

export type NewAccount = z.output<typeof newAccountInput>;
