package org.jiheng.tenants.persistence;

import jakarta.annotation.sql.DataSourceDefinition;

/**
 * The one pool of the application. Its login owns nothing and has an empty search path: on a connection nobody took a
 * role on, every statement fails. Error details stay in the database's log, because they carry row values.
 */
@DataSourceDefinition(
    name = TenantDataSource.JNDI,
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${ENV=JIHENG_DB_URL}",
    user = "${ENV=JIHENG_DB_USER}",
    password = "${ENV=JIHENG_DB_PASSWORD}",
    minPoolSize = 2,
    maxPoolSize = 24,
    maxIdleTime = 600,
    properties = {
      // every tenant's tables make statements of their own: with the driver's 256 a hundred tenants prepare all of them anew each time
      "preparedStatementCacheQueries=2000",
      "preparedStatementCacheSizeMiB=20",
      // a database that is started again is away for seconds: who comes meanwhile waits for it instead of being turned away
      "fish.payara.connection-creation-retry-attempts=10",
      "fish.payara.connection-creation-retry-interval-in-seconds=1",
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation"
    })
public final class TenantDataSource {

  public static final String JNDI = "java:app/jdbc/jiheng";

  private TenantDataSource() {}
}
