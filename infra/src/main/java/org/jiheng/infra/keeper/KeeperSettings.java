package org.jiheng.infra.keeper;

import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * What the keeper works with.
 *
 * @param migrator connections of the role that owns all tables and may create roles
 * @param applicationLogin the application's login role, which may take the role of every jurisdiction
 * @param realm the identity provider
 * @param exports directory that whole exports are put into; the application reads them from there
 * @param exportsLast how long an export is kept before its file is deleted
 */
public record KeeperSettings(DataSource migrator, String applicationLogin, RealmAdministration realm, Path exports, Duration exportsLast) {

  /** Long enough for a weekend; a whole county lies in one file. */
  public static final Duration EXPORTS_LAST = Duration.ofHours(72);
}
