package chat.natter.message;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "chat.natter", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage(
                    "..message.stage..", "..message.conversation..", "..message.group..", "..message.inbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "org.apache.kafka..", "org.eclipse..", "io.micrometer..");

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(
                    "..message.stage..", "..message.conversation..", "..message.group..", "..message.inbox..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule THE_STAGES_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage("..message.conversation..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..message.inbox..");

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES =
            slices().matching("chat.natter.message.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "chat.natter.gateway..",
                    "chat.natter.auth..",
                    "chat.natter.presence..",
                    "chat.natter.history..",
                    "chat.natter.media..");
}
