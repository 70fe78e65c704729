package chat.natter.presence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "chat.natter", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresFormNoCycles =
            slices().matching("chat.natter.presence.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule dependsOnNoOtherService = classes()
            .that()
            .resideInAPackage("chat.natter.presence..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "chat.natter.auth..",
                    "chat.natter.gateway..",
                    "chat.natter.message..",
                    "chat.natter.history..",
                    "chat.natter.media..");

    @ArchTest
    static final ArchRule rulesKnowNoFramework = noClasses()
            .that()
            .resideInAPackage("chat.natter.presence.sessions..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..", "jakarta..", "org.apache.kafka..", "com.google.protobuf..", "java.time..");
}
