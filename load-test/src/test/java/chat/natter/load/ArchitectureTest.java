package chat.natter.load;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "chat.natter.load", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule judgesByThePublicProtocolOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("chat.natter.contract.record..", "chat.natter.gateway..", "chat.natter.message..");

    @ArchTest
    static final ArchRule onlyWhatLooksAtTheStackAsksKafka = noClasses()
            .that()
            .resideOutsideOfPackage("chat.natter.load.stack..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule onlyWhatStartsAndStopsServersKnowsTheStack = noClasses()
            .that()
            .resideOutsideOfPackages("chat.natter.load.faults..", "chat.natter.load.compare..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("chat.natter.stack..");

    @ArchTest
    static final ArchRule theJudgeKnowsNoClient = noClasses()
            .that()
            .haveSimpleNameStartingWith("Judge")
            .or()
            .haveSimpleName("DeliveryLedger")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("chat.natter.client..");
}
