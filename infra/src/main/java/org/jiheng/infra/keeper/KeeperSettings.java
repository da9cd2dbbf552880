package org.jiheng.infra.keeper;

import java.nio.file.Path;
import javax.sql.DataSource;

/**
 * What the keeper works with.
 *
 * @param migrator connections of the role that owns all tables and may create roles
 * @param applicationLogin the application's login role, which may take the role of every jurisdiction
 * @param realm the identity provider
 * @param exports directory that whole exports are put into; the application reads them from there
 */
public record KeeperSettings(DataSource migrator, String applicationLogin, RealmAdministration realm, Path exports) {}
