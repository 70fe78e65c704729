package chat.natter.stack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "chat.natter.stack", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("chat.natter.stack.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule dependsOnTheContractAndOnNothingElseOfOurs = noClasses()
            .that()
            .resideInAPackage("chat.natter.stack..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "chat.natter.auth..",
                    "chat.natter.gateway..",
                    "chat.natter.message..",
                    "chat.natter.presence..",
                    "chat.natter.history..",
                    "chat.natter.media..");

    @ArchTest
    static final ArchRule portsAndFoldersArePlainValues = classes()
            .that()
            .resideInAPackage("..plan..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "..plan..", "..report..");

    /** Modules that use the fixture do not inherit what only the command line needs. */
    @ArchTest
    static final ArchRule theFixtureNeedsNeitherKafkaNorCassandraNorACommandLine = noClasses()
            .that()
            .resideInAnyPackage("chat.natter.stack", "..process..", "..state..", "..report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "com.datastax..", "picocli..");

    /** Its jars are on the class path of what holds a container, and not on that of the command line. */
    @ArchTest
    static final ArchRule testcontainersIsLoadedByWhatHoldsAContainerAlone = noClasses()
            .that()
            .haveNameNotMatching(".*\\.container\\.(Hold|Describe)Container(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.testcontainers..", "com.github.dockerjava..");
}
