import { codelist } from "#schemas/codelist.ts";

export const eventType = codelist("event_type", "Type of event", {
  attack: ["Attack", "An armed attack by one side."],
  suicide_attack: ["Suicide attack", "An attack in which an attacker meant to die."],
  base_overrun: ["Base overrun", "A military base or camp was captured for a time."],
  clash: ["Clash", "Fighting between two sides."],
  offensive: ["Offensive", "A campaign of several attacks."],
  recapture: ["Recapture", "A place was taken back."],
  takeover: ["Takeover", "A place came under a force's control."],
  coup: ["Coup", "Power in a state was seized or passed on in a way that its constitution does not provide for."],
  agreement: ["Agreement", "Two sides agreed on something."],
  truce: ["Truce", "Fighting between two sides paused."],
  deployment: ["Deployment", "Forces or other means were sent to a place or put into use."],
  withdrawal: ["Withdrawal", "Forces left, or were made to leave."],
  mandate_decision: ["Decision on a mandate", "A body decided on the mandate of a force or mission."],
  kidnapping: ["Kidnapping", "People were taken against their will."],
  release: ["Release", "People who were being held were set free."],
  killing: ["Killing", "Named or described people were killed outside a clash."],
  formation: ["Formation", "A group, coalition or force came into existence."],
  statement: ["Statement", "An actor said or published something important."],
  visit: ["Visit", "A public person went to a place to show support."],
  policy: ["Policy", "A government or coalition decided or proposed a measure."],
});
