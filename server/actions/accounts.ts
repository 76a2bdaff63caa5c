"use server";

import { redirect } from "next/navigation";
import { changePasswordInput } from "@/domain/inputs/accounts";
import { setSessionCookie } from "../auth/session-cookie";
import { signIn } from "../auth/sign-in";
import { clock } from "../clock";
import { defineAction, forForm } from "../define-action";
import { changePassword } from "../workflows/accounts";
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
