package org.jiheng.infra.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.infra.keeper.Keeper;
import org.jiheng.infra.keeper.KeeperSettings;
import org.jiheng.tenants.desk.Administrator;
import org.jiheng.tenants.desk.DeskRows;
import org.jiheng.tenants.desk.Job;
import org.jiheng.tenants.desk.JobKind;
import org.jiheng.tenants.desk.Objection;
import org.jiheng.tenants.desk.Objections;
import org.jiheng.tenants.desk.Standing;
import org.jiheng.tenants.desk.Wish;
import org.jiheng.tenants.identity.OneTimePassword;
import org.jiheng.tenants.provisioning.Jobs;
import org.jiheng.tenants.provisioning.Provisioning;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Role;

/**
 * The program behind {@code infra/jurisdiction}: does for whoever runs the installation what the screen does for the system
 * administrator of a prefecture, and more: a new prefecture comes only this way. The same command a second time changes nothing.
 */
public final class JurisdictionCommand {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Map<Role, String> OPTIONS =
      Map.of(Role.SYSTEM_ADMIN, "--system", Role.SECURITY_ADMIN, "--security", Role.AUDIT_ADMIN, "--audit");

  private final KeeperSettings settings;
  private final Jobs jobs;
  private final PrintStream console;

  JurisdictionCommand(KeeperSettings settings, PrintStream console) {
    this.settings = settings;
    this.jobs = new Jobs(settings.migrator());
    this.console = console;
  }

  /** @param arguments the directory of the project, then the words of the command */
  public static void main(String[] arguments) {
    Quiet.libraries();
    PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int status;
    try {
      KeeperSettings settings = StackSettings.of(Path.of(arguments[0]), System.getenv()).keeper();
      status = new JurisdictionCommand(settings, console).run(List.of(arguments).subList(1, arguments.length));
    } catch (StartFailedException failure) {
      console.println(failure.getMessage());
      status = 1;
    } catch (SQLException failure) {
      console.println(Sentences.ofDatabase(failure));
      status = 1;
    } catch (InterruptedException stopped) {
      status = 1;
    }
    System.exit(status);
  }

  /** @return the exit status: 0 when it is done, 1 when it was refused or failed, 2 when the words make no command */
  int run(List<String> words) throws SQLException, InterruptedException {
    Optional<Wish> wish;
    try {
      new Provisioning(settings.migrator(), settings.applicationLogin()).platform();
      if (words.equals(List.of("list"))) {
        standings().forEach(this::line);
        return 0;
      }
      wish = wish(words);
    } catch (IllegalArgumentException unreadable) {
      wish = Optional.empty();
    }
    if (wish.isEmpty()) {
      console.println(Sentences.chinese("jurisdiction.usage"));
      console.println(Sentences.english("jurisdiction.usage"));
      return 2;
    }
    return carriedOut(wish.get());
  }

  private List<Standing> standings() throws SQLException {
    try (Connection connection = settings.migrator().getConnection()) {
      return DeskRows.standings(connection);
    }
  }

  private void line(Standing one) {
    console.printf(Locale.ROOT, "%s  %-6s  %-11s  %s  %3s  %s  %s%n", one.jurisdiction().code(),
        one.jurisdiction().parent().map(JurisdictionCode::value).orElse(""), one.state(), MINUTE.format(one.since()), one.layout(),
        one.jurisdiction().name(), one.reason());
  }

