// A process of the fuzz run that hangs at run 2, dies at run 4, and answers all other runs.
process.on("message", (run) => {
  if (run === 2) for (;;);
  if (run === 4) process.exit(3);
  process.send({ run });
});
process.on("disconnect", () => process.exit(0));
process.send("ready");
