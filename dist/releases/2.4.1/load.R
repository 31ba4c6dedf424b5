# jnim-data 2.4.1: every table with the right classes, using only base R.
#
#   jnim <- source("load.R")$value                      # from the folder of the release, or with its path
#   jnim <- source("https://.../load.R")$value          # or from its address
#   sys.source("load.R", envir = globalenv())           # or like this, which makes the variable jnim
#   jnim                                                # an overview: the tables, how to cite, the helpers
#   jnim$expansion_timeline
#
# attr(jnim, "citation") is a bibentry, for toBibtex() too. attr(jnim, "helpers") has two functions: labelled() gives
# the words of codes, and split_list() splits the cells of a list column.
#
# The pipeline made this file. Do not edit it.

local({
  version <- "2.4.1"

  citation <- list(
    bibtype = "Misc",
    key = "jnim-data-2.4.1",
    title = "JNIM in the Sahel: profile, expansion and economic warfare, traced to the sentence",
    author = utils::person("jnim-data contributors"),
    year = "2026",
    version = "2.4.1",
    howpublished = "Data set jnim-data, version 2.4.1 of 2026-11-29",
    note = "SHA-256 of the data: a2ba678af88cf437f80ae23053c4328b66a0e765a56a773773b873782bc98d4c",
    textVersion = "jnim-data contributors (2026). JNIM in the Sahel: profile, expansion and economic warfare, traced to the sentence (jnim-data, version 2.4.1, 2026-11-29) [Data set]. SHA-256 of the data: a2ba678af88cf437f80ae23053c4328b66a0e765a56a773773b873782bc98d4c."
  )

  # What each code means. These become the labels of a factor.
  codes <- list(
    attribute = c("founded" = "Founded", "origin" = "Origin", "ideology" = "Ideology", "goal" = "Goal", "structure" = "Structure", "structure_tier" = "Tier of the structure", "command" = "Command", "cohesion" = "Cohesion", "strength_fighters" = "Strength", "troops_n" = "Troops", "ethnic_constituency" = "Ethnic constituency", "recruitment" = "Recruitment", "tactic" = "Tactic", "capability" = "Capability", "target" = "Target", "financing_source" = "Source of financing", "revenue" = "Revenue", "governance_practice" = "Practice of governance", "service_provided" = "Service provided", "propaganda_theme" = "Theme of propaganda", "stance" = "Stance", "mandate" = "Mandate", "stronghold" = "Stronghold", "area_active" = "Area active", "area_of_influence" = "Area of influence", "area_of_control" = "Area of control", "countries_active_n" = "Countries active in", "regions_active_n" = "Regions active in", "share_of_activity" = "Share of activity", "attacks_n" = "Attacks", "clashes_n" = "Clashes", "deaths_n" = "Deaths", "displaced_n" = "Displaced people", "activity_level" = "Level of activity", "trend" = "Trend", "aid_received" = "Aid received", "effect_on_civilians" = "Effect on civilians", "driver" = "Driver", "weakness" = "Weakness", "outlook" = "Outlook"),
    actor_type = c("jihadist_group" = "Jihadist group", "sub_group" = "Sub-group", "historical_group" = "Historical group", "state_force" = "State force", "self_defence_militia" = "Self-defence militia", "rebel_coalition" = "Rebel coalition", "rebel_movement" = "Rebel movement", "armed_group_alliance" = "Alliance of armed groups", "private_military_company" = "Private military company", "peace_operation" = "Peace operation", "foreign_force" = "Foreign force", "multinational_force" = "Multinational force", "regional_organisation" = "Regional organisation", "international_organisation" = "International organisation", "government" = "Government", "historical_state" = "Historical state", "population_group" = "Population group", "person" = "Person"),
    relation = c("merged_into" = "Merged into", "joined" = "Joined", "part_of" = "Part of", "affiliate_of" = "Affiliate of", "branch_of" = "Branch of", "successor_of" = "Successor of", "pledged_allegiance_to" = "Pledged allegiance to", "leads" = "Leads", "allied_with" = "Allied with", "cooperates_with" = "Cooperates with", "negotiates_with" = "Negotiates with", "truce_with" = "Truce with", "rival_of" = "Rival of", "fights" = "Fights", "targets" = "Targets", "supports" = "Supports", "supported_by" = "Supported by", "replaced" = "Replaced", "member_of" = "Member of"),
    name_type = c("official" = "Official", "acronym" = "Acronym", "translation" = "Translation", "variant" = "Variant", "alias" = "Alias", "short_name" = "Short name", "misprint" = "Misprint"),
    step_type = c("emergence" = "Emergence", "first_attack" = "First attack", "claimed_first_attack" = "Claimed first attack", "entry" = "Entry", "extension" = "Extension", "staging_ground" = "Staging ground", "shift_of_gravity" = "Shift of gravity", "presence" = "Presence"),
    warfare_kind = c("incident" = "Incident", "pattern" = "Pattern"),
    mode = c("denial" = "Denial", "resourcing" = "Resourcing"),
    tactic = c("embargo" = "Embargo", "blockade" = "Blockade", "siege" = "Siege", "fuel_blockade" = "Fuel blockade", "convoy_attack" = "Attack on convoys", "checkpoint" = "Checkpoint", "attack_on_state_institution" = "Attack on state institutions", "attack_on_school" = "Attack on schools", "attack_on_market" = "Attack on markets", "attack_on_bridge_or_road" = "Attack on bridges or roads", "attack_on_transport" = "Attack on transport", "attack_on_telecoms" = "Attack on telecommunications", "attack_on_power" = "Attack on power supply", "attack_on_water" = "Attack on water supply", "internet_cut" = "Internet cut", "displacement_order" = "Displacement order", "movement_ban" = "Ban on movement", "extortion" = "Extortion", "zakat" = "Zakat", "taxation" = "Taxation", "looting" = "Looting", "cattle_theft" = "Cattle theft", "vehicle_theft" = "Vehicle theft", "kidnap_for_ransom" = "Kidnapping for ransom", "artisanal_mining" = "Artisanal mining", "gold_smuggling" = "Gold smuggling", "smuggling" = "Smuggling", "poaching" = "Poaching", "fundraising" = "Fundraising", "supply_chain" = "Use of supply chains"),
    target = c("administrative_area" = "Administrative area", "agricultural_area" = "Agricultural area", "bridge" = "Bridge", "capital_city" = "Capital city", "commercial_convoy" = "Commercial convoy", "fuel_convoy" = "Fuel convoy", "gold" = "Gold", "government_building" = "Government building", "livestock" = "Livestock", "market" = "Market", "military_installation" = "Military installation", "mining_site" = "Mining site", "persons" = "Persons", "population" = "Population", "power_installation" = "Power installation", "road" = "Road", "school" = "School", "security_installation" = "Security installation", "supply_convoy" = "Supply convoy", "telecoms_installation" = "Telecommunications installation", "town_or_village" = "Town or village", "trade_goods" = "Goods", "transport" = "Transport", "vehicles" = "Vehicles", "water_installation" = "Water installation", "wildlife" = "Wildlife"),
    purpose = c("buy_equipment" = "Buy equipment", "control_information" = "Control information", "control_population" = "Control the population", "create_power_vacuum" = "Create a vacuum of power", "deny_public_service" = "Deny a public service", "disrupt_local_economy" = "Disrupt the local economy", "enable_expansion" = "Enable expansion", "find_opponents" = "Find opponents", "gather_intelligence" = "Gather intelligence", "hamper_security_forces" = "Hamper security forces", "impose_ideology" = "Impose an ideology", "pressure_state" = "Put pressure on the state", "punish_opponents" = "Punish opponents", "remove_state_presence" = "Remove the presence of the state", "shape_narrative" = "Shape the narrative", "strain_state_population_ties" = "Strain ties between state and people", "sustain_group" = "Sustain the group", "undermine_state_finances" = "Undermine the finances of the state"),
    event_type = c("attack" = "Attack", "suicide_attack" = "Suicide attack", "base_overrun" = "Base overrun", "clash" = "Clash", "offensive" = "Offensive", "recapture" = "Recapture", "takeover" = "Takeover", "coup" = "Coup", "agreement" = "Agreement", "truce" = "Truce", "deployment" = "Deployment", "withdrawal" = "Withdrawal", "mandate_decision" = "Decision on a mandate", "kidnapping" = "Kidnapping", "release" = "Release", "killing" = "Killing", "formation" = "Formation", "statement" = "Statement", "visit" = "Visit", "policy" = "Policy"),
    unit = c("persons" = "Persons", "fighters" = "Fighters", "troops" = "Troops", "percent" = "Per cent", "eur" = "Euro", "usd" = "US dollar", "tonnes" = "Tonnes", "tonnes_per_year" = "Tonnes a year", "attacks" = "Attacks", "clashes" = "Clashes", "deaths" = "Deaths", "countries" = "Countries", "regions" = "Regions", "tiers" = "Tiers"),
    place_kind = c("country" = "Country", "capital" = "Capital", "city" = "City", "town" = "Town", "village" = "Village", "region" = "Region", "district" = "District", "province" = "Province", "valley" = "Valley", "plain" = "Plain", "area" = "Area", "cross_border_area" = "Cross-border area", "world_region" = "World region"),
    country = c("AFG" = "Afghanistan", "ARE" = "United Arab Emirates", "BEN" = "Benin", "BFA" = "Burkina Faso", "CIV" = "C\u{f4}te d'Ivoire", "DZA" = "Algeria", "FRA" = "France", "GBR" = "United Kingdom", "GHA" = "Ghana", "MLI" = "Mali", "MRT" = "Mauritania", "NER" = "Niger", "NGA" = "Nigeria", "RUS" = "Russia", "TCD" = "Chad", "TGO" = "Togo", "USA" = "United States"),
    source_type = c("research_profile" = "Research profile", "policy_analysis" = "Policy analysis", "blog_analysis" = "Web analysis", "news" = "News"),
    source_status = c("published" = "Published", "draft" = "Draft"),
    reliability = c("B" = "Usually reliable", "C" = "Fairly reliable", "D" = "Not usually reliable", "E" = "Unreliable"),
    date_basis = c("stated" = "Stated", "found" = "Found", "inferred" = "Inferred"),
    statement_type = c("reported" = "Reported", "assessed" = "Assessed", "forecast" = "Forecast"),
    certainty = c("stated" = "Stated", "hedged" = "Hedged", "attributed" = "Attributed"),
    agreement = c("single" = "Single", "corroborated" = "Corroborated", "compatible" = "Compatible", "conflicting" = "Conflicting"),
    claim_status = c("accepted" = "Accepted", "compatible" = "Compatible", "outvoted" = "Outvoted", "overruled" = "Overruled"),
    rule = c("lead" = "Leading statement", "most_precise" = "Most precise", "range" = "Range", "majority" = "Majority", "union" = "Union", "preferred" = "Preferred", "decision" = "Decision"),
    disagreement_kind = c("conflict" = "Conflict", "differs_in_time" = "Differs in time", "differs_in_precision" = "Differs in precision", "differs_in_scope" = "Differs in scope", "differs_in_strength" = "Differs in strength", "changed_in_retelling" = "Changed in retelling", "differs_in_terms" = "Differs in terms"),
    found_by = c("machine" = "Machine", "coder" = "Coder"),
    date_precision = c("day" = "Day", "week" = "Week", "month" = "Month", "quarter" = "Quarter", "quadrimester" = "Quadrimester", "half" = "Half-year", "year" = "Year", "longer" = "Longer"),
    passed_over_reason = c("boilerplate" = "Boilerplate", "heading" = "Heading", "repeats" = "Repeats", "background" = "Background", "opinion" = "Opinion", "advice" = "Advice", "fragment" = "Fragment"),
    link_verdict = c("same" = "Same", "part_of" = "Part of", "different" = "Different", "unsure" = "Unsure"),
    link_decided_by = c("coder" = "Coder", "only_near_candidate" = "Only near candidate"),
    count_definition = c("narrower" = "Narrower", "declared" = "Declared", "wider" = "Wider", "any_actor" = "Any actor"),
    count_window = c("date_of_claim" = "Date of the claim", "year_before_source" = "Year before the source"),
    coder_type = c("person" = "Person", "program" = "Program")
  )

  tables <- list(
    actor_profile = list(
      title = "Actor profile",
      sha256 = "4f8240bee56cde79137a6c592207fc40bd656a0ebf155a8f3c203cb322544872",
      classes = c("record_id" = "character", "actor_id" = "character", "actor" = "character", "attribute" = "character", "value" = "character", "amount_low" = "numeric", "amount_best" = "numeric", "amount_high" = "numeric", "unit" = "character", "related_actor_id" = "character", "related_actor" = "character", "place_id" = "character", "country" = "character", "iso3" = "character", "admin1" = "character", "admin1_pcode" = "character", "admin2" = "character", "admin2_pcode" = "character", "location" = "character", "latitude" = "numeric", "longitude" = "numeric", "where_prec" = "integer", "date_text" = "character", "date" = "character", "date_earliest" = "Date", "date_latest" = "Date", "date_precision" = "character", "date_prec" = "integer", "description" = "character", "statement_type" = "character", "certainty" = "character", "attributed_to" = "character", "cited_work_ids" = "character", "lead_source_id" = "character", "lead_evidence" = "character", "columns_from_others" = "character", "as_of" = "character", "as_of_earliest" = "Date", "as_of_latest" = "Date", "agreement" = "character", "conflicting_columns" = "character", "disagreement_ids" = "character", "n_sources" = "integer", "n_independent_sources" = "integer", "source_ids" = "character", "evidence" = "character", "split_from" = "character"),
      labels = c("record_id" = "Record", "actor_id" = "Actor", "actor" = "Actor, name", "attribute" = "Attribute", "value" = "Value", "amount_low" = "Amount, low", "amount_best" = "Amount, best", "amount_high" = "Amount, high", "unit" = "Unit", "related_actor_id" = "Related actor", "related_actor" = "Related actor, name", "place_id" = "Place", "country" = "Country", "iso3" = "Country code", "admin1" = "First-level unit", "admin1_pcode" = "P-code", "admin2" = "Second-level unit", "admin2_pcode" = "P-code, second level", "location" = "Location", "latitude" = "Latitude", "longitude" = "Longitude", "where_prec" = "Precision of the place", "date_text" = "Date as worded", "date" = "Date", "date_earliest" = "Date, earliest", "date_latest" = "Date, latest", "date_precision" = "Date, precision", "date_prec" = "Date, UCDP precision", "description" = "Description", "statement_type" = "Type of statement", "certainty" = "Certainty", "attributed_to" = "Attributed to", "cited_work_ids" = "Works cited", "lead_source_id" = "Leading source", "lead_evidence" = "Evidence of the leading statement", "columns_from_others" = "Columns from others", "as_of" = "As of", "as_of_earliest" = "As of, earliest", "as_of_latest" = "As of, latest", "agreement" = "Agreement", "conflicting_columns" = "Columns in conflict", "disagreement_ids" = "Disagreements", "n_sources" = "Sources", "n_independent_sources" = "Independent sources", "source_ids" = "Source ids", "evidence" = "Evidence", "split_from" = "Split from"),
      codes = c("attribute" = "attribute", "unit" = "unit", "date_precision" = "date_precision", "statement_type" = "statement_type", "certainty" = "certainty", "agreement" = "agreement"),
      lists = character()
    ),
    expansion_timeline = list(
      title = "Expansion timeline",
      sha256 = "5f75bd9ae905f497297da53ea3e0353dd0c4ca4a2feff5bc4ea8e7bf97ea3a82",
      classes = c("record_id" = "character", "actor_id" = "character", "actor" = "character", "step_type" = "character", "place_id" = "character", "country" = "character", "iso3" = "character", "admin1" = "character", "admin1_pcode" = "character", "admin2" = "character", "admin2_pcode" = "character", "location" = "character", "latitude" = "numeric", "longitude" = "numeric", "where_prec" = "integer", "from_place_id" = "character", "from_country" = "character", "from_location" = "character", "date_text" = "character", "date" = "character", "date_earliest" = "Date", "date_latest" = "Date", "date_precision" = "character", "date_prec" = "integer", "description" = "character", "statement_type" = "character", "certainty" = "character", "attributed_to" = "character", "cited_work_ids" = "character", "sequence" = "integer", "lead_source_id" = "character", "lead_evidence" = "character", "columns_from_others" = "character", "as_of" = "character", "as_of_earliest" = "Date", "as_of_latest" = "Date", "agreement" = "character", "conflicting_columns" = "character", "disagreement_ids" = "character", "n_sources" = "integer", "n_independent_sources" = "integer", "source_ids" = "character", "evidence" = "character", "split_from" = "character"),
      labels = c("record_id" = "Record", "actor_id" = "Actor", "actor" = "Actor, name", "step_type" = "Type of step", "place_id" = "Place", "country" = "Country", "iso3" = "Country code", "admin1" = "First-level unit", "admin1_pcode" = "P-code", "admin2" = "Second-level unit", "admin2_pcode" = "P-code, second level", "location" = "Location", "latitude" = "Latitude", "longitude" = "Longitude", "where_prec" = "Precision of the place", "from_place_id" = "From place", "from_country" = "Country", "from_location" = "Location", "date_text" = "Date as worded", "date" = "Date", "date_earliest" = "Date, earliest", "date_latest" = "Date, latest", "date_precision" = "Date, precision", "date_prec" = "Date, UCDP precision", "description" = "Description", "statement_type" = "Type of statement", "certainty" = "Certainty", "attributed_to" = "Attributed to", "cited_work_ids" = "Works cited", "sequence" = "Sequence", "lead_source_id" = "Leading source", "lead_evidence" = "Evidence of the leading statement", "columns_from_others" = "Columns from others", "as_of" = "As of", "as_of_earliest" = "As of, earliest", "as_of_latest" = "As of, latest", "agreement" = "Agreement", "conflicting_columns" = "Columns in conflict", "disagreement_ids" = "Disagreements", "n_sources" = "Sources", "n_independent_sources" = "Independent sources", "source_ids" = "Source ids", "evidence" = "Evidence", "split_from" = "Split from"),
      codes = c("step_type" = "step_type", "date_precision" = "date_precision", "statement_type" = "statement_type", "certainty" = "certainty", "agreement" = "agreement"),
      lists = character()
    ),
    expansion_by_country = list(
      title = "Expansion by country",
      sha256 = "20894199078f0f38142dcd3b3ae338e8a97785913c1790b08c7380415afb6119",
      classes = c("actor_id" = "character", "actor" = "character", "country" = "character", "iso3" = "character", "n_steps" = "integer", "n_dated_steps" = "integer", "n_undated_steps" = "integer", "earliest_dated_step_ids" = "character", "date" = "character", "date_earliest" = "Date", "date_latest" = "Date", "date_precision" = "character", "date_prec" = "integer", "undated_step_ids" = "character"),
      labels = c("actor_id" = "Actor", "actor" = "Actor, name", "country" = "Country", "iso3" = "Country code", "n_steps" = "Steps", "n_dated_steps" = "Dated steps", "n_undated_steps" = "Undated steps", "earliest_dated_step_ids" = "Earliest dated step", "date" = "Date of the earliest dated step", "date_earliest" = "Date of the earliest dated step, earliest", "date_latest" = "Date of the earliest dated step, latest", "date_precision" = "Date of the earliest dated step, precision", "date_prec" = "Date of the earliest dated step, UCDP precision", "undated_step_ids" = "Undated steps, ids"),
      codes = c("iso3" = "country", "date_precision" = "date_precision"),
      lists = character()
    ),
    economic_warfare_incidents = list(
      title = "Economic warfare: incidents",
      sha256 = "1010bb17b277aab06dcf86e4f5540f1a27d10e73b36ee46eaf72204b7a1559e5",
      classes = c("record_id" = "character", "actor_id" = "character", "actor" = "character", "mode" = "character", "tactic" = "character", "targets" = "character", "purposes" = "character", "related_actor_id" = "character", "related_actor" = "character", "place_id" = "character", "country" = "character", "iso3" = "character", "admin1" = "character", "admin1_pcode" = "character", "admin2" = "character", "admin2_pcode" = "character", "location" = "character", "latitude" = "numeric", "longitude" = "numeric", "where_prec" = "integer", "date_text" = "character", "date" = "character", "date_earliest" = "Date", "date_latest" = "Date", "date_precision" = "character", "date_prec" = "integer", "amount_low" = "numeric", "amount_best" = "numeric", "amount_high" = "numeric", "unit" = "character", "description" = "character", "statement_type" = "character", "certainty" = "character", "attributed_to" = "character", "cited_work_ids" = "character", "lead_source_id" = "character", "lead_evidence" = "character", "columns_from_others" = "character", "as_of" = "character", "as_of_earliest" = "Date", "as_of_latest" = "Date", "agreement" = "character", "conflicting_columns" = "character", "disagreement_ids" = "character", "n_sources" = "integer", "n_independent_sources" = "integer", "source_ids" = "character", "evidence" = "character", "split_from" = "character"),
      labels = c("record_id" = "Record", "actor_id" = "Actor", "actor" = "Actor, name", "mode" = "Mode", "tactic" = "Tactic", "targets" = "Targets", "purposes" = "Purposes", "related_actor_id" = "Related actor", "related_actor" = "Related actor, name", "place_id" = "Place", "country" = "Country", "iso3" = "Country code", "admin1" = "First-level unit", "admin1_pcode" = "P-code", "admin2" = "Second-level unit", "admin2_pcode" = "P-code, second level", "location" = "Location", "latitude" = "Latitude", "longitude" = "Longitude", "where_prec" = "Precision of the place", "date_text" = "Date as worded", "date" = "Date", "date_earliest" = "Date, earliest", "date_latest" = "Date, latest", "date_precision" = "Date, precision", "date_prec" = "Date, UCDP precision", "amount_low" = "Amount, low", "amount_best" = "Amount, best", "amount_high" = "Amount, high", "unit" = "Unit", "description" = "Description", "statement_type" = "Type of statement", "certainty" = "Certainty", "attributed_to" = "Attributed to", "cited_work_ids" = "Works cited", "lead_source_id" = "Leading source", "lead_evidence" = "Evidence of the leading statement", "columns_from_others" = "Columns from others", "as_of" = "As of", "as_of_earliest" = "As of, earliest", "as_of_latest" = "As of, latest", "agreement" = "Agreement", "conflicting_columns" = "Columns in conflict", "disagreement_ids" = "Disagreements", "n_sources" = "Sources", "n_independent_sources" = "Independent sources", "source_ids" = "Source ids", "evidence" = "Evidence", "split_from" = "Split from"),
      codes = c("mode" = "mode", "tactic" = "tactic", "date_precision" = "date_precision", "unit" = "unit", "statement_type" = "statement_type", "certainty" = "certainty", "agreement" = "agreement"),
      lists = c("targets" = "target", "purposes" = "purpose")
    ),
    economic_warfare_patterns = list(
      title = "Economic warfare: patterns",
      sha256 = "4eb30ba2157932dfda6f1dd823ccdc7c4bc7c57a30bf6c29f068c60bc837e4c8",
      classes = c("record_id" = "character", "actor_id" = "character", "actor" = "character", "mode" = "character", "tactic" = "character", "targets" = "character", "purposes" = "character", "related_actor_id" = "character", "related_actor" = "character", "place_id" = "character", "country" = "character", "iso3" = "character", "admin1" = "character", "admin1_pcode" = "character", "admin2" = "character", "admin2_pcode" = "character", "location" = "character", "latitude" = "numeric", "longitude" = "numeric", "where_prec" = "integer", "date_text" = "character", "date" = "character", "date_earliest" = "Date", "date_latest" = "Date", "date_precision" = "character", "date_prec" = "integer", "amount_low" = "numeric", "amount_best" = "numeric", "amount_high" = "numeric", "unit" = "character", "description" = "character", "statement_type" = "character", "certainty" = "character", "attributed_to" = "character", "cited_work_ids" = "character", "lead_source_id" = "character", "lead_evidence" = "character", "columns_from_others" = "character", "as_of" = "character", "as_of_earliest" = "Date", "as_of_latest" = "Date", "agreement" = "character", "conflicting_columns" = "character", "disagreement_ids" = "character", "n_sources" = "integer", "n_independent_sources" = "integer", "source_ids" = "character", "evidence" = "character", "split_from" = "character"),
      labels = c("record_id" = "Record", "actor_id" = "Actor", "actor" = "Actor, name", "mode" = "Mode", "tactic" = "Tactic", "targets" = "Targets", "purposes" = "Purposes", "related_actor_id" = "Related actor", "related_actor" = "Related actor, name", "place_id" = "Place", "country" = "Country", "iso3" = "Country code", "admin1" = "First-level unit", "admin1_pcode" = "P-code", "admin2" = "Second-level unit", "admin2_pcode" = "P-code, second level", "location" = "Location", "latitude" = "Latitude", "longitude" = "Longitude", "where_prec" = "Precision of the place", "date_text" = "Date as worded", "date" = "Date", "date_earliest" = "Date, earliest", "date_latest" = "Date, latest", "date_precision" = "Date, precision", "date_prec" = "Date, UCDP precision", "amount_low" = "Amount, low", "amount_best" = "Amount, best", "amount_high" = "Amount, high", "unit" = "Unit", "description" = "Description", "statement_type" = "Type of statement", "certainty" = "Certainty", "attributed_to" = "Attributed to", "cited_work_ids" = "Works cited", "lead_source_id" = "Leading source", "lead_evidence" = "Evidence of the leading statement", "columns_from_others" = "Columns from others", "as_of" = "As of", "as_of_earliest" = "As of, earliest", "as_of_latest" = "As of, latest", "agreement" = "Agreement", "conflicting_columns" = "Columns in conflict", "disagreement_ids" = "Disagreements", "n_sources" = "Sources", "n_independent_sources" = "Independent sources", "source_ids" = "Source ids", "evidence" = "Evidence", "split_from" = "Split from"),
      codes = c("mode" = "mode", "tactic" = "tactic", "date_precision" = "date_precision", "unit" = "unit", "statement_type" = "statement_type", "certainty" = "certainty", "agreement" = "agreement"),
      lists = c("targets" = "target", "purposes" = "purpose")
    ),
    events = list(
      title = "Events",
      sha256 = "d0cd41cd6dd22f114615ac8c79ead3be7afaeae3b7a7006f1960694a495900d1",
      classes = c("record_id" = "character", "event_type" = "character", "actor1_id" = "character", "actor1" = "character", "assoc_actor1_ids" = "character", "assoc_actor1" = "character", "actor2_id" = "character", "actor2" = "character", "assoc_actor2_ids" = "character", "assoc_actor2" = "character", "place_id" = "character", "country" = "character", "iso3" = "character", "admin1" = "character", "admin1_pcode" = "character", "admin2" = "character", "admin2_pcode" = "character", "location" = "character", "latitude" = "numeric", "longitude" = "numeric", "where_prec" = "integer", "date_text" = "character", "date" = "character", "date_earliest" = "Date", "date_latest" = "Date", "date_precision" = "character", "date_prec" = "integer", "fatalities_low" = "numeric", "fatalities_best" = "numeric", "fatalities_high" = "numeric", "fatalities_civilians_low" = "numeric", "fatalities_civilians_best" = "numeric", "fatalities_civilians_high" = "numeric", "fatalities_security_forces_low" = "numeric", "fatalities_security_forces_best" = "numeric", "fatalities_security_forces_high" = "numeric", "amount_low" = "numeric", "amount_best" = "numeric", "amount_high" = "numeric", "unit" = "character", "description" = "character", "statement_type" = "character", "certainty" = "character", "attributed_to" = "character", "cited_work_ids" = "character", "lead_source_id" = "character", "lead_evidence" = "character", "columns_from_others" = "character", "as_of" = "character", "as_of_earliest" = "Date", "as_of_latest" = "Date", "agreement" = "character", "conflicting_columns" = "character", "disagreement_ids" = "character", "n_sources" = "integer", "n_independent_sources" = "integer", "source_ids" = "character", "evidence" = "character", "split_from" = "character"),
      labels = c("record_id" = "Record", "event_type" = "Type of event", "actor1_id" = "Actor 1", "actor1" = "Actor 1, name", "assoc_actor1_ids" = "Associates of actor 1", "assoc_actor1" = "Associates of actor 1, name", "actor2_id" = "Actor 2", "actor2" = "Actor 2, name", "assoc_actor2_ids" = "Associates of actor 2", "assoc_actor2" = "Associates of actor 2, name", "place_id" = "Place", "country" = "Country", "iso3" = "Country code", "admin1" = "First-level unit", "admin1_pcode" = "P-code", "admin2" = "Second-level unit", "admin2_pcode" = "P-code, second level", "location" = "Location", "latitude" = "Latitude", "longitude" = "Longitude", "where_prec" = "Precision of the place", "date_text" = "Date as worded", "date" = "Date", "date_earliest" = "Date, earliest", "date_latest" = "Date, latest", "date_precision" = "Date, precision", "date_prec" = "Date, UCDP precision", "fatalities_low" = "Fatalities, low", "fatalities_best" = "Fatalities, best", "fatalities_high" = "Fatalities, high", "fatalities_civilians_low" = "Fatalities among civilians, low", "fatalities_civilians_best" = "Fatalities among civilians, best", "fatalities_civilians_high" = "Fatalities among civilians, high", "fatalities_security_forces_low" = "Fatalities among security forces, low", "fatalities_security_forces_best" = "Fatalities among security forces, best", "fatalities_security_forces_high" = "Fatalities among security forces, high", "amount_low" = "Amount, low", "amount_best" = "Amount, best", "amount_high" = "Amount, high", "unit" = "Unit", "description" = "Description", "statement_type" = "Type of statement", "certainty" = "Certainty", "attributed_to" = "Attributed to", "cited_work_ids" = "Works cited", "lead_source_id" = "Leading source", "lead_evidence" = "Evidence of the leading statement", "columns_from_others" = "Columns from others", "as_of" = "As of", "as_of_earliest" = "As of, earliest", "as_of_latest" = "As of, latest", "agreement" = "Agreement", "conflicting_columns" = "Columns in conflict", "disagreement_ids" = "Disagreements", "n_sources" = "Sources", "n_independent_sources" = "Independent sources", "source_ids" = "Source ids", "evidence" = "Evidence", "split_from" = "Split from"),
      codes = c("event_type" = "event_type", "date_precision" = "date_precision", "unit" = "unit", "statement_type" = "statement_type", "certainty" = "certainty", "agreement" = "agreement"),
      lists = character()
    ),
    event_links = list(
      title = "Links to event data",
      sha256 = "c8408788c3e4ced9480ffe2706f63287f6845f9b62ee863048f4d1cd0dbf7086",
      classes = c("table" = "character", "record_id" = "character", "event_source" = "character", "event_id" = "character", "event_edition" = "character", "sha256" = "character", "event_sha256" = "character", "distance_m" = "integer", "gap_days" = "integer", "score" = "integer", "verdict" = "character", "decided_by" = "character", "coder" = "character", "reason" = "character"),
      labels = c("table" = "Table", "record_id" = "Record", "event_source" = "Event source", "event_id" = "Event", "event_edition" = "Edition", "sha256" = "Hash of the file", "event_sha256" = "Hash of the event", "distance_m" = "Distance", "gap_days" = "Gap", "score" = "Score", "verdict" = "Verdict", "decided_by" = "Decided by", "coder" = "Coder", "reason" = "Reason"),
      codes = c("verdict" = "link_verdict", "decided_by" = "link_decided_by"),
      lists = character()
    ),
    event_counts = list(
      title = "Counts in event data",
      sha256 = "9188754a4cc880990b55e736cad9f565f51875eb74d7e5ed7764cc7474492c1e",
      classes = c("table" = "character", "record_id" = "character", "amount_low" = "numeric", "amount_best" = "numeric", "amount_high" = "numeric", "unit" = "character", "lead_source_id" = "character", "event_source" = "character", "event_edition" = "character", "sha256" = "character", "query" = "character", "definition" = "character", "window" = "character", "window_first" = "Date", "window_last" = "Date", "area" = "character", "counted" = "integer", "n_events" = "integer", "n_events_all" = "integer", "n_vague" = "integer", "coder" = "character", "reason" = "character"),
      labels = c("table" = "Table", "record_id" = "Record", "amount_low" = "Claim, low", "amount_best" = "Claim, best", "amount_high" = "Claim, high", "unit" = "Unit", "lead_source_id" = "Leading source", "event_source" = "Event source", "event_edition" = "Edition", "sha256" = "Hash of the file", "query" = "Query", "definition" = "Definition", "window" = "Window", "window_first" = "First day", "window_last" = "Last day", "area" = "Area", "counted" = "Count", "n_events" = "Events", "n_events_all" = "All events", "n_vague" = "Vague events", "coder" = "Coder", "reason" = "Reason"),
      codes = c("unit" = "unit", "definition" = "count_definition", "window" = "count_window"),
      lists = character()
    ),
    actors = list(
      title = "Actors",
      sha256 = "1a86437ae17f82822b935c9331ea3051068417823dc7f1662f41e8f5ce91d1cc",
      classes = c("actor_id" = "character", "name" = "character", "acronym" = "character", "actor_type" = "character", "country" = "character", "description" = "character", "source_ids" = "character"),
      labels = c("actor_id" = "Actor", "name" = "Name", "acronym" = "Acronym", "actor_type" = "Type of actor", "country" = "Country", "description" = "Description", "source_ids" = "Source ids"),
      codes = c("actor_type" = "actor_type", "country" = "country"),
      lists = character()
    ),
    actor_names = list(
      title = "Names of actors",
      sha256 = "b76db665667c6a930d56cc5524d19c56d7781d606f8181c2d2bfc4d0de33b7f0",
      classes = c("record_id" = "character", "actor_id" = "character", "actor" = "character", "name_type" = "character", "name" = "character", "language" = "character", "statement_type" = "character", "certainty" = "character", "attributed_to" = "character", "cited_work_ids" = "character", "lead_source_id" = "character", "lead_evidence" = "character", "columns_from_others" = "character", "as_of" = "character", "as_of_earliest" = "Date", "as_of_latest" = "Date", "agreement" = "character", "conflicting_columns" = "character", "disagreement_ids" = "character", "n_sources" = "integer", "n_independent_sources" = "integer", "source_ids" = "character", "evidence" = "character", "split_from" = "character"),
      labels = c("record_id" = "Record", "actor_id" = "Actor", "actor" = "Actor, name", "name_type" = "Type of name", "name" = "Name", "language" = "Language", "statement_type" = "Type of statement", "certainty" = "Certainty", "attributed_to" = "Attributed to", "cited_work_ids" = "Works cited", "lead_source_id" = "Leading source", "lead_evidence" = "Evidence of the leading statement", "columns_from_others" = "Columns from others", "as_of" = "As of", "as_of_earliest" = "As of, earliest", "as_of_latest" = "As of, latest", "agreement" = "Agreement", "conflicting_columns" = "Columns in conflict", "disagreement_ids" = "Disagreements", "n_sources" = "Sources", "n_independent_sources" = "Independent sources", "source_ids" = "Source ids", "evidence" = "Evidence", "split_from" = "Split from"),
      codes = c("name_type" = "name_type", "statement_type" = "statement_type", "certainty" = "certainty", "agreement" = "agreement"),
      lists = character()
    ),
    actor_relations = list(
      title = "Relations of actors",
      sha256 = "142df54766415d13d0e2fa44346834a2ada49816f10634cc140d081a5e9f5574",
      classes = c("record_id" = "character", "actor_id" = "character", "actor" = "character", "relation" = "character", "related_actor_id" = "character", "related_actor" = "character", "role" = "character", "place_id" = "character", "country" = "character", "iso3" = "character", "admin1" = "character", "admin1_pcode" = "character", "admin2" = "character", "admin2_pcode" = "character", "location" = "character", "latitude" = "numeric", "longitude" = "numeric", "where_prec" = "integer", "date_text" = "character", "date" = "character", "date_earliest" = "Date", "date_latest" = "Date", "date_precision" = "character", "date_prec" = "integer", "description" = "character", "statement_type" = "character", "certainty" = "character", "attributed_to" = "character", "cited_work_ids" = "character", "lead_source_id" = "character", "lead_evidence" = "character", "columns_from_others" = "character", "as_of" = "character", "as_of_earliest" = "Date", "as_of_latest" = "Date", "agreement" = "character", "conflicting_columns" = "character", "disagreement_ids" = "character", "n_sources" = "integer", "n_independent_sources" = "integer", "source_ids" = "character", "evidence" = "character", "split_from" = "character"),
      labels = c("record_id" = "Record", "actor_id" = "Actor", "actor" = "Actor, name", "relation" = "Relation", "related_actor_id" = "Related actor", "related_actor" = "Related actor, name", "role" = "Role", "place_id" = "Place", "country" = "Country", "iso3" = "Country code", "admin1" = "First-level unit", "admin1_pcode" = "P-code", "admin2" = "Second-level unit", "admin2_pcode" = "P-code, second level", "location" = "Location", "latitude" = "Latitude", "longitude" = "Longitude", "where_prec" = "Precision of the place", "date_text" = "Date as worded", "date" = "Date", "date_earliest" = "Date, earliest", "date_latest" = "Date, latest", "date_precision" = "Date, precision", "date_prec" = "Date, UCDP precision", "description" = "Description", "statement_type" = "Type of statement", "certainty" = "Certainty", "attributed_to" = "Attributed to", "cited_work_ids" = "Works cited", "lead_source_id" = "Leading source", "lead_evidence" = "Evidence of the leading statement", "columns_from_others" = "Columns from others", "as_of" = "As of", "as_of_earliest" = "As of, earliest", "as_of_latest" = "As of, latest", "agreement" = "Agreement", "conflicting_columns" = "Columns in conflict", "disagreement_ids" = "Disagreements", "n_sources" = "Sources", "n_independent_sources" = "Independent sources", "source_ids" = "Source ids", "evidence" = "Evidence", "split_from" = "Split from"),
      codes = c("relation" = "relation", "date_precision" = "date_precision", "statement_type" = "statement_type", "certainty" = "certainty", "agreement" = "agreement"),
      lists = character()
    ),
    places = list(
      title = "Places",
      sha256 = "133f9607ecdbf37b522d88465b7e380aa4b9a83e5434ca9544b2140af3a9146a",
      classes = c("place_id" = "character", "name" = "character", "kind" = "character", "country" = "character", "iso3" = "character", "admin1" = "character", "admin1_pcode" = "character", "admin2" = "character", "admin2_pcode" = "character", "pcode_valid_from" = "Date", "latitude" = "numeric", "longitude" = "numeric", "where_prec" = "integer", "coordinate_source" = "character", "source_ids" = "character"),
      labels = c("place_id" = "Place", "name" = "Name", "kind" = "Kind of place", "country" = "Country", "iso3" = "Country code", "admin1" = "First-level unit", "admin1_pcode" = "P-code", "admin2" = "Second-level unit", "admin2_pcode" = "P-code, second level", "pcode_valid_from" = "P-code valid from", "latitude" = "Latitude", "longitude" = "Longitude", "where_prec" = "Precision of the place", "coordinate_source" = "Source of the coordinates", "source_ids" = "Source ids"),
      codes = c("kind" = "place_kind", "iso3" = "country"),
      lists = character()
    ),
    source_provenance = list(
      title = "Sources and their provenance",
      sha256 = "cc7ecc81eac256a9a9f6e2cc19543f20db88487ad4f9710927314352c75b24d8",
      classes = c("source_id" = "character", "status" = "character", "title" = "character", "authors" = "character", "publisher" = "character", "date_published" = "character", "date_published_earliest" = "Date", "date_published_latest" = "Date", "date_published_precision" = "character", "date_published_prec" = "integer", "date_published_basis" = "character", "url" = "character", "url_copy" = "character", "language" = "character", "original_language" = "character", "licence" = "character", "date_accessed" = "Date", "sha256" = "character", "original_sha256" = "character", "original_media_type" = "character", "original_n_pages" = "integer", "text_made_by" = "character", "derived_from" = "character", "source_type" = "character", "reliability" = "character", "reliability_reason" = "character", "n_sentences" = "integer", "n_sentences_cited" = "integer", "n_sentences_passed_over" = "integer", "n_sentences_unread" = "integer", "n_statements" = "integer", "n_records" = "integer", "n_records_alone" = "integer"),
      labels = c("source_id" = "Source", "status" = "Status", "title" = "Title", "authors" = "Authors", "publisher" = "Publisher", "date_published" = "Date of publication", "date_published_earliest" = "Date of publication, earliest", "date_published_latest" = "Date of publication, latest", "date_published_precision" = "Date of publication, precision", "date_published_prec" = "Date of publication, UCDP precision", "date_published_basis" = "Basis of the date", "url" = "URL", "url_copy" = "URL of the copy", "language" = "Language", "original_language" = "Original language", "licence" = "Licence of the text", "date_accessed" = "Date accessed", "sha256" = "Hash of the text", "original_sha256" = "Hash of the original", "original_media_type" = "Media type of the original", "original_n_pages" = "Pages of the original", "text_made_by" = "How the text was made", "derived_from" = "Derived from", "source_type" = "Type of source", "reliability" = "Reliability", "reliability_reason" = "Reason for the reliability", "n_sentences" = "Sentences", "n_sentences_cited" = "Sentences cited", "n_sentences_passed_over" = "Sentences passed over", "n_sentences_unread" = "Sentences unread", "n_statements" = "Statements", "n_records" = "Records", "n_records_alone" = "Records based on it alone"),
      codes = c("status" = "source_status", "date_published_precision" = "date_precision", "date_published_basis" = "date_basis", "source_type" = "source_type", "reliability" = "reliability"),
      lists = character()
    ),
    cited_works = list(
      title = "Works cited",
      sha256 = "8855eeac4bc007eb26b21ed0059eb463b369ecb355fd64389539a674fe082452",
      classes = c("work_id" = "character", "source_id" = "character", "evidence" = "character", "title" = "character", "language" = "character", "url" = "character", "authors" = "character", "publisher" = "character", "date_published" = "character", "date_published_earliest" = "Date", "date_published_latest" = "Date", "date_published_precision" = "character", "date_published_prec" = "integer", "date_accessed" = "Date", "note_number" = "character"),
      labels = c("work_id" = "Work", "source_id" = "Source", "evidence" = "Evidence", "title" = "Title", "language" = "Language", "url" = "URL", "authors" = "Authors", "publisher" = "Publisher", "date_published" = "Date of publication", "date_published_earliest" = "Date of publication, earliest", "date_published_latest" = "Date of publication, latest", "date_published_precision" = "Date of publication, precision", "date_published_prec" = "Date of publication, UCDP precision", "date_accessed" = "Date accessed", "note_number" = "Note"),
      codes = c("date_published_precision" = "date_precision"),
      lists = character()
    ),
    disagreements = list(
      title = "Disagreements",
      sha256 = "8fcf4bce0d72160a2a4de138f0b3d19a5b7909194f3a13fae80723ca7f1de1bb",
      classes = c("disagreement_id" = "character", "question" = "character", "kind" = "character", "note" = "character", "found_by" = "character", "n_sides" = "integer", "n_sources" = "integer", "n_independent_sources" = "integer", "source_ids" = "character"),
      labels = c("disagreement_id" = "Disagreement", "question" = "Question", "kind" = "Kind of disagreement", "note" = "Note", "found_by" = "Found by", "n_sides" = "Sides", "n_sources" = "Sources", "n_independent_sources" = "Independent sources", "source_ids" = "Source ids"),
      codes = c("kind" = "disagreement_kind", "found_by" = "found_by"),
      lists = character()
    ),
    disagreement_sides = list(
      title = "Sides of disagreements",
      sha256 = "9bae6faa02beebf2a0818e6c4213f82eddbd4032413f92d345146bf978eab49d",
      classes = c("disagreement_id" = "character", "side" = "character", "table" = "character", "record_id" = "character", "source_id" = "character", "evidence" = "character", "column" = "character", "position" = "character"),
      labels = c("disagreement_id" = "Disagreement", "side" = "Side", "table" = "Table", "record_id" = "Record", "source_id" = "Source", "evidence" = "Evidence", "column" = "Column", "position" = "Position"),
      codes = character(),
      lists = character()
    ),
    claims = list(
      title = "Claims",
      sha256 = "2e17848757f65ca14d85c6c921391437fd0e0d87c516f2d87071eac052651eb2",
      classes = c("claim_id" = "character", "table" = "character", "record_id" = "character", "column" = "character", "value" = "character", "source_id" = "character", "evidence" = "character", "certainty" = "character", "attributed_to" = "character", "status" = "character", "rule" = "character"),
      labels = c("claim_id" = "Claim", "table" = "Table", "record_id" = "Record", "column" = "Column", "value" = "Value", "source_id" = "Source", "evidence" = "Evidence", "certainty" = "Certainty", "attributed_to" = "Attributed to", "status" = "Status", "rule" = "Rule"),
      codes = c("certainty" = "certainty", "status" = "claim_status", "rule" = "rule"),
      lists = character()
    ),
    evidence = list(
      title = "Evidence",
      sha256 = "920148f0b7adca685499172a40e337636c17fe5b4975fdb8d7d09accad974094",
      classes = c("table" = "character", "record_id" = "character", "source_id" = "character", "locator" = "character", "line" = "integer", "start" = "integer", "end" = "integer", "page" = "integer", "sha256" = "character"),
      labels = c("table" = "Table", "record_id" = "Record", "source_id" = "Source", "locator" = "Locator", "line" = "Line", "start" = "Start", "end" = "End", "page" = "Page", "sha256" = "Hash"),
      codes = character(),
      lists = character()
    ),
    passed_over = list(
      title = "Passed over",
      sha256 = "733dc42f1fb60ec51ddcd7a136a5218f90dc553543ee5077d525603cdebaf0c7",
      classes = c("source_id" = "character", "locator" = "character", "line" = "integer", "start" = "integer", "end" = "integer", "page" = "integer", "sha256" = "character", "reason" = "character"),
      labels = c("source_id" = "Source", "locator" = "Locator", "line" = "Line", "start" = "Start", "end" = "End", "page" = "Page", "sha256" = "Hash", "reason" = "Reason"),
      codes = c("reason" = "passed_over_reason"),
      lists = character()
    ),
    errata = list(
      title = "Errata",
      sha256 = "8dcffe619ee12bba8405b3eb482c4e650757d752623575c76ccaf77c0dfae84e",
      classes = c("erratum_id" = "character", "source_id" = "character", "evidence" = "character", "as_printed" = "character", "corrected" = "character", "reason" = "character", "is_certain" = "logical"),
      labels = c("erratum_id" = "Erratum", "source_id" = "Source", "evidence" = "Evidence", "as_printed" = "As printed", "corrected" = "Corrected", "reason" = "Reason", "is_certain" = "Certain"),
      codes = character(),
      lists = character()
    ),
    retired = list(
      title = "Retired ids",
      sha256 = "2386564f1a89c0d27626c989eb6bacef3315abfe3bd14ffaf18b30f18c90a5fd",
      classes = c("table" = "character", "record_id" = "character", "reason" = "character", "replaced_by" = "character", "date_retired" = "Date"),
      labels = c("table" = "Table", "record_id" = "Record", "reason" = "Reason", "replaced_by" = "Replaced by", "date_retired" = "Date retired"),
      codes = character(),
      lists = character()
    ),
    codelists = list(
      title = "Codelists",
      sha256 = "cf9b2785c511f19a044a282e3cda5403cab3b367f2d87fd43db02d7da8617173",
      classes = c("codelist" = "character", "code" = "character", "label" = "character", "definition" = "character"),
      labels = c("codelist" = "Codelist", "code" = "Code", "label" = "Label", "definition" = "Definition"),
      codes = character(),
      lists = character()
    ),
    columns = list(
      title = "Columns",
      sha256 = "af6025e996ee60d5184c8b430af508d95be3e5b90e1c22088c92af3cb5e983a4",
      classes = c("table" = "character", "column" = "character", "position" = "integer", "title" = "character", "description" = "character", "type" = "character", "unit" = "character", "codelist" = "character", "refers_to" = "character", "rule" = "character", "is_key" = "logical", "is_required" = "logical", "example" = "character"),
      labels = c("table" = "Table", "column" = "Column", "position" = "Position", "title" = "Title", "description" = "Description", "type" = "Type", "unit" = "Unit", "codelist" = "Codelist", "refers_to" = "Refers to", "rule" = "Rule", "is_key" = "Key", "is_required" = "Required", "example" = "Example"),
      codes = c("rule" = "rule"),
      lists = character()
    )
  )

  # Where this script was sourced from. If R cannot find out, set options(jnim.data.base = "...").
  is_address <- function(path) grepl("^[a-z]+://", path)
  # The call of source or sys.source that evaluates this script; NULL if it is Rscript that does.
  sourcing <- NULL
  for (n in seq_len(sys.nframe())) {
    is_sys <- identical(sys.function(n), base::sys.source)
    if (is_sys || identical(sys.function(n), base::source)) sourcing <- list(frame = sys.frame(n), is_sys = is_sys)
  }
  here <- function() {
    frame <- sourcing$frame
    file <- if (!is.null(frame)) get(if (sourcing$is_sys) "file" else "ofile", envir = frame, inherits = FALSE)
    # With chdir = TRUE, R is in the folder of the script already.
    if (is.character(file) && !is_address(file) && isTRUE(get("chdir", envir = frame))) return(getwd())
    if (inherits(file, c("url", "file"))) file <- summary(file)$description
    if (is.character(file)) return(dirname(file))
    script <- grep("^--file=", commandArgs(FALSE), value = TRUE)
    if (length(script) > 0) return(dirname(gsub("~+~", " ", sub("^--file=", "", script[1]), fixed = TRUE)))
    getwd()
  }
  base <- sub("/+$", "", getOption("jnim.data.base", here()))
  is_remote <- is_address(base)

  # SHA-256 of a file, or NA if R cannot compute it: that needs R 4.5 or the package digest.
  sha256 <- function(path) {
    if (exists("sha256sum", envir = asNamespace("tools"), inherits = FALSE)) {
      return(unname(get("sha256sum", envir = asNamespace("tools"))(path)))
    }
    if (requireNamespace("digest", quietly = TRUE)) return(digest::digest(path, algo = "sha256", file = TRUE))
    NA_character_
  }

  fetch <- function(path) {
    if (!is_remote) return(file.path(base, path))
    copy <- tempfile(fileext = ".csv")
    utils::download.file(paste0(base, "/", path), copy, mode = "wb", quiet = TRUE)
    copy
  }

  read_table <- function(name) {
    table <- tables[[name]]
    path <- fetch(paste0("data/", name, ".csv"))
    if (is_remote) on.exit(unlink(path))
    found <- sha256(path)
    if (!is.na(found) && found != table$sha256) {
      stop("data/", name, ".csv is not the file of version ", version, ": its SHA-256 is ", found, call. = FALSE)
    }
    rows <- utils::read.csv(path, colClasses = unname(table$classes), na.strings = "", encoding = "UTF-8",
                            check.names = FALSE, stringsAsFactors = FALSE)
    stopifnot(identical(names(rows), names(table$classes)))
    for (column in names(table$codes)) {
      labels <- codes[[table$codes[[column]]]]
      rows[[column]] <- factor(rows[[column]], levels = names(labels))
      attr(rows[[column]], "labels") <- labels
    }
    for (column in names(table$lists)) attr(rows[[column]], "labels") <- codes[[table$lists[[column]]]]
    for (column in names(rows)) attr(rows[[column]], "label") <- table$labels[[column]]
    attr(rows, "label") <- table$title
    rows
  }

  if (is.na(sha256(fetch(paste0("data/", names(tables)[[1]], ".csv"))))) {
    message("SHA-256 was not checked. To check it, use R 4.5 or install the package digest.")
  }
  data <- lapply(stats::setNames(nm = names(tables)), read_table)
  attr(data, "version") <- version
  attr(data, "citation") <- do.call(utils::bibentry, citation)

  # What is rarely needed is kept out of the way, in an attribute.
  attr(data, "helpers") <- list(
    # Codes in words. A part of a column has lost its labels, and then needs the name of the column: "events.event_type".
    labelled = function(values, column = NULL) {
      at <- if (is.null(column)) NULL else strsplit(column, ".", fixed = TRUE)[[1]]
      labels <- attr(if (is.null(at)) values else data[[at[1]]][[at[2]]], "labels")
      if (is.null(labels)) stop("Name a column of codes: labelled(values, 'events.event_type').", call. = FALSE)
      if (is.factor(values)) return(factor(unname(labels[as.character(values)]), levels = unname(labels)))
      vapply(strsplit(as.character(values), "; ", fixed = TRUE), function(items) {
        if (anyNA(items)) NA_character_ else paste(labels[items], collapse = "; ")
      }, "")
    },
    # The items of each cell of a list column, as a list of character vectors.
    split_list = function(values) lapply(strsplit(as.character(values), "; ", fixed = TRUE), function(items) items[!is.na(items)])
  )
  class(data) <- "jnim_data"

  registerS3method("print", "jnim_data", envir = baseenv(), method = function(x, ...) {
    rows <- vapply(x, nrow, 0L)
    titles <- vapply(x, attr, "", "label")
    cat(sprintf("jnim-data %s: %d tables\n\n", attr(x, "version"), length(x)))
    cat(sprintf("  $%-28s %6d rows  %s\n", names(x), rows, titles), sep = "")
    cat("\nIf this is in the variable jnim:",
        "  jnim$events                                           a table, as a data frame",
        "  attr(jnim$events$date, 'label')                       what a column is; CODEBOOK.md says more",
        "  helpers <- attr(jnim, 'helpers')",
        "  helpers$labelled(jnim$events$event_type)              codes in words",
        "  helpers$split_list(jnim$events$source_ids)            the items of a list",
        "  toBibtex(attr(jnim, 'citation'))                      the citation, for BibTeX",
        "", paste("Cite as:", attr(unclass(attr(x, "citation"))[[1]], "textVersion")), sep = "\n")
    invisible(x)
  })

  # sys.source returns no value, so the data go where it evaluates the script.
  if (isTRUE(sourcing$is_sys)) assign("jnim", data, envir = parent.env(environment()))
  data
})
