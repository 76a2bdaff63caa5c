"use server";

import { redirect } from "next/navigation";
import { firstRunInput } from "@/domain/inputs/accounts";
import { setSessionCookie } from "../auth/session-cookie";
import { signIn } from "../auth/sign-in";
import { clock } from "../clock";
import { definePublicAction, forForm } from "../define-action";
import { completeFirstRun } from "../workflows/first-run";

/** Makes the first office account, signs it in and opens the overview. */
export const completeFirstRunAction = forForm(
  definePublicAction({
    input: firstRunInput,
    run: async ({ input, store }) => {
      await completeFirstRun(store, input, clock.today(), clock.realNow());
      await setSessionCookie(await signIn(store, input, clock.realNow()));
      redirect("/");
    },
  }),
);
