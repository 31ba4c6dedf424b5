import { openRuns } from "./runs.ts";

/** `tsx work.ts SEED`: a process that plays the runs whose numbers it is sent, and sends back what it finds. */
const runs = await openRuns(Number(process.argv[2]));
process.on("message", (run) => {
  runs.play(Number(run)).then(
    (finding) => process.send?.(finding),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on("disconnect", () => {
  runs.close();
  process.exit(0);
});
process.send?.("ready");
