package dev.seeder.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeder.environment.DatabaseAddress.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:sqlite:",
        "jdbc:sqlite::memory:",
        "jdbc:sqlite:shop.db",
        "jdbc:sqlite:/var/lib/shop.db?foreign_keys=on&busy_timeout=60000",
        "jdbc:sqlite:C:\\shop\\shop.db",
        "jdbc:sqlite:C:/shop/shop.db",
        "jdbc:sqlite:file:shop.db?mode=memory&cache=shared",
        "jdbc:sqlite:file::memory:?cache=shared",
        "jdbc:sqlite:file:///var/lib/shop.db",
        "jdbc:duckdb:",
        "jdbc:duckdb::memory:",
        "jdbc:duckdb::memory:shop",
        "jdbc:duckdb:/tmp/shop.duckdb;threads=4",
        "jdbc:h2:mem:",
        "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1;MODE=PostgreSQL",
        "jdbc:h2:./shop",
        "jdbc:h2:~/shop;AUTO_SERVER=TRUE",
        "jdbc:h2:file:/data/shop",
        "jdbc:h2:file:C:/data/shop",
        "jdbc:h2:tcp://localhost/~/shop",
        "jdbc:h2:tcp://localhost:9092/mem:shop;USER=sa;PASSWORD=top-secret",
        "jdbc:h2:ssl://127.0.0.1/~/shop",
        "jdbc:h2:tcp://localhost:9101,127.0.0.1:9102/~/shop",
        "jdbc:hsqldb:mem:shop",
        "jdbc:hsqldb:file:/data/shop;shutdown=true",
        "jdbc:hsqldb:.",
        "jdbc:hsqldb:hsql://localhost/shop",
        "jdbc:hsqldb:https://localhost:443/shop",
        "jdbc:postgresql://localhost/shop",
        "jdbc:postgresql://LocalHost:5432/shop",
        "jdbc:postgresql://localhost:5432/",
        "jdbc:postgresql://localhost",
        "jdbc:postgresql://127.0.0.1:32768/test?loggerLevel=OFF",
        "jdbc:postgresql://127.255.255.254/shop",
        "jdbc:postgresql://[::1]:5432/shop",
        "jdbc:postgresql://[0:0:0:0:0:0:0:1]/shop",
        "jdbc:postgresql://[0000:0000:0000:0000:0000:0000:0000:0001]/shop",
        "jdbc:postgresql://localhost:5432,127.0.0.1:5433,[::1]/shop?targetServerType=primary",
        "jdbc:postgresql://localhost/shop?user=postgres&password=top-secret&currentSchema=a",
        "jdbc:postgresql://localhost/shop"
            + "?socketFactory=org.newsclub.net.unix.AFUNIXSocketFactory$FactoryArg"
            + "&socketFactoryArg=/var/run/postgresql/.s.PGSQL.5432",
        "jdbc:postgresql:///shop"
            + "?socketFactory=org.newsclub.net.unix.AFUNIXSocketFactory$FactoryArg"
            + "&socketFactoryArg=/var/run/postgresql/.s.PGSQL.5432",
        "jdbc:mysql://localhost:3306/shop?useSSL=false",
        "jdbc:mysql://root:top-secret@localhost:3306/shop",
        "jdbc:mysql://localhost,127.0.0.1/shop",
        "jdbc:mysql:loadbalance://localhost:3306,localhost:3307/shop",
        "jdbc:mysql:///shop?socketFactory=org.newsclub.net.mysql.AFUNIXDatabaseSocketFactory",
        "jdbc:mariadb://localhost:3306/shop?user=root&password=***",
        "jdbc:mariadb:replication://localhost:3306,localhost:3307/shop",
        "jdbc:mariadb:///shop?localSocket=/var/run/mysqld/mysqld.sock",
      })
  void plainlyLocal(String url) {
    assertThat(DatabaseAddress.of(url)).matches(DatabaseAddress::local);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example.com/shop",
        "jdbc:postgresql://db:5432/shop",
        "jdbc:postgresql://10.0.0.5/shop",
        "jdbc:postgresql://192.168.1.5/shop",
        "jdbc:postgresql://host.docker.internal/shop",
        "jdbc:postgresql://localhost.example.com/shop",
        "jdbc:postgresql://127.0.0.1.example.com/shop",
        "jdbc:postgresql://127.0.0.256/shop",
        "jdbc:postgresql://127.1/shop",
        "jdbc:postgresql://0.0.0.0/shop",
        "jdbc:postgresql://[::2]/shop",
        "jdbc:postgresql://[::ffff:127.0.0.1]/shop",
        "jdbc:postgresql://localhost:5432,db.example.com:5432/shop",
        "jdbc:postgresql://localhost,/shop",
        "jdbc:postgresql://localhost:port/shop",
        "jdbc:postgresql://localhost@db.example.com/shop",
        "jdbc:postgresql://localhost%2eexample.com/shop",
        // properties outside the URL may name another host, or a way into a cloud
        "jdbc:postgresql:shop",
        "jdbc:postgresql:///shop",
        "jdbc:postgresql://?service=production",
        "jdbc:postgresql://localhost/shop?service=production",
        "jdbc:postgresql://localhost/shop?PGHOST=db.example.com",
        "jdbc:postgresql://localhost/shop;a?PGHOST=db.example.com",
        "jdbc:postgresql://localhost/shop?%50GHOST=db.example.com",
        "jdbc:postgresql:///shop?cloudSqlInstance=p:r:i"
            + "&socketFactory=com.google.cloud.sql.postgres.SocketFactory",
        "jdbc:postgresql://localhost/shop"
            + "?socketFactory=com.google.cloud.sql.postgres.SocketFactory",
        "jdbc:postgresql://db.example.com/shop?localSocket=/var/run/mysqld/mysqld.sock",
        "jdbc:mysql://db.example.com:3306/shop",
        "jdbc:mysql:///shop",
        "jdbc:mysql://localhost/shop?socksProxyHost=gate.example.com",
        "jdbc:mysql://address=(host=localhost)(port=3306)/shop",
        "jdbc:mysql://(host=localhost,port=3306)/shop",
        "jdbc:mysql+srv://localhost/shop",
        "jdbc:mariadb://db.example.com/shop",
        "jdbc:mariadb://db.example.com/shop?localSocket=",
        "jdbc:mariadb:aurora://localhost/shop",
        "jdbc:h2:tcp://db.example.com/~/shop",
        "jdbc:h2:ssl://10.0.0.5:9092/~/shop;USER=sa;PASSWORD=top-secret",
        "jdbc:h2:tcp://localhost:9101,db.example.com:9102/~/shop",
        "jdbc:h2:tcp:localhost/~/shop",
        "jdbc:h2://db.example.com/shop",
        "jdbc:h2:zip:~/shop.zip!/shop",
        "jdbc:hsqldb:hsql://db.example.com/shop",
        "jdbc:hsqldb:res:org/shop",
        "jdbc:sqlite://nas/share/shop.db",
        "jdbc:sqlite:\\\\nas\\share\\shop.db",
        "jdbc:sqlite:file://nas/share/shop.db",
        "jdbc:sqlite:file:////nas/share/shop.db",
        "jdbc:sqlite::resource:https://example.com/shop.db",
        "jdbc:sqlite:https://example.com/shop.db",
        "jdbc:duckdb:md:shop?motherduck_token=top-secret",
        "jdbc:duckdb:s3://bucket/shop.duckdb",
        "jdbc:tc:postgresql:16:///shop",
        "jdbc:aws-wrapper:postgresql://localhost/shop",
        "jdbc:yugabytedb://localhost:5433/shop",
        "jdbc:oracle:thin:@localhost:1521/shop",
        "jdbc:sqlserver://localhost:1433;databaseName=shop",
        "jdbc:derby:memory:shop",
        "jdbc:",
        "JDBC:SQLITE:shop.db",
        "localhost",
        "jdbc:sqlite:shop.db\njdbc:postgresql://db.example.com/shop",
      })
  void everythingElseIsNot(String url) {
    assertThat(DatabaseAddress.of(url)).matches(address -> !address.local());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "jdbc:postgresql://db.example.com:5432/shop?user=u&password=top-secret"
            + " | \"shop\" on db.example.com:5432",
        "jdbc:postgresql://a.example.com,b.example.com/shop | \"shop\" on a.example.com, b.example.com",
        "jdbc:postgresql://db.example.com | on db.example.com",
        "jdbc:postgresql:///shop?password=top-secret | \"shop\" on a host that is not named",
        "jdbc:mysql://root:top-secret@db.example.com/shop | \"shop\" on db.example.com",
        "jdbc:mysql://root:top/secret@db.example.com/shop | of jdbc:mysql",
        "jdbc:mysql://address=(host=a)(password=top-secret)/shop | of jdbc:mysql",
        "jdbc:h2:tcp://db/~/shop;USER=sa;PASSWORD=top-secret | \"~/shop\" on db",
        "jdbc:duckdb:md:shop?motherduck_token=top-secret | of jdbc:duckdb",
        "jdbc:sqlite://nas/shop.db?password=top-secret | \"//nas/shop.db\"",
        "jdbc:oracle:thin:scott/top-secret@db:1521/shop | of jdbc:oracle",
        "top-secret | of an unknown address",
      })
  void titleNamesHostAndDatabaseAndNoSecret(String url, String title) {
    assertThat(DatabaseAddress.of(url).title()).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:sqlite:C:\\shop\\shop.db | shop.db | FILE",
        "jdbc:sqlite:/var/lib/shop.db?foreign_keys=on | shop.db | FILE",
        "jdbc:h2:file:~/data/shop | shop | FILE",
        "jdbc:sqlite:file:shop.db?mode=memory | shop.db | FILE",
        "jdbc:h2:tcp://localhost/~/shop | shop | LOCAL_SERVER",
        "jdbc:postgresql://localhost/shop | shop | LOCAL_SERVER",
        "jdbc:postgresql://db.example.com/shop | shop | ELSEWHERE",
        "jdbc:sqlite://nas/share/shop.db | shop.db | ELSEWHERE",
      })
  void nameIsWhatAPersonCallsTheDatabase(String url, String name, Place place) {
    assertThat(DatabaseAddress.of(url))
        .extracting(DatabaseAddress::name, DatabaseAddress::place)
        .containsExactly(name, place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:sqlite:", "jdbc:h2:mem:shop", "jdbc:duckdb::memory:shop"})
  void memoryHasNoName(String url) {
    assertThat(DatabaseAddress.of(url))
        .isEqualTo(new DatabaseAddress("in memory", "", Place.MEMORY));
  }

  @Test
  void aUrlThatIsNotThereIsUnknown() {
    assertThat(DatabaseAddress.of(null))
        .isEqualTo(new DatabaseAddress("of an unknown address", "", Place.ELSEWHERE));
  }
}
