package org.jiheng.infra.server;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jiheng.tenants.persistence.TenantDataSource;

/** Work on the product's own entity manager and pool, inside a transaction of the container or outside any. */
@ApplicationScoped
public class Work {

  @PersistenceContext
  private EntityManager database;

  @Resource(lookup = TenantDataSource.JNDI)
  private DataSource pool;

  @Resource
  private ManagedExecutorService executor;

  @Transactional
  public <T> T inTransaction(Function<EntityManager, T> work) {
    return work.apply(database);
  }

  /** One transaction around the use cases called in it. */
  @Transactional
  public void inOneTransaction(Runnable useCases) {
    useCases.run();
  }

  public <T> T withoutTransaction(Function<EntityManager, T> work) {
    return work.apply(database);
  }

  /** The first column of the first row, asked in a transaction. */
  @Transactional
  public Object asked(String nativeQuery) {
    return database.createNativeQuery(nativeQuery).getResultList().getFirst();
  }

  public ExecutorService executor() {
    return executor;
  }

  /**
   * Takes connections from the pool past the seam, all at once, and asks each the same.
   *
   * @return the answers; columns separated by bars
   */
  public List<String> askedOfConnections(int howMany, String query) throws SQLException {
    List<Connection> taken = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    try {
      for (int i = 0; i < howMany; i++) {
        taken.add(pool.getConnection());
      }
      for (Connection connection : taken) {
        try (PreparedStatement statement = connection.prepareStatement(query); ResultSet row = statement.executeQuery()) {
          row.next();
          answers.add(row.getString(1));
        }
      }
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
    return answers;
  }
}
