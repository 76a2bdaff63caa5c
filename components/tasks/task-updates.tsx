import { useTranslations } from "next-intl";
import Link from "next/link";
import { taskAddress } from "@/components/shell/view-address";
import { useProseCount } from "@/components/ui/use-count-text";
import { useDateText } from "@/components/ui/use-date-text";
import { useInstantText } from "@/components/ui/use-instant-text";
import type { TaskUpdateView, TaskView } from "@/server/loaders/tasks";
import { TaskStateMark } from "./task-state-mark";

/** What was reported until the page's day, newest first, each with who wrote it and when. */
export function TaskUpdates({ view }: { readonly view: TaskView }) {
  const t = useTranslations("tasks.updates");
  const prose = useProseCount();
  const dateText = useDateText();
  const { termId, asOf } = view.view;
  return (
    <section aria-labelledby="updates" className="grid gap-2">
      <h2 id="updates" className="text-section">
        {t("title")}
      </h2>
      {view.updates.length === 0 && <p className="text-quiet">{t("none")}</p>}
      <ol>
        {view.updates.map((update, index) => (
          <UpdateLine key={`${update.at} ${index}`} update={update} />
        ))}
      </ol>
      {view.later > 0 && (
        <p className="screen-only text-small text-quiet">
          {t("later", { count: prose(view.later), date: dateText(asOf) })}{" "}
          {!view.isLatest && <Link href={taskAddress(view.id, { termId })}>{t("latest")}</Link>}
        </p>
      )}
    </section>
  );
}

function UpdateLine({ update }: { readonly update: TaskUpdateView }) {
  const t = useTranslations("tasks.updates");
  const dateText = useDateText();
  const timeText = useInstantText();
  return (
    <li className="grid gap-x-6 gap-y-0.5 border-t border-hairline py-2 sm:grid-cols-[12rem_1fr]">
      <div className="figure">{dateText(update.on)}</div>
      <div className="grid gap-0.5">
        {update.state && (
          <p>
            <TaskStateMark state={update.state} />
          </p>
        )}
        {update.text && <p className="break-words whitespace-pre-line">{update.text}</p>}
        <p className="text-small text-quiet">
          {update.by ? t("by", { name: update.by, time: timeText(update.at) }) : t("imported")}
        </p>
      </div>
    </li>
  );
}
