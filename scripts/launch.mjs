// The door of every npm script: node scripts/launch.mjs <task> [arguments].
// Syntax stays plain here, so that a Node that is too old still reaches the sentence below.
var OLDEST_MAJOR = 20;
var OLDEST_MINOR = 9;
var running = /^(\d+)\.(\d+)/.exec(process.versions.node) || [];
var major = Number(running[1]);
var minor = Number(running[2]);

if (major < OLDEST_MAJOR || (major === OLDEST_MAJOR && minor < OLDEST_MINOR)) {
  console.error("Node " + process.versions.node + " is too old: install Node 20.9 or later (24 is recommended).");
  process.exitCode = 1;
} else {
  void import("./launch/tasks.mjs").then(function (tasks) {
    return tasks.runTask(process.argv[2], process.argv.slice(3));
  });
}
