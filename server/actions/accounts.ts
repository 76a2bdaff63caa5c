"use server";

import { redirect } from "next/navigation";
import {
  accountInput,
  changePasswordInput,
  handoverInput,
  openAccountInput,
  saveAccountInput,
  saveMailInput,
  suspendAccountInput,
} from "@/domain/inputs/accounts";
import { setSessionCookie } from "../auth/session-cookie";
import { signIn } from "../auth/sign-in";
import { clock } from "../clock";
import { defineAction, forForm } from "../define-action";
import { endSessions, resetPassword, suspendAccount, unlockAccount } from "../workflows/account-access";
import { changePassword, openAccount, saveMail } from "../workflows/accounts";
import { handCellOver, saveAccount } from "../workflows/role-holdings";
import { beginAttempt } from "../workflows/sign-ins";

/** Changes one's own password, ends every other session and goes on. Wrong guesses count towards the account's lock. */
export const changePasswordAction = forForm(
  defineAction({
    permission: "account.own",
    input: changePasswordInput,
    run: async ({ actor, input, store }) => {
      await beginAttempt(store, actor.login, clock.realNow());
      await changePassword(store, actor, input);
      const credentials = { login: actor.login, password: input.password };
      await setSessionCookie(await signIn(store, credentials, clock.realNow()));
      redirect(input.next);
    },
  }),
);

/** Stores where one's own reminders go. */
export const saveMailAction = forForm(
  defineAction({
    permission: "account.own",
    input: saveMailInput,
    run: ({ actor, input, store }) => saveMail(store, actor, input),
  }),
);

/** Opens an account; its one-time password is in this answer and nowhere else. */
export const openAccountAction = defineAction({
  permission: "accounts.manage",
  input: openAccountInput,
  run: ({ actor, input, store }) => openAccount(store, actor, input),
});

/** Gives an account the name and the roles of its form. */
export const saveAccountAction = defineAction({
  permission: "accounts.manage",
  input: saveAccountInput,
  run: ({ actor, input, store }) => saveAccount(store, actor, input),
});

/** Passes a cell to its next secretary. */
export const handCellOverAction = defineAction({
  permission: "accounts.manage",
  input: handoverInput,
  run: ({ actor, input, store }) => handCellOver(store, actor, input),
});

/** Suspends or restores an account. */
export const suspendAccountAction = defineAction({
  permission: "accounts.manage",
  input: suspendAccountInput,
  run: ({ actor, input, store }) => suspendAccount(store, actor, input),
});

/** Gives an account a new one-time password, in this answer and nowhere else. */
export const resetPasswordAction = defineAction({
  permission: "accounts.manage",
  input: accountInput,
  run: ({ actor, input, store }) => resetPassword(store, actor, input.accountId),
});

/** Ends all sessions of an account. */
export const endSessionsAction = defineAction({
  permission: "accounts.manage",
  input: accountInput,
  run: ({ actor, input, store }) => endSessions(store, actor, input.accountId),
});

/** Takes the lock after wrong passwords away. */
export const unlockAccountAction = defineAction({
  permission: "accounts.manage",
  input: accountInput,
  run: ({ actor, input, store }) => unlockAccount(store, actor, input.accountId),
});
