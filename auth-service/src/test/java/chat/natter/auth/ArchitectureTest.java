package chat.natter.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "chat.natter", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("chat.natter.auth.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule knowsNoOtherService = noClasses()
            .that()
            .resideInAPackage("chat.natter.auth..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "chat.natter.gateway..",
                    "chat.natter.message..",
                    "chat.natter.presence..",
                    "chat.natter.history..",
                    "chat.natter.media..",
                    "chat.natter.stack..");

    /** What is decided is decided by values: they need no server, clock or framework to be tested. */
    @ArchTest
    static final ArchRule valuesKnowNoFramework = classes()
            .that()
            .resideInAPackage("chat.natter.auth..")
            .and()
            .areRecords()
            .and()
            .doNotHaveSimpleName("ProblemBody")
            .and()
            .doNotHaveSimpleName("Caller")
            .and()
            .doNotHaveSimpleName("CallerContext")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "chat.natter..",
                    "jakarta.validation..",
                    "com.fasterxml.jackson.annotation..",
                    "com.google.protobuf..",
                    "org.jspecify..");
}
