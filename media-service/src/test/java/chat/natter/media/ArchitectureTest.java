package chat.natter.media;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "chat.natter.media", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("chat.natter.media.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noOtherServiceIsKnown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "chat.natter.auth..",
                    "chat.natter.gateway..",
                    "chat.natter.message..",
                    "chat.natter.presence..",
                    "chat.natter.history..",
                    "chat.natter.stack..");

    @ArchTest
    static final ArchRule itemsArePlainJava = classes()
            .that()
            .resideInAPackage("chat.natter.media.item")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "chat.natter.contract",
                    "chat.natter.media.item",
                    "chat.natter.media.problem");

    @ArchTest
    static final ArchRule onlyStorageKnowsS3 = noClasses()
            .that()
            .resideOutsideOfPackage("chat.natter.media.storage")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..");
}
