package io.redress;

import io.quarkus.bootstrap.resolver.maven.MavenArtifactResolver;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.DependencyRequest;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a program has that embeds the engine: what goes into the engine's jar, and what Maven makes
 * of the dependencies in the engine's POM. Nothing of the class path of these tests is on it.
 */
final class EngineClassPath {
  static final Path ENGINE = Path.of("target/engine").toAbsolutePath();
  private static final Path POM =
      ENGINE.resolve("META-INF/maven/io.redress/redress-engine/pom.xml");

  private final List<Path> dependencies;

  private EngineClassPath(List<Path> dependencies) {
    this.dependencies = dependencies;
  }

  static EngineClassPath resolved() throws Exception {
    MavenArtifactResolver maven =
        MavenArtifactResolver.builder().setWorkspaceDiscovery(false).build();
    CollectRequest declared = new CollectRequest(declared(), List.of(), maven.getRepositories());
    return new EngineClassPath(
        maven
            .getSystem()
            .resolveDependencies(maven.getSession(), new DependencyRequest(declared, null))
            .getArtifactResults()
            .stream()
            .map(result -> result.getArtifact().getFile().toPath())
            .toList());
  }

  private static List<Dependency> declared() throws Exception {
    Element project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(POM.toFile())
            .getDocumentElement();
    return children(project, "dependencies")
        .flatMap(all -> children(all, "dependency"))
        .map(
            one ->
                new Dependency(
                    new DefaultArtifact(
                        text(one, "groupId"), text(one, "artifactId"), "jar", text(one, "version")),
                    text(one, "scope").isEmpty() ? "compile" : text(one, "scope")))
        .toList();
  }

  private static Stream<Element> children(Node parent, String name) {
    var nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node.getNodeName().equals(name))
        .map(Element.class::cast);
  }

  private static String text(Element parent, String name) {
    return children(parent, name).map(Node::getTextContent).findFirst().orElse("");
  }

  /** The names of the jars that the POM names itself. */
  static List<String> declaredJars() throws Exception {
    return declared().stream()
        .map(Dependency::getArtifact)
        .map(artifact -> artifact.getArtifactId() + "-" + artifact.getVersion() + ".jar")
        .toList();
  }

  /** The jars of all dependencies, by group and name. */
  Map<String, String> jars() {
    return jars(dependencies.stream());
  }

  /**
   * The names of jars, by group and name.
   *
   * @param files those outside of a Maven repository are left out
   */
  static Map<String, String> jars(Stream<Path> files) {
    return files
        .filter(file -> file.getNameCount() > 3)
        .filter(
            file -> file.getFileName().toString().startsWith(artifact(file).getFileName() + "-"))
        .collect(
            Collectors.toMap(
                file -> artifact(file).toString(),
                file -> file.getFileName().toString(),
                (one, other) -> one));
  }

  /** The folder of all versions. */
  private static Path artifact(Path file) {
    return file.getParent().getParent();
  }

  /** As {@code java -classpath} takes it, with more in front. */
  String with(Path more) {
    List<Path> all = new ArrayList<>(List.of(more, ENGINE));
    all.addAll(dependencies);
    return all.stream()
        .map(Path::toString)
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  /** Loads from this class path and from the JDK only. */
  URLClassLoader loader() {
    return new URLClassLoader(
        Stream.concat(Stream.of(ENGINE), dependencies.stream())
            .map(EngineClassPath::url)
            .toArray(URL[]::new),
        ClassLoader.getPlatformClassLoader());
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
