"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { signInInput } from "@/domain/inputs/sign-in";
import { authOf } from "../auth/auth";
import { clearSessionCookie, cookieHeaders, setSessionCookie } from "../auth/session-cookie";
import { signIn } from "../auth/sign-in";
import { clock } from "../clock";
import { definePublicAction, forForm } from "../define-action";
import { findFirstPage } from "../first-page";
import { currentSession } from "../session";
import { recordSignOut } from "../workflows/sign-ins";

/** Signs in and goes on to the address that was asked first, else to where this person starts. */
export const signInAction = forForm(
  definePublicAction({
    input: signInInput,
    run: async ({ input, store }) => {
      await setSessionCookie(await signIn(store, input, clock.realNow()));
      redirect(input.next === "/" ? await findFirstPage(store.db, input.login, clock.today()) : input.next);
    },
  }),
);

const endSession = definePublicAction({
  input: z.object({}),
  run: async ({ store }) => {
    const session = await currentSession();
    await authOf(store).api.signOut({ headers: await cookieHeaders() });
    await clearSessionCookie();
    if (session) await recordSignOut(store, session.actor);
    redirect("/sign-in");
  },
});

/** Ends the session, in the database and in the browser. For a plain form, so that it works without JavaScript too. */
export async function signOutAction(): Promise<void> {
  await endSession({});
}
