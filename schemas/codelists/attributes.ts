import { codelist } from "#schemas/codelist.ts";

export const attribute = codelist("attribute", "Attribute of an actor", {
  founded: ["Founded", "When the actor came into existence; one record per actor."],
  origin: ["Origin", "Where the actor, or its name, comes from."],
  ideology: ["Ideology", "What it believes in or is described as."],
  goal: ["Goal", "What it aims to achieve."],
  structure: ["Structure", "How it is organised."],
  structure_tier: ["Tier of the structure", "A level of its hierarchy."],
  command: ["Command", "How it is commanded, and from where."],
  cohesion: ["Cohesion", "What holds it together or divides it."],
  strength_fighters: ["Strength", "Number of fighters."],
  troops_n: ["Troops", "Number of troops of a force, or of a change in it."],
  ethnic_constituency: ["Ethnic constituency", "An ethnic group from which it draws members or support."],
  recruitment: ["Recruitment", "How, among whom and why it recruits."],
  tactic: ["Tactic", "A way in which it fights or acts."],
  capability: ["Capability", "What it is able to do or has at its disposal."],
  target: ["Target", "Whom or what it attacks."],
  financing_source: ["Source of financing", "Where its resources come from."],
  revenue: ["Revenue", "An amount of money, or a value, connected with its financing."],
  governance_practice: ["Practice of governance", "A rule or institution that it imposes where it has power."],
  service_provided: ["Service provided", "A service that it provides to a population."],
  propaganda_theme: ["Theme of propaganda", "What it says about itself or others in its media."],
  stance: ["Stance", "What it demands, opposes or thinks of others."],
  mandate: ["Mandate", "The task that it has been given."],
  stronghold: ["Stronghold", "Where it is firmly established."],
  area_active: ["Area active", "Where it is active."],
  area_of_influence: ["Area of influence", "Where it exerts influence."],
  area_of_control: ["Area of control", "Where it is in control."],
  countries_active_n: ["Countries active in", "Number of countries in which it is active."],
  regions_active_n: ["Regions active in", "Number of a country's regions in which it is active."],
  share_of_activity: ["Share of activity", "A share of its activity, or its share of all activity."],
  attacks_n: ["Attacks", "Number of attacks over a period."],
  clashes_n: ["Clashes", "Number of clashes over a period."],
  deaths_n: ["Deaths", "Number of deaths over a period."],
  displaced_n: ["Displaced people", "Number of people displaced."],
  activity_level: ["Level of activity", "How active it is, on its own or compared with others."],
  trend: ["Trend", "How its activity or situation changes."],
  aid_received: ["Aid received", "Aid in money or goods."],
  effect_on_civilians: ["Effect on civilians", "How its acts or its wars affect the population."],
  driver: ["Driver", "A condition that helps it or drives the conflict."],
  weakness: ["Weakness", "What weakens or limits it."],
  outlook: ["Outlook", "What a source expects in its future."],
});

/** Attributes that have one value per actor, however many sources mention them: one record, not one per value. */
export const singleAttributes: readonly string[] = ["founded"];

/**
 * Attributes whose value changes over time. A record holds one value at one time and place: estimates for different
 * times, or by different sources that give no time, are different records and stand side by side.
 */
export const seriesAttributes: readonly string[] = [
  "strength_fighters",
  "troops_n",
  "revenue",
  "aid_received",
  "area_of_influence",
  "area_of_control",
  "countries_active_n",
  "regions_active_n",
  "share_of_activity",
  "attacks_n",
  "clashes_n",
  "deaths_n",
  "displaced_n",
  "activity_level",
  "trend",
];

export const unit = codelist("unit", "Unit", {
  persons: ["Persons", "People."],
  fighters: ["Fighters", "Fighters of an armed group."],
  troops: ["Troops", "Members of armed forces or of a mission."],
  percent: ["Per cent", "Hundredths of a whole; the description says of what."],
  eur: ["Euro", "Euros, at their value at the time (ISO 4217 EUR)."],
  usd: ["US dollar", "United States dollars, at their value at the time (ISO 4217 USD)."],
  tonnes: ["Tonnes", "Metric tonnes."],
  tonnes_per_year: ["Tonnes a year", "Metric tonnes per year."],
  attacks: ["Attacks", "Attacks as the source counts them."],
  clashes: ["Clashes", "Armed clashes as the source counts them."],
  deaths: ["Deaths", "People killed."],
  countries: ["Countries", "Countries."],
  regions: ["Regions", "First-level administrative regions."],
  tiers: ["Tiers", "Levels of a hierarchy."],
});

/** The units that can be divided. All others are counted, so their amounts are whole numbers. */
export const measuredUnits: readonly string[] = ["percent", "eur", "usd", "tonnes", "tonnes_per_year"];
