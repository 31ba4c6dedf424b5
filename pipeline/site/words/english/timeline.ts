/** The words of the timeline. */
export const timelineWords = {
  title: "Timeline",
  lead: "Expansion steps and events that the documents date, from the first to the last day that each date allows, by actor.",
  drawing: "Dated steps and events by actor",
  legendTitle: "How to read the bars",
  shapes: {
    day: "a known day",
    once: "once, somewhere in here",
    lasting: "lasted through all of this",
    open: "its start or its end is not known",
  },
  old: "An arrow at the left edge stands for something that is older than the axis.",
  step: (title: string) => `Step: ${title}`,
  tableTitle: "The same as a table",
  caption: "Dated steps and events, by earliest day",
  heads: { when: "When", date: "Date", what: "What", actor: "Actor", agreement: "Agreement", sources: "Sources" },
  undatedTitle: (number: number) => `No date: ${number}`,
  undatedNote: "These may be earlier or later than anything above. Their place in the list says nothing about time.",
  undatedOf: (actor: string, number: number) => `${actor} (${number})`,
  nobody: "No actor named",
  persons: "Persons",
  filter: {
    legend: "Actor",
    choose: "Show only",
    all: "all actors",
    status: "Shown: {dated} of {allDated} with a date, and {undated} of {allUndated} without one.",
  },
  limits: [
    "Order in time is not cause.",
    "A long bar means that the date is vague, or that the thing lasted; the shape says which. It never means importance.",
    "These are not event data: what no document mentions is missing.",
  ],
};
