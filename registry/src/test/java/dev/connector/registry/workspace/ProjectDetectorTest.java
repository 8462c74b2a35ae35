package dev.connector.registry.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connector.registry.workspace.Project.BuildTool;
import dev.connector.registry.workspace.Project.LanguageLevel;
import dev.connector.registry.workspace.ProjectDetector.Overrides;
import dev.connector.spec.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectDetectorTest {

  @TempDir Path temp;
  private Path root;
  private SampleProject project;

  @BeforeEach
  void makeAFolder() throws IOException {
    root = Files.createDirectory(temp.toRealPath().resolve("shop"));
    project = new SampleProject(root);
  }

  @Test
  void aMavenProjectIsRecognisedWithEverythingItSays() {
    SampleProject.maven(root);
    Project.Java java = java();
    assertThat(java.build()).isEqualTo(BuildTool.MAVEN);
    assertThat(java.level()).contains(new LanguageLevel(17, "maven.compiler.release in pom.xml"));
    assertThat(java.layout().main()).isEqualTo("src/main/java");
    assertThat(java.layout().resources()).isEqualTo("src/main/resources");
    assertThat(java.layout().testResources()).isEqualTo("src/test/resources");
    assertThat(java.basePackage()).isEqualTo("com.acme.app");
  }

  @Test
  void sourceFoldersAreThoseOfTheBuild() {
    pom(
        """
        <properties><dir>code</dir></properties>
        <build>
          <sourceDirectory>${project.basedir}/${dir}/main</sourceDirectory>
          <testSourceDirectory>code/test/</testSourceDirectory>
          <resources><resource><directory>more</directory></resource></resources>
          <testResources><testResource><directory>data</directory></testResource></testResources>
        </build>
        """);
    assertThat(java().layout())
        .isEqualTo(new Project.Layout("code/main", "more", "code/test", "data"));
  }

  @Test
  void aSourceFolderOutsideOfTheProjectIsRefused() {
    pom("<build><sourceDirectory>../shared/src</sourceDirectory></build>");
    assertThatThrownBy(this::java).hasMessageContaining("is not inside of");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<properties><maven.compiler.source>11</maven.compiler.source></properties> | 11",
        "<properties><maven.compiler.source>1.8</maven.compiler.source></properties> | 8",
        "<properties><j>21</j><maven.compiler.release>${j}</maven.compiler.release></properties> | 21",
        "<properties><maven.compiler.release>11</maven.compiler.release></properties><build><plugins>"
            + "<plugin><artifactId>maven-compiler-plugin</artifactId><configuration><release>17"
            + "</release></configuration></plugin></plugins></build> | 17",
        "<build><pluginManagement><plugins><plugin><artifactId>maven-compiler-plugin</artifactId>"
            + "<configuration><source>17</source><target>17</target></configuration></plugin>"
            + "</plugins></pluginManagement></build> | 17",
        "<name>says nothing</name> | 8",
      })
  void theLanguageLevelIsReadFromWhereverMavenReadsIt(String section, int level) {
    pom(section);
    assertThat(java().level()).map(LanguageLevel::release).contains(level);
  }

  @Test
  void aParentOutsideOfTheRepositoryLeavesTheLevelUnknown() {
    project.file(
        "pom.xml",
        "<project><parent><groupId>x</groupId><artifactId>y</artifactId><version>1</version>"
            + "<relativePath/></parent><artifactId>app</artifactId></project>");
    assertThat(java().level()).isEmpty();
  }

  @Test
  void springBootsJavaVersionCounts() {
    project.file(
        "pom.xml",
        "<project><parent><groupId>org.springframework.boot</groupId>"
            + "<artifactId>spring-boot-starter-parent</artifactId><version>3.5.0</version>"
            + "<relativePath/></parent><artifactId>app</artifactId>"
            + "<properties><java.version>21</java.version></properties></project>");
    assertThat(java().level()).map(LanguageLevel::release).contains(21);
  }

  @Test
  void aModuleInheritsTheLevelOfItsParent() {
    parentWithModules();
    assertThat(((Project.Java) require(root.resolve("api"))).level())
        .map(LanguageLevel::release)
        .contains(17);
  }

  @Test
  void aParentOfModulesAsksForOneOfThem() {
    parentWithModules();
    assertThat(detect(root))
        .isInstanceOfSatisfying(
            Detection.Parent.class,
            parent -> assertThat(parent.modules()).containsExactly("api", "deep/inner"));
    assertThatThrownBy(() -> require(root))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("its modules are api, deep/inner")
        .extracting("hint")
        .isEqualTo("choose one: --cwd " + root.resolve("api"));
  }

  @Test
  void aPathIntoAModuleChoosesIt() {
    parentWithModules();
    Project.Java api = (Project.Java) require(root, "api");
    assertThat(api.root()).isEqualTo(root.resolve("api"));
    assertThat(api.layout().main()).isEqualTo("src/main/java");
    Project.Java inner = (Project.Java) require(root, "deep/inner/src/gen");
    assertThat(inner.root()).isEqualTo(root.resolve("deep/inner"));
    assertThat(inner.layout().main()).isEqualTo("src/gen");
  }

  @Test
  void aGradleProjectIsRecognisedInBothLanguages() {
    project.file(
        "build.gradle",
        """
        plugins { id 'java' }
        group = 'com.acme'
        java { toolchain { languageVersion = JavaLanguageVersion.of(17) } }
        """);
    project.file("settings.gradle", "rootProject.name = 'web-shop'\n");
    assertThat(java().build()).isEqualTo(BuildTool.GRADLE_GROOVY);
    assertThat(java().level()).contains(new LanguageLevel(17, "build.gradle"));
    assertThat(java().basePackage()).isEqualTo("com.acme.webshop");
    project.file("build.gradle.kts", "plugins { java }\nkotlin { jvmToolchain(21) }\n");
    assertThat(java().build()).isEqualTo(BuildTool.GRADLE_KOTLIN);
    assertThat(java().level()).map(LanguageLevel::release).contains(21);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sourceCompatibility = 17 | 17",
        "sourceCompatibility = '1.8' | 8",
        "sourceCompatibility '11' | 11",
        "java { sourceCompatibility = JavaVersion.VERSION_17 } | 17",
        "java { sourceCompatibility = JavaVersion.VERSION_1_8 } | 8",
        "java { sourceCompatibility = JavaVersion.toVersion(21) } | 21",
        "tasks.withType(JavaCompile) { options.release = 17 } | 17",
        "tasks.withType<JavaCompile> { options.release.set(17) } | 17",
        "java.toolchain.languageVersion.set(JavaLanguageVersion.of(25)) | 25",
        "// sourceCompatibility = 8 | 0",
      })
  void theLanguageLevelOfGradleIsReadFromPlainWords(String line, int level) {
    project.file("build.gradle", "plugins { id 'java' }\n" + line + "\n");
    assertThat(java().level().map(LanguageLevel::release).orElse(0)).isEqualTo(level);
  }

  @Test
  void aGradleRootWithoutSourceAsksForASubproject() {
    project.file("settings.gradle.kts", "include(\":api\", \"libs:core\")\ninclude(\"gone\")\n");
    project.file("build.gradle.kts", "subprojects { }\njava.toolchain { }\n");
    project.file("api/build.gradle.kts", "plugins { java }");
    project.file("libs/core/build.gradle", "apply plugin: 'java'");
    assertThat(detect(root))
        .isInstanceOfSatisfying(
            Detection.Parent.class,
            parent -> assertThat(parent.modules()).containsExactly("api", "libs/core"));
    assertThat(require(root, "libs/core").root()).isEqualTo(root.resolve("libs/core"));
  }

  @Test
  void gradleSourceFoldersAreThoseOfTheBuild() {
    project.file(
        "build.gradle",
        "plugins { id 'java' }\nsourceSets { main { java { srcDirs = ['code'] } }\n"
            + " test { java { srcDir 'checks' } } }\n");
    assertThat(java().layout().main()).isEqualTo("code");
    assertThat(java().layout().test()).isEqualTo("checks");
  }

  @ParameterizedTest
  @CsvSource({
    "package.json, TYPESCRIPT",
    "tsconfig.json, TYPESCRIPT",
    "pyproject.toml, PYTHON",
    "setup.py, PYTHON",
    "requirements.txt, PYTHON"
  })
  void otherLanguagesAreRecognised(String file, Language language) {
    project.file(file, "");
    assertThat(require(root)).isEqualTo(new Project.Other(root, file, language));
  }

  @Test
  void aFrontEndBesideAJavaBuildDoesNotHideIt() {
    SampleProject.maven(root).file("package.json", "{}");
    assertThat(java().build()).isEqualTo(BuildTool.MAVEN);
  }

  @Test
  void theBasePackageIsTheDeepestThatHoldsAllSources() {
    SampleProject.maven(root)
        .file("src/main/java/com/acme/app/web/Page.java", "")
        .file("src/main/java/com/acme/billing/Bill.java", "");
    assertThat(java().basePackage()).isEqualTo("com.acme");
  }

  @Test
  void withoutSharedPackageTheCoordinatesDecide() {
    SampleProject.maven(root).file("src/main/java/com/other/Page.java", "");
    assertThat(java().basePackage()).isEqualTo("com.acme.app");
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme, my-app, com.acme.myapp",
    "com.acme.shop, shop, com.acme.shop",
    "com.new, 3d, com.new_._3d",
    "'', app, app",
    "Com.ACME, Fine App, com.acme.fineapp",
    "'', '', app"
  })
  void coordinatesBecomeAValidPackage(String group, String artifact, String expected) {
    assertThat(JavaPackage.of(group, artifact)).isEqualTo(expected);
    assertThat(JavaPackage.isValid(expected)).isTrue();
  }

  @Test
  void aPackageThatIsNoneIsRefusedWithTheNearest() {
    SampleProject.maven(root);
    Overrides overrides = new Overrides(Optional.of("com.my-app.new"), Optional.empty());
    assertThatThrownBy(() -> new ProjectDetector().require(root, overrides))
        .hasMessageContaining("\"com.my-app.new\" is not a Java package")
        .extracting("hint")
        .isEqualTo("try: --package com.myapp.new_");
  }

  @Test
  void anEmptyOrMissingFolderIsOneForANewProject() throws IOException {
    Files.createDirectory(root.resolve(".git"));
    assertThat(((Detection.Nothing) detect(root)).empty()).isTrue();
    assertThat(((Detection.Nothing) detect(root.resolve("missing"))).empty()).isTrue();
    project.file("notes.txt", "");
    assertThat(((Detection.Nothing) detect(root)).empty()).isFalse();
  }

  @Test
  void aFolderInsideOfAProjectPointsToIt() {
    SampleProject.maven(root);
    assertThatThrownBy(() -> require(root.resolve("src/main")))
        .hasMessageContaining("no project in")
        .extracting("hint")
        .isEqualTo("there is one above: --cwd " + root);
  }

  @Test
  void aBrokenPomIsNamedWithItsLine() {
    project.file("pom.xml", "<project>\n<build>\n</project>");
    assertThatThrownBy(this::java).hasMessageContaining("not well-formed near line 3");
  }

  @Test
  void aPomInUtf16IsNotGuessedAt() throws IOException {
    Files.write(root.resolve("pom.xml"), "\uFEFF<project/>".getBytes("UTF-16LE"));
    assertThatThrownBy(this::java).hasMessageContaining("UTF-16");
  }

  private void parentWithModules() {
    String parent =
        "<parent><groupId>com.acme</groupId><artifactId>all</artifactId><version>1</version>%s</parent>";
    project.file(
        "pom.xml",
        "<project><groupId>com.acme</groupId><artifactId>all</artifactId><packaging>pom</packaging>"
            + "<modules><module>api</module><module>deep</module><module>gone</module></modules>"
            + "<properties><maven.compiler.release>17</maven.compiler.release></properties></project>");
    project.file(
        "api/pom.xml",
        "<project>" + parent.formatted("") + "<artifactId>api</artifactId></project>");
    project.file(
        "deep/pom.xml",
        "<project>"
            + parent.formatted("")
            + "<artifactId>deep</artifactId><packaging>pom</packaging>"
            + "<modules><module>inner</module></modules></project>");
    project.file("deep/inner/pom.xml", "<project><artifactId>inner</artifactId></project>");
  }

  private void pom(String section) {
    project.file(
        "pom.xml",
        "<project><groupId>com.acme</groupId><artifactId>app</artifactId>"
            + section
            + "</project>");
  }

  private Project.Java java() {
    return (Project.Java) require(root);
  }

  private static Detection detect(Path folder) {
    return new ProjectDetector().detect(folder, Overrides.none());
  }

  private static Project require(Path folder) {
    return new ProjectDetector().require(folder, Overrides.none());
  }

  private static Project require(Path folder, String path) {
    return new ProjectDetector()
        .require(folder, new Overrides(Optional.empty(), Optional.of(path)));
  }
}
