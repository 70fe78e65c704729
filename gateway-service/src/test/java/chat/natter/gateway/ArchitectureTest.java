package chat.natter.gateway;

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
            slices().matching("chat.natter.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule dependsOnNoOtherService = classes()
            .that()
            .resideInAPackage("chat.natter.gateway..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "chat.natter.auth..",
                    "chat.natter.message..",
                    "chat.natter.presence..",
                    "chat.natter.history..",
                    "chat.natter.media..");

    @ArchTest
    static final ArchRule rulesKnowNeitherSocketLibraryNorKafkaNorFramework = noClasses()
            .that()
            .resideInAPackage("chat.natter.gateway.session..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..", "org.apache.kafka..", "io.quarkus..", "jakarta..");
}
