package org.jiheng.infra.architecture;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_void;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Vaadin is made for a newer server than ours. What it and everything else in the war asks of the server's classes, by
 * class, method and field, is looked up in the server itself, so that an upgrade cannot ask for more unseen.
 */
class ServerOffersWhatTheWarAsksForTest {

  /** What the server brings: the Jakarta interfaces, and the libraries we compile against and do not deliver. */
  private static final Pattern OFFERED = Pattern.compile(
      "(jakarta|org/eclipse/persistence|org/eclipse/microprofile|com/nimbusds|org/glassfish/jersey|com/fasterxml/jackson/(core|databind))/.*");

  private static final Pattern TYPE_IN_A_DESCRIPTOR = Pattern.compile("L([\\w/$]+)[;<]");

  /**
   * Old methods that Servlet 6.0 took away. Atmosphere's wrappers of a request and a response still override and pass them
   * on; only a caller compiled for Servlet 5 could call them, and there is none here. Nothing else may join them.
   */
  private static final Map<String, Set<String>> KNOWN_AND_NEVER_CALLED = Map.of("atmosphere-runtime", Set.of(
      "jakarta/servlet/http/HttpServletRequest.getRealPath(Ljava/lang/String;)Ljava/lang/String;",
      "jakarta/servlet/http/HttpServletRequest.isRequestedSessionIdFromUrl()Z",
      "jakarta/servlet/http/HttpServletResponse.setStatus(ILjava/lang/String;)V",
      "jakarta/servlet/http/HttpSessionContext"));

  private static Map<String, Shape> server;
  private static Archive war;

  /** What a class has to offer: its members as name and descriptor, and where it inherits from. */
  private record Shape(Set<String> members, Set<String> parents) {

    static Shape of(byte[] bytes) {
      ClassModel model = ClassFile.of().parse(bytes);
      Set<String> members = new HashSet<>();
      model.methods().forEach(method -> members.add(method.methodName().stringValue() + method.methodType().stringValue()));
      model.fields().forEach(field -> members.add(field.fieldName().stringValue() + ":" + field.fieldType().stringValue()));
      Set<String> parents = model.interfaces().stream().map(ClassEntry::asInternalName).collect(Collectors.toCollection(HashSet::new));
      parents.add(model.superclass().map(ClassEntry::asInternalName).orElse("java/lang/Object"));
      if (model.flags().has(AccessFlag.INTERFACE)) {
        parents.add("java/lang/Object");
      }
      return new Shape(members, parents);
    }
  }

  @BeforeAll
  static void readTheServerAndTheWar() {
    server = new HashMap<>();
    Archive.eachJarOfTheServer(jar -> jar.classes()
        .filter(one -> OFFERED.matcher(one.getKey()).matches())
        .forEach(one -> server.putIfAbsent(one.getKey(), Shape.of(one.getValue()))));
    war = Archive.war();
  }

  @Test
  void everythingTheWarAsksTheServerForIsThere() {
    Map<String, Set<String>> missing = new HashMap<>();
    Stream.concat(Stream.of(war), war.jars().stream())
        .forEach(jar -> missing.computeIfAbsent(jar.artifact(), _ -> new TreeSet<>())
            .addAll(jar.classes().flatMap(one -> missing(one.getValue()).stream()).toList()));
    missing.values().removeIf(Set::isEmpty);
    assertThat(missing).isEqualTo(KNOWN_AND_NEVER_CALLED);
  }

  @Test
  void theWarAsksForManyThings() {
    long asked = war.jars().stream().filter(jar -> jar.artifact().matches("flow-server|atmosphere-runtime|vaadin-cdi"))
        .flatMap(jar -> jar.classes().flatMap(one -> asked(one.getValue()).stream())).distinct().count();
    assertThat(asked).isGreaterThan(400);
  }

  @Test
  void whatCameWithALaterServerIsReported() {
    ClassDesc response = ClassDesc.of("jakarta.servlet.http.HttpServletResponse");
    byte[] eager = ClassFile.of().build(ClassDesc.of("Eager"), type -> type.withMethodBody("ask", MethodTypeDesc.of(CD_void, response), 0,
        body -> body.aload(1).ldc("/").sipush(302).invokeinterface(response, "sendRedirect", MethodTypeDesc.of(CD_void, CD_String, CD_int))
            .getstatic(response, "SC_UNPROCESSABLE_CONTENT", CD_int).pop()
            .new_(ClassDesc.of("jakarta.servlet.http.NotYetInvented")).pop().return_()));
    assertThat(missing(eager)).containsExactlyInAnyOrder(
        "jakarta/servlet/http/HttpServletResponse.sendRedirect(Ljava/lang/String;I)V",
        "jakarta/servlet/http/HttpServletResponse.SC_UNPROCESSABLE_CONTENT:I",
        "jakarta/servlet/http/NotYetInvented");
  }

  @Test
  void whatIsInheritedIsFound() {
    ClassDesc request = ClassDesc.of("jakarta.servlet.http.HttpServletRequest");
    byte[] modest = ClassFile.of().build(ClassDesc.of("Modest"), type -> type.withMethodBody("ask", MethodTypeDesc.of(CD_void, request), 0,
        body -> body.aload(1).invokeinterface(request, "getContentType", MethodTypeDesc.of(CD_String)).pop()
            .aload(1).invokeinterface(request, "toString", MethodTypeDesc.of(CD_String)).pop().return_()));
    assertThat(asked(modest)).hasSizeGreaterThanOrEqualTo(3);
    assertThat(missing(modest)).isEmpty();
  }

  private static Set<String> missing(byte[] bytes) {
    return asked(bytes).stream().filter(one -> !offered(one)).collect(Collectors.toSet());
  }

  /** What a class asks of the server: {@code owner}, {@code owner.method(descriptor)} or {@code owner.field:descriptor}. */
  private static Set<String> asked(byte[] bytes) {
    Set<String> asked = new HashSet<>();
    for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
      switch (entry) {
        case MemberRefEntry member -> asked.add(member.owner().asInternalName() + "." + member.name().stringValue()
            + (member.type().stringValue().startsWith("(") ? "" : ":") + member.type().stringValue());
        case ClassEntry type -> asked.add(type.asInternalName().replaceAll("^\\[+L|;$", ""));
        case Utf8Entry text -> TYPE_IN_A_DESCRIPTOR.matcher(text.stringValue()).results().forEach(found -> asked.add(found.group(1)));
        default -> { }
      }
    }
    asked.removeIf(one -> !OFFERED.matcher(one).matches());
    return asked;
  }

  private static boolean offered(String one) {
    int dot = one.indexOf('.');
    return dot < 0 ? server.containsKey(one) : offered(one.substring(0, dot), one.substring(dot + 1));
  }

  private static boolean offered(String owner, String member) {
    return shape(owner).filter(shape -> shape.members().contains(member)
        || !owner.equals("java/lang/Object") && shape.parents().stream().anyMatch(parent -> offered(parent, member))).isPresent();
  }

  private static Optional<Shape> shape(String name) {
    return Optional.ofNullable(server.computeIfAbsent(name, ServerOffersWhatTheWarAsksForTest::ofJava));
  }

  /** Classes of Java itself, from which many of the server's inherit. */
  private static Shape ofJava(String name) {
    try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(name + ".class")) {
      return in == null ? null : Shape.of(in.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
