package chat.natter.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "chat.natter.client", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule FEATURES_ARE_FREE_OF_CYCLES =
            slices().matching("chat.natter.client.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule KNOWS_NOTHING_OF_OURS_BUT_THE_CONTRACT = classes()
            .that()
            .resideInAPackage("chat.natter.client..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "chat.natter.client..",
                    "chat.natter.contract..",
                    "java..",
                    "io.vertx.core..",
                    "com.fasterxml.jackson..",
                    "org.jspecify..",
                    "org.jline..",
                    "me.tongfei.progressbar..",
                    "picocli..");

    @ArchTest
    static final ArchRule RULES_OF_THE_CONNECTION_DO_NO_IO = noClasses()
            .that()
            .haveSimpleName("Outbox")
            .or()
            .haveSimpleName("PositionGate")
            .or()
            .haveSimpleName("PendingAck")
            .or()
            .haveSimpleName("ReconnectPolicy")
            .or()
            .haveSimpleName("SilenceWatch")
            .or()
            .haveSimpleName("ReadMarks")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "java.net..");
}
