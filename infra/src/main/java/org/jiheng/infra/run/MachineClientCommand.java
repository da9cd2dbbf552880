package org.jiheng.infra.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiheng.infra.keeper.KeeperSettings;
import org.jiheng.infra.keeper.MachineClients;
import org.jiheng.infra.keeper.RealmAdministration.RefusedByProviderException;
import org.jiheng.tenants.desk.DeskRows;
import org.jiheng.tenants.desk.Objections;
import org.jiheng.tenants.desk.Standing;
import org.jiheng.tenants.people.Administration;
import org.jiheng.tenants.provisioning.Programs;
import org.jiheng.tenants.provisioning.Programs.Held;
import org.jiheng.tenants.provisioning.Programs.Program;
import org.jiheng.tenants.provisioning.Provisioning;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.JurisdictionState;
import org.jiheng.tenants.scope.Role;

/**
 * The program behind {@code infra/machine-client}: lets a program of one jurisdiction in by REST, gives it another secret, and shuts it
 * out again. At the identity provider it becomes a client with a service account, in the registry a person with one post; only both
 * together open the door. Secrets are shown once and kept nowhere here.
 */
public final class MachineClientCommand {

  /** With the code before it a user name the registry takes. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private static final int LONGEST_NAME = 30;
  private static final int FAULTS_OF_THE_SERVER = 500;

  private final PrintStream console;
  private final KeeperSettings settings;
  private final Programs programs;
  private final MachineClients clients;

  public MachineClientCommand(KeeperSettings settings, PrintStream console) {
    this.settings = settings;
    this.programs = new Programs(settings.migrator());
    this.clients = new MachineClients(settings.realm());
    this.console = console;
  }

  /** A word that is no good, with the sentence that says why. */
  private static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Refused(String key, Object... inputs) {
      super(Sentences.say(key, inputs));
    }
  }

  /** @param arguments the directory of the project, then the words of the command */
  public static void main(String[] arguments) {
    Quiet.libraries();
    PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int status = 1;
    try {
      KeeperSettings settings = StackSettings.of(Path.of(arguments[0]), System.getenv()).keeper();
      status = new MachineClientCommand(settings, console).run(List.of(arguments).subList(1, arguments.length));
    } catch (StartFailedException failure) {
      console.println(failure.getMessage());
    }
    System.exit(status);
  }

  /** @return the exit status: 0 when it is done, 1 when it was refused or failed, 2 when the words make no command */
  public int run(List<String> words) {
    CommandWords said = CommandWords.of(words);
    try {
      new Provisioning(settings.migrator(), settings.applicationLogin()).platform();
      switch (said.at(0) + said.plain().size()) {
        case "list1" -> list();
        case "add3" -> add(said);
        case "renew3" -> renew(said);
        case "remove3" -> remove(said);
        default -> {
          console.println(Sentences.chinese("machine-client.usage"));
          console.println(Sentences.english("machine-client.usage"));
          return 2;
        }
      }
      return 0;
    } catch (Refused refused) {
      console.println(refused.getMessage());
    } catch (SQLException failure) {
      console.println(Sentences.ofDatabase(failure));
    } catch (RefusedByProviderException refused) {
      // what it answers while it starts or is overloaded is no refusal
      console.println(Sentences.say(refused.status() < FAULTS_OF_THE_SERVER ? "machine-client.provider-refused" : "machine-client.no-provider",
          refused.getMessage()));
    } catch (IOException silent) {
      console.println(Sentences.say("machine-client.no-provider", String.valueOf(silent.getMessage())));
    }
    return 1;
  }

  private void list() throws SQLException {
    programs.all().forEach(one -> console.printf(Locale.ROOT, "%s  %-40s %-20s %-10s %-10s  %-12s  %s%n", one.where(), one.name(),
        one.post().map(post -> post.role().name()).orElse("-"), one.post().map(post -> post.unit().isEmpty() ? "*" : post.unit()).orElse("-"),
        one.post().map(post -> post.since().toString()).orElse("-"), one.state(), one.title()));
  }

  private void add(CommandWords said) throws SQLException, IOException {
    Standing place = place(said);
    String name = name(place, said);
    String title = said.option("--name").strip();
    if (title.isEmpty() || title.length() > Objections.LONGEST_NAME) {
      throw new Refused("machine-client.title");
    }
    List<Role> roles = Programs.roles(place.jurisdiction());
    Role role = Arrays.stream(Role.values()).filter(one -> one.name().equals(said.option("--role"))).filter(roles::contains).findFirst()
        .orElseThrow(() -> new Refused("machine-client.role", roles));
    String unit = unit(said, place.jurisdiction().code(), role);
    String reason = reason(said);
    if (programs.named(name).isPresent()) {
      throw new Refused("machine-client.taken", name);
    }
    // a client without a post opens nothing: what stays if this ends half-way does no harm, and is taken up by the next, because the
    // registry is last, when nothing is asked of the identity provider any more
    Program program = new Program(clients.make(name, title), name, title, place.jurisdiction().code(),
        Optional.of(new Held(role, unit, LocalDate.now(ZoneId.systemDefault()), false)), false);
    String secret = clients.newSecret(name);
    programs.enter(program, CommandWords.user(), reason);
    show(name, secret);
  }

  private String unit(CommandWords said, JurisdictionCode code, Role role) throws SQLException {
    String unit = said.option("--unit");
    if (unit.isEmpty() && Administration.isOfAUnit(role)) {
      throw new Refused("machine-client.unit-needed", role);
    }
    if (!unit.isEmpty() && !Administration.mayBeOfAUnit(role)) {
      throw new Refused("machine-client.whole-place-only", role);
    }
    if (!unit.isEmpty() && !programs.hasUnit(code, unit)) {
      throw new Refused("machine-client.unit-unknown", unit);
    }
    return unit;
  }

  /** On record as done when it is done: until the identity provider has answered the secret of before is good. */
  private void renew(CommandWords said) throws SQLException, IOException {
    Program program = known(said);
    String reason = reason(said);
    if (program.state() == Programs.State.ENDED) {
      throw new Refused("machine-client.unknown", program.name());
    }
    String secret;
    try {
      if (!clients.isThere(program.name())) {
        throw new Refused("machine-client.unknown", program.name());
      }
      secret = clients.newSecret(program.name());
    } catch (IOException failure) {
      programs.notRenewed(program, CommandWords.user(), reason);
      throw failure;
    }
    programs.renewed(program, CommandWords.user(), reason);
    show(program.name(), secret);
  }

  /** Whatever has become of it: what is open is ended, and once more does no harm when the identity provider was away. */
  private void remove(CommandWords said) throws SQLException, IOException {
    Program program = known(said);
    programs.end(program, CommandWords.user(), reason(said));
    clients.remove(program.name());
    console.println(Sentences.say("machine-client.removed", program.name()));
  }

  private void show(String name, String secret) {
    console.println(Sentences.say("machine-client.secret", name));
    console.println("  " + secret);
  }

  private Standing place(CommandWords said) throws SQLException {
    try (Connection connection = settings.migrator().getConnection()) {
      return DeskRows.standings(connection).stream().filter(one -> one.jurisdiction().code().value().equals(said.at(1)))
          .filter(one -> one.wanted() == JurisdictionState.ACTIVE || one.wanted() == JurisdictionState.SUSPENDED).findFirst()
          .orElseThrow(() -> new Refused("trail.no-jurisdiction", said.at(1)));
    }
  }

  private static String name(Standing place, CommandWords said) {
    if (!NAME.matcher(said.at(2)).matches() || said.at(2).length() > LONGEST_NAME) {
      throw new Refused("machine-client.name", LONGEST_NAME);
    }
    return MachineClients.nameOf(place.jurisdiction().code(), said.at(2));
  }

  private Program known(CommandWords said) throws SQLException {
    String name = name(place(said), said);
    return programs.named(name).orElseThrow(() -> new Refused("machine-client.unknown", name));
  }

  private static String reason(CommandWords said) {
    return Optional.of(said.option("--reason").strip()).filter(text -> text.length() >= Objections.SHORTEST_REASON)
        .orElseThrow(() -> new Refused("machine-client.reason", Objections.SHORTEST_REASON));
  }
}
