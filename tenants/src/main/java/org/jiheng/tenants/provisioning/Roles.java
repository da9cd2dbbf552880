package org.jiheng.tenants.provisioning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.JurisdictionCode;

/** Database roles: how they are made and to whom they are granted, as statements that may be repeated. */
final class Roles {

  private final String applicationLogin;

  Roles(String applicationLogin) {
    this.applicationLogin = identifier(applicationLogin);
  }

  /** Safe to write into a statement. */
  String applicationLogin() {
    return applicationLogin;
  }

  /** Roles of a jurisdiction, as one text of statements; what all of them share comes with the role they all inherit. */
  String of(JurisdictionCode code) {
    String role = Schemas.roleOf(code);
    String auditRole = Schemas.auditRoleOf(code);
    return String.join(";\n",
        role(role), forTheApplication(role), grant(Schemas.JURISDICTION_ROLE, role),
        // who writes the registry of people: never the role it is read with at the door, and never the one the work is done with;
        // people from outside, and who keeps them; what they may with what is shared, each of them inherits
        inheriting(Schemas.administratorRoleOf(code), Schemas.ADMINISTRATORS_ROLE),
        inheriting(Schemas.guestRoleOf(code), Schemas.GUEST_ROLE),
        inheriting(Schemas.engagerRoleOf(code), Schemas.ENGAGER_ROLE),
        role(auditRole), forTheApplication(auditRole));
  }

  private String inheriting(String role, String shared) {
    return String.join(";\n", role(role), forTheApplication(role), grant(shared, role));
  }

  /** A jurisdiction's own role and those whose names begin with it, as far as they are there. */
  static List<String> there(Connection connection, JurisdictionCode code) throws SQLException {
    List<String> roles = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement("select rolname from pg_roles where rolname = ? or starts_with(rolname, ?)")) {
      query.setString(1, Schemas.roleOf(code));
      query.setString(2, Schemas.roleOf(code) + "_");
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          roles.add(row.getString(1));
        }
      }
    }
    return roles;
  }

  static String role(String role) {
    return """
        do $$ begin
          if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s nologin; end if;
        end $$""".formatted(identifier(role));
  }

  String forTheApplication(String role) {
    return grant(role, applicationLogin);
  }

  static String grant(String role, String member) {
    return "grant " + identifier(role) + " to " + member;
  }

  private static String identifier(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("not a plain database name: " + name);
    }
    return name;
  }
}
