import { useTranslations } from "next-intl";
import { StatusMark } from "@/components/achievements/status-mark";
import type { Status } from "@/domain/statuses";
import type { ShownTaskState } from "@/domain/tasks";

/** The shape that stands for a task's state; the word beside it is the task's own. */
const SHAPES: Record<ShownTaskState, Status> = {
  done: "met",
  in_progress: "on_track",
  not_started: "no_data",
  late: "behind",
  stopped: "out_of_reach",
};

interface TaskStateMarkProps {
  readonly state: ShownTaskState;
  readonly className?: string;
}

/** A task's state: its shape and its word. */
export function TaskStateMark({ state, className }: TaskStateMarkProps) {
  const t = useTranslations("tasks.state");
  return <StatusMark status={SHAPES[state]} word={t(state)} className={className} />;
}
