package org.jiheng.tenants.provisioning;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.JurisdictionCode;

/**
 * Which rows of the tables all jurisdictions share belong to one of them, and which tables hold nothing that does. A table that stands
 * in neither list is undecided: a test compares them with the catalogue.
 */
final class SharedTables {

  /** Everybody who holds or held a post there, belongs or belonged to it, or has an account it made. */
  private static final String PEOPLE = """
      (select person from platform.membership where jurisdiction = '?' union select person from platform.staff where jurisdiction = '?'
       union select person from platform.staff_change where jurisdiction = '?' union select person from platform.last_sign_in where jurisdiction = '?'
       union select id from platform.person where home = '?' union select person from (PARTICIPANTS) named)""";

  /** The register is the prefecture's; a county has the part of it that its contracts name. */
  private static final String FIRMS = """
      (select id from platform.firm where prefecture = '?' union select firm from (CONTRACTS) named)""";

  private static final String SHARES = """
      (select id from platform.library_share where prefecture = '?' or county = '?'
       union select s.id from platform.library_share s join platform.jurisdiction j on j.parent = s.prefecture where j.code = '?' and s.county is null)""";

  private static final String INDICATORS = """
      (select id from platform.library_entry where prefecture = '?'
       union select e.id from platform.library_entry e join platform.library_share s on s.prefecture = e.prefecture
         and coalesce(s.entry, e.id) = e.id and coalesce(s.industry, e.industry) = e.industry
       where s.id in SHARES)""".replace("SHARES", SHARES);

  private static final String JOBS = "(select id from platform.provisioning_job where '?' in (jurisdiction, prefecture))";

  /**
   * How the rows are asked for; {@code ?} stands for the code, which is six digits, CONTRACTS for firms and lead evaluators its contracts
   * name, PARTICIPANTS for the people in them.
   */
  private static final Map<String, String> EXPORTED = Map.ofEntries(
      whole("platform.jurisdiction", "code = '?' order by code"),
      whole("platform.membership", "jurisdiction = '?' order by id"),
      whole("platform.staff", "jurisdiction = '?' order by person"),
      whole("platform.staff_change", "jurisdiction = '?' order by at, id"),
      whole("platform.last_sign_in", "jurisdiction = '?' order by person"),
      whole("platform.person", "id in " + PEOPLE + " order by id"),
      whole("platform.job", "jurisdiction = '?' order by engagement"),
      whole("platform.firm", "id in " + FIRMS + " order by id"),
      whole("platform.lead_evaluator", """
          firm in (select id from platform.firm where prefecture = '?')
          or id in (select lead_evaluator from (CONTRACTS) named) order by id"""),
      whole("platform.firm_person", """
          firm in (select id from platform.firm where prefecture = '?')
          or firm in (select firm from (CONTRACTS) named) and person in (select person from (PARTICIPANTS) named) order by firm, person"""),
      // what the prefecture thinks of a firm is the prefecture's
      whole("platform.firm_mark", "firm in (select id from platform.firm where prefecture = '?') order by id"),
      whole("platform.expert", """
          prefecture = '?' or person in (select person from (PARTICIPANTS) named) order by id"""),
      // its own figures rest on what its prefecture laid down
      whole("platform.parameter_template", """
          prefecture in (select unnest(array[code, parent]) from platform.jurisdiction where code = '?') order by id"""),
      // of the library a prefecture has all, a county what it is shown
      whole("platform.library_entry", "id in " + INDICATORS + " order by id"),
      whole("platform.library_version", "entry in " + INDICATORS + " order by id"),
      whole("platform.library_share", "id in " + SHARES + " order by id"),
      whole("platform.provisioning_job", "id in " + JOBS + " order by wanted_at, id"),
      whole("platform.provisioning_step", "job in " + JOBS + " order by job, number"),
      whole("rollup.self_evaluation", "jurisdiction = '?' order by fiscal_year"),
      // a letter is its writer's and its reader's
      whole("exchange.envelope", "'?' in (sender, receiver) order by sender, number"),
      whole("exchange.enclosure", """
          envelope in (select id from exchange.envelope where '?' in (sender, receiver)) order by envelope, position"""));

  /** Tables nothing of which is exported, and why. */
  private static final Map<String, String> LEFT_OUT = Map.of(
      "rollup.dirty", "says what is to be computed anew, and is empty a moment later",
      "platform.library_seed", "what every prefecture begins with; nobody's own",
      "platform.account_due", "what the identity provider is still to be told, and empty a moment later",
      "platform.awaited_password", "a right to have a first password made, over within a day");

  private SharedTables() {}

  private static Map.Entry<String, String> whole(String table, String condition) {
    return Map.entry(table, "select * from " + table + " where " + condition);
  }

  /**
   * Queries for the rows of a jurisdiction, by the name of the table, in the order of names.
   *
   * @param own names of its own tables: one whose tables could not be made new may be without contracts
   */
  static Map<String, String> of(JurisdictionCode code, Collection<String> own) {
    boolean contracts = own.contains("engagement");
    String named = contracts ? "select firm, lead_evaluator from " + Schemas.of(code) + ".engagement"
        : "select firm, lead_evaluator from platform.job where jurisdiction = '?'";
    String participants = contracts ? "select person from " + Schemas.of(code) + ".engagement_person"
        : "select person from platform.membership where jurisdiction = '?' and engagement is not null";
    Map<String, String> queries = new TreeMap<>();
    EXPORTED.forEach((table, query) ->
        queries.put(table, query.replace("CONTRACTS", named).replace("PARTICIPANTS", participants).replace("?", code.value())));
    return queries;
  }

  /** Those tables, of all there are, about which nobody has decided. */
  static Set<String> undecided(Set<String> there) {
    Set<String> undecided = new TreeSet<>(there);
    undecided.removeAll(EXPORTED.keySet());
    undecided.removeAll(LEFT_OUT.keySet());
    return undecided;
  }
}