  private Optional<Wish> wish(List<String> words) throws SQLException {
    CommandWords said = CommandWords.of(words);
    Optional<JobKind> kind = Arrays.stream(JobKind.values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(said.at(0))).findFirst();
    if (kind.isEmpty() || said.plain().size() < 2) {
      return Optional.empty();
    }
    String code = said.at(1);
    String reason = said.option("--reason");
    if (kind.get() == JobKind.ONBOARD) {
      return Optional.of(new Wish(JobKind.ONBOARD, code, Optional.ofNullable(said.options().get("--under")).map(JurisdictionCode::new),
          said.at(2), administrators(said.options()), reason, true));
    }
    Optional<JurisdictionCode> parent = standings().stream().filter(one -> one.jurisdiction().code().value().equals(code))
        .findFirst().flatMap(one -> one.jurisdiction().parent());
    String name = kind.get() == JobKind.REMOVE ? said.option("--name") : said.at(2);
    return Optional.of(Wish.of(kind.get(), new JurisdictionCode(code), parent, name, reason));
  }

  private static List<Administrator> administrators(Map<String, String> options) {
    List<Administrator> administrators = new ArrayList<>();
    for (Role role : Administrator.ROLES) {
      String[] words = options.getOrDefault(OPTIONS.get(role), "=").split("=", 2);
      administrators.add(new Administrator(role, words[0], words.length < 2 ? "" : words[1]));
    }
    return administrators;
  }

  private int carriedOut(Wish wish) throws SQLException, InterruptedException {
    List<String> objections = Objections.to(wish, standings(), _ -> false).stream()
        .map(one -> one.role().map(role -> Sentences.say("role." + role) + ": ").orElse("") + sentence(one.why())).toList();
    if (!objections.isEmpty()) {
      objections.forEach(console::println);
      return 1;
    }
    Optional<UUID> id = jobs.command(wish, CommandWords.user());
    if (id.isEmpty()) {
      console.println(sentence(Objection.Why.JOB_OPEN));
      return 1;
    }
    try (Keeper keeper = new Keeper(settings)) {
      return told(ended(id.get(), keeper), keeper);
    }
  }

  /** Works on the job itself, or waits for the keeper in the launcher's process that was quicker. */
  private Job ended(UUID id, Keeper keeper) throws SQLException, InterruptedException {
    keeper.carryOut(id);
    Job job = jobs.job(id).orElseThrow();
    String waits = "";
    while (job.state().open()) {
      if (!job.note().equals(waits)) {
        waits = job.note();
        console.println(Sentences.say("jurisdiction.waits", waits));
      }
      Thread.sleep(BETWEEN_LOOKS);
      keeper.carryOut(id);
      job = jobs.job(id).orElseThrow();
    }
    return job;
  }

  private int told(Job job, Keeper keeper) throws SQLException {
    job.steps().forEach(step -> console.printf(Locale.ROOT, "%-15s %6.2f s  %s%n", step.step(),
        Duration.between(step.began(), step.ended()).toMillis() / 1000.0, step.note()));
    if (job.state() == Job.State.FAILED) {
      console.println(Arrays.stream(job.note().split(", ")).map(JurisdictionCommand::told).collect(Collectors.joining(" ")));
      return 1;
    }
    job.export().keptUntil().ifPresent(until ->
        console.println(Sentences.say("jurisdiction.exported", settings.exports().resolve(job.id() + ".zip"), MINUTE.format(until))));
    try {
      Map<String, OneTimePassword> passwords = keeper.passwords(job.id());
      if (!passwords.isEmpty()) {
        console.println(Sentences.say("jurisdiction.passwords"));
        passwords.forEach((username, password) -> console.printf("  %-30s %s%n", username, password.text()));
      }
    } catch (IOException silent) {
      console.println(Sentences.say("jurisdiction.no-passwords", silent.getMessage()));
      return 1;
    }
    console.println(Sentences.say("jurisdiction.done"));
    return 0;
  }

  /** A refusal as its sentence; what broke in the words it broke with. */
  private static String told(String code) {
    return Arrays.stream(Objection.Why.values()).filter(why -> why.name().equals(code)).findFirst().map(JurisdictionCommand::sentence).orElse(code);
  }

  private static String sentence(Objection.Why why) {
    return why.sentence(Locale.SIMPLIFIED_CHINESE) + " / " + why.sentence(Locale.ENGLISH);
  }
}
