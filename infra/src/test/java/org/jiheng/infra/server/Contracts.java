package org.jiheng.infra.server;

import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiheng.app.common.CreditCode;
import org.jiheng.app.engagement.EngagementKind;
import org.jiheng.app.engagement.EngagementPage;
import org.jiheng.app.engagement.Engagements;
import org.jiheng.app.engagement.Firm;
import org.jiheng.app.engagement.FirmType;
import org.jiheng.app.engagement.Firms;
import org.jiheng.app.engagement.Terms;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;

/** Brings firms and engagements to where a test begins, through the use cases the screens call. */
@ApplicationScoped
public class Contracts {

  /** The business date of the server (arquillian.xml): windows open and close by it, and not by the server's own day. */
  public static final LocalDate TODAY = LocalDate.of(2023, 2, 20);

  public static final byte[] PDF = "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Inject
  private Firms firms;

  @Inject
  private Engagements engagements;

  @Inject
  private Registry registry;

  /** A firm with a lead evaluator and one person with an account. */
  public record Company(UUID firm, CreditCode code, UUID lead, UUID person) {}

  /** A code no other test uses, with its check sign. */
  public static CreditCode aCode() {
    String body = "9165300" + "%010d".formatted(NUMBER.incrementAndGet());
    return "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().mapToObj(sign -> body + (char) sign)
        .flatMap(text -> CreditCode.parse(text).value().stream()).findFirst().orElseThrow();
  }

  /** Somebody with an account and no post. */
  public static UUID account() {
    UUID id = UUID.randomUUID();
    Owner.told("insert into platform.person (id, username, name) values (?, ?, ?)", id, "outside" + NUMBER.incrementAndGet(), "评价员" + NUMBER.get());
    return id;
  }

  public static String usernameOf(UUID person) {
    return Owner.asked("select username from platform.person where id = ?", person);
  }

  public Company company() {
    CreditCode code = aCode();
    UUID person = account();
    UUID firm = as(Kizilsu.oversight(), () -> firms.enter(new Firm.Entry(code, "咨询" + code, FirmType.CONSULTING, "法人", 12, "XY" + code)));
    does(Kizilsu.oversight(), () -> {
      firms.addLead(firm, "主评人" + code, "注册会计师", LocalDate.of(2010, 1, 1));
      firms.addPerson(firm, usernameOf(person));
    });
    return new Company(firm, code, as(Kizilsu.oversight(), () -> firms.leads(firm)).getFirst().id(), person);
  }

  public Terms terms(Company company, LocalDate opens, LocalDate closes, UUID... projects) {
    return new Terms("HT" + NUMBER.incrementAndGet(), "", EngagementKind.KEY_EVALUATION, Optional.of(company.firm()), Optional.of(company.lead()),
        "财政局", Optional.empty(), Set.of(projects), Set.of(company.person()), opens, closes, opens, closes, closes);
  }

  /** Registered, declared, checked and granted by the office. */
  public UUID granted(Jurisdiction where, Company company, LocalDate opens, LocalDate closes, UUID... projects) {
    Scope office = Kizilsu.performanceOffice(where);
    UUID id = as(office, () -> engagements.register(terms(company, opens, closes, projects)));
    does(office, () -> engagements.declare(id, version(id), "声明.pdf", PDF));
    does(office, () -> engagements.check(id, version(id)));
    does(office, () -> engagements.grant(id, version(id)));
    return id;
  }

  public UUID open(Jurisdiction where, Company company, UUID... projects) {
    return granted(where, company, TODAY.minusDays(5), TODAY.plusDays(20), projects);
  }

  /** To be called as the office. */
  public int version(UUID id) {
    return engagements.open(id).engagement().version();
  }

  public EngagementPage seenBy(Scope person, UUID id) {
    return as(person, () -> engagements.open(id));
  }

  /** What the registry would make of the person's next request. */
  public List<Scope> scopes(UUID person) {
    return registry.scopesOf(person);
  }

  /** The same in one jurisdiction, where the person must be somebody. */
  public Scope scope(UUID person, Jurisdiction where) {
    return scopes(person).stream().filter(scope -> scope.jurisdiction().equals(where)).findFirst().orElseThrow();
  }

  public static UUID projectOf(UUID form) {
    return UUID.fromString(Owner.asked("select project from j_653001.self_evaluation where id = ?", form));
  }
}
