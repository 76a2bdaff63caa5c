import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MyWork } from "@/components/my-work/my-work";
import { loadMyWork } from "@/server/loaders/my-work";
import { requireActor } from "@/server/require-actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("work");
  return { title: t("title") };
}

/** What a person has to do today. */
export default async function MyWorkPage() {
  const actor = await requireActor("work.view");
  return <MyWork view={await loadMyWork(actor)} accountId={actor.accountId ?? ""} />;
}
