/** Preloaded with `node --import`, so that the program knows nothing of it: at its end, says on the file USAGE_FILE what the process used. */
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  const cpu = (user + system) / 1e6;
  const seconds = performance.now() / 1000;
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  writeFileSync(process.env.USAGE_FILE ?? "", JSON.stringify({ cpu, seconds, peakMb }));
});
