package dev.kolrank.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.core.Problems;
import dev.kolrank.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connectors that are shipped, added, and mapped onto folders. */
class ConnectorsTest {

  @Test
  void everyShippedMappingLoads() {
    var problems = new Problems();
    Connectors connectors = Connectors.load(Optional.empty(), Map.of(), problems);
    problems.stopIfAny();
    assertEquals(Connectors.SHIPPED, connectors.folders());
  }

  @Test
  void everyReasonAndDescriptionSaysSomething() {
    for (Connector connector : shipped().all()) {
      assertTrue(connector.describes().length() > 20, connector.name());
      connector
          .rules()
          .forEach(
              r -> r.absent().forEach((c, why) -> assertTrue(why.length() > 5, () -> c + why)));
    }
  }

  @Test
  void anOperatorAddsAndReplacesConnectors(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("demo.conf"),
        """
        platform = demo
        describes = "A made-up source"
        rules = [{ makes = account, set { account_id = id }, absent { "*" = "none" } }]
        """);
    var problems = new Problems();
    Connectors connectors =
        Connectors.load(Optional.of(folder), Map.of("my-demo", "demo"), problems);
    problems.stopIfAny();
    assertEquals("demo", connectors.forFolder("my-demo").orElseThrow().name());
    assertEquals(Connectors.SHIPPED.size() + 1, connectors.all().size());
  }

  @Test
  void aFolderOfAnUnknownConnectorIsAProblem() {
    var problems = new Problems();
    Connectors.load(Optional.empty(), Map.of("weibo", "nothing"), problems);
    var error = assertThrows(UserError.class, problems::stopIfAny);
    assertTrue(error.getMessage().contains("no connector is called nothing"), error.getMessage());
  }

  @Test
  void aFileThatIsNoHoconIsAProblem(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("bad.conf"), "platform = {");
    var problems = new Problems();
    Connectors.load(Optional.of(folder), Map.of(), problems);
    assertEquals(1, problems.count());
  }

  static Connectors shipped() {
    var problems = new Problems();
    Connectors connectors = Connectors.load(Optional.empty(), Map.of(), problems);
    problems.stopIfAny();
    return connectors;
  }
}
